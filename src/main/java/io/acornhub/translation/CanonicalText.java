// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation;

import io.acornhub.canonical.DocumentType;

/**
 * A canonical document as text: deterministic JSON, absent members left out, valid by the document's JSON Schema.
 *
 * @param control what the source's envelope called it
 */
public record CanonicalText(DocumentType type, String json, ControlData control) {
}
