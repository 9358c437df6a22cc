// SPDX-License-Identifier: Apache-2.0
package io.acornhub.gates.bad.modules.third;

import io.acornhub.gates.bad.modules.second.Second;

/** Declares that it uses nothing, and does. */
public class Third {
    Second undeclared;
}
