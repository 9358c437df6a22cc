// SPDX-License-Identifier: Apache-2.0
package io.acornhub.gates.bad.bans.internal.two;

import io.acornhub.gates.bad.bans.internal.one.One;

/** The other half. */
public class Two {
    One one;
}
