// SPDX-License-Identifier: Apache-2.0
package io.acornhub.canonical;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What became of a document at the other side: the hub tells the ERP of documents it sent (IDoc STATUS), the ERP
 * tells the hub of documents it got (IDoc ALEAUD).
 * Schema: {@code edi-mappings/canonical/ProcessingStatus.v1.json}.
 *
 * @param erpNumber the document's number in the ERP, such as an IDoc number
 * @param hubReference what the hub called the document (ARCKEY), where it is known
 * @param message message type of the document, such as ORDRSP
 * @param outcome what became of it: TRANSLATED, SENT, RECEIVED, ACCEPTED, ACCEPTED_WITH_ERRORS, REJECTED, POSTED,
 *     NOT_POSTED, HELD, FAILED
 * @param code the status in the ERP's own code, such as 53
 * @param at when it became so
 * @param text in words
 * @param createdObject number of what the ERP made of it, such as a sales order
 * @param poNumber Amazon's purchase order number
 * @param interchangeControl ISA13 it left or came under
 * @param groupControl GS06
 * @param setControl ST02
 */
public record ProcessingStatus(String type, String erpNumber, String hubReference, String message,
                               String outcome, String code, Instant at, String text, String createdObject,
                               String poNumber, String interchangeControl, String groupControl,
                               String setControl, Map<String, String> extras) implements CanonicalDocument {

    @Override
    public String documentNumber() {
        return erpNumber;
    }

    @Override
    public List<String> poNumbers() {
        return poNumber == null ? List.of() : List.of(poNumber);
    }
}
