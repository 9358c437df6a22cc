// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp;

import io.acornhub.canonical.CanonicalDocument;

/**
 * One document on its way to one ERP system.
 *
 * @param documentId the hub's id of the document; never used for another
 * @param partner name of the partner it came from
 * @param json the canonical document as stored, the same characters on every attempt
 * @param rendered the document in the ERP's format; null for adapters that take the canonical document
 * @param interchangeControl ISA13 or what stands for it, null where there is none; {@code groupControl} GS06, {@code
 *                           setControl} ST02 likewise
 */
public record Delivery(String documentId, String partner, CanonicalDocument document, String json, byte[] rendered,
                       String interchangeControl, String groupControl, String setControl) {

    /** ISA13/GS06/ST02 as far as known: how a person finds the document in the partner's file. */
    public String controlReference() {
        StringBuilder reference = new StringBuilder();
        for (String part : new String[] {interchangeControl, groupControl, setControl}) {
            if (part != null && !part.isBlank()) {
                reference.append(reference.length() == 0 ? "" : "/").append(part.strip());
            }
        }
        return reference.toString();
    }
}
