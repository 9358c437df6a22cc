// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation;

import io.acornhub.interchange.FaultException;

/**
 * What became of one document of an input: its canonical text, or the fault that stopped it; exactly one is not null.
 *
 * @param position ordinal of the document in the input, from 1
 */
public record Translated(int position, ControlData control, CanonicalText text, FaultException fault) {
}
