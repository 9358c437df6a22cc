// SPDX-License-Identifier: Apache-2.0
package io.acornhub.gates.bad.bans;

/** Marks the tree of bad classes for {@code FrameworkBansTest}. */
public interface Bad {
}
