// SPDX-License-Identifier: Apache-2.0
package io.acornhub.canonical;

import java.util.List;

/** A business document in the hub's own form, the same whatever format it came in. */
public sealed interface CanonicalDocument permits PurchaseOrder, PurchaseOrderChange, OrderAcknowledgment, ShipmentNotice, Invoice,
    Remittance, InventoryAdvice, RoutingRequest, RoutingInstruction, BusinessReport, ProcessingStatus {
    /** The canonical document's name, {@link DocumentType#title()}. */
    String type();

    /** The number that partner and ERP know the document by: of the order, shipment, invoice, payment. */
    String documentNumber();

    /** Amazon's numbers of the orders it is about, each once; empty where it is about none. */
    List<String> poNumbers();

    /** The one order it is about; null where it is about none or several. */
    default String poNumber() {
        return poNumbers().size() == 1 ? poNumbers().get(0) : null;
    }

    /** The selling party's code at Amazon; null where the document does not say. */
    default String vendorCode() {
        return null;
    }

    /** ORDER or CHANGE for a document that answers one of the two; null for all others. */
    default String answers() {
        return null;
    }

    /** What the document is found by first: its order, or its own number where it is about none or several. */
    default String businessKey() {
        return poNumber() != null ? poNumber() : documentNumber();
    }
}
