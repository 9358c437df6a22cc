// SPDX-License-Identifier: Apache-2.0
package io.acornhub.gates.bad.modules.second;

import io.acornhub.gates.bad.modules.first.First;
import io.acornhub.gates.bad.modules.first.internal.Hidden;

/** The other half, and a reach into internals. */
public class Second {
    First there;
    Hidden reachedInto;
}
