// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp;

/**
 * A document of the ERP that this process may work on until its lease ends.
 *
 * @param docType what the ERP calls the kind of document, doc_type of its row: ORDER_ACK, SHIPMENT, INVOICE, CREDIT, STOCK, ROUTING
 * @param key names the document for good, whatever happens to its row: source system, document type, key and version. The hub
 *            stores it with what it collected, so that a row that comes again after a crash is known and not taken twice.
 * @param token proves the claim when it is finished
 * @param attempt how often the row has been claimed, this time included
 */
public record Claim(long headerId, String docType, String key, String token, int attempt) {
}
