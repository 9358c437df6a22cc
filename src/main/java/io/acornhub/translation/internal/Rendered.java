// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal;

import io.acornhub.interchange.FaultException;
import io.acornhub.translation.ControlData;

/** What a template wrote for one document, or the fault that stopped it. */
public record Rendered(ControlData control, String text, FaultException fault) {
}
