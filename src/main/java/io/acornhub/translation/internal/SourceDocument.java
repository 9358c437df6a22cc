// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal;

import io.acornhub.infoset.Node;
import io.acornhub.translation.ControlData;

/**
 * One document as a reader found it.
 *
 * @param name what templates call it: {@code set}, {@code idoc}, {@code csv}, {@code json} or {@code document}
 */
public record SourceDocument(String name, Node tree, ControlData control) {
}
