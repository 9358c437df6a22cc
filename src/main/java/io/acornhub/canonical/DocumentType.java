// SPDX-License-Identifier: Apache-2.0
package io.acornhub.canonical;

/** The canonical documents; {@link #title()} is the name used in JSON ({@code type}), schemas, mappings and agreements. */
public enum DocumentType {
    PURCHASE_ORDER("PurchaseOrder", PurchaseOrder.class),
    PURCHASE_ORDER_CHANGE("PurchaseOrderChange", PurchaseOrderChange.class),
    ORDER_ACKNOWLEDGMENT("OrderAcknowledgment", OrderAcknowledgment.class),
    SHIPMENT_NOTICE("ShipmentNotice", ShipmentNotice.class),
    INVOICE("Invoice", Invoice.class),
    REMITTANCE("Remittance", Remittance.class),
    INVENTORY_ADVICE("InventoryAdvice", InventoryAdvice.class),
    ROUTING_REQUEST("RoutingRequest", RoutingRequest.class),
    ROUTING_INSTRUCTION("RoutingInstruction", RoutingInstruction.class),
    BUSINESS_REPORT("BusinessReport", BusinessReport.class),
    PROCESSING_STATUS("ProcessingStatus", ProcessingStatus.class);

    private final String title;
    private final Class<? extends CanonicalDocument> record;

    DocumentType(String title, Class<? extends CanonicalDocument> record) {
        this.title = title;
        this.record = record;
    }

    public String title() {
        return title;
    }

    public Class<? extends CanonicalDocument> record() {
        return record;
    }

    /** @throws IllegalArgumentException for a title that is no canonical document */
    public static DocumentType ofTitle(String title) {
        for (DocumentType type : values()) {
            if (type.title.equals(title)) {
                return type;
            }
        }
        throw new IllegalArgumentException("no canonical document is called " + title);
    }
}
