// SPDX-License-Identifier: Apache-2.0
package io.acornhub.gates.bad.modules.first;

import io.acornhub.gates.bad.modules.second.Second;

/** Half of a cycle. */
public class First {
    Second back;
}
