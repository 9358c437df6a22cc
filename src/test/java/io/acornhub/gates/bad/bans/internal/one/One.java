// SPDX-License-Identifier: Apache-2.0
package io.acornhub.gates.bad.bans.internal.one;

import io.acornhub.gates.bad.bans.internal.two.Two;

/** Half of a cycle. */
public class One {
    Two two;
}
