// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import io.acornhub.canonical.BusinessReport;
import io.acornhub.canonical.CanonicalDocument;
import io.acornhub.canonical.InventoryAdvice;
import io.acornhub.canonical.Invoice;
import io.acornhub.canonical.OrderAcknowledgment;
import io.acornhub.canonical.ProcessingStatus;
import io.acornhub.canonical.PurchaseOrder;
import io.acornhub.canonical.PurchaseOrderChange;
import io.acornhub.canonical.Remittance;
import io.acornhub.canonical.RoutingInstruction;
import io.acornhub.canonical.RoutingRequest;
import io.acornhub.canonical.ShipmentNotice;
import java.util.Optional;

/** What a document does in the life of an order. */
public enum Act {
    ORDER("order"), CHANGE("change of the order"), CANCELLATION("cancellation of the order"),
    ACKNOWLEDGMENT("order acknowledgment"), CHANGE_ACKNOWLEDGMENT("answer to a change of the order"),
    ROUTING_REQUEST("routing request"), ROUTING_INSTRUCTION("routing instruction"),
    SHIPMENT("ship notice"), SHIPMENT_CANCELLATION("cancellation of a ship notice"),
    INVOICE("invoice"), CREDIT("credit note"), PAYMENT("remittance"),
    /** Stock that replaces all that Amazon knew, and stock of some items; they are about no order. */
    FULL_ADVICE("full inventory advice"), ADVICE("inventory advice");

    private final String words;

    Act(String words) {
        this.words = words;
    }

    /** As a sentence names it. */
    public String words() {
        return words;
    }

    /** The acts that concern orders. */
    public boolean ofOrders() {
        return this != FULL_ADVICE && this != ADVICE;
    }

    /** What the document does; empty for one that is only data. */
    public static Optional<Act> of(CanonicalDocument document) {
        if (document instanceof PurchaseOrder) {
            return Optional.of(ORDER);
        } else if (document instanceof PurchaseOrderChange change) {
            boolean all = "CANCEL".equals(change.purpose()) && (change.lines() == null || change.lines().isEmpty());
            return Optional.of(all ? CANCELLATION : CHANGE);
        } else if (document instanceof OrderAcknowledgment answer) {
            return Optional.of("CHANGE".equals(answer.answers()) ? CHANGE_ACKNOWLEDGMENT : ACKNOWLEDGMENT);
        } else if (document instanceof ShipmentNotice notice) {
            return Optional.of("CANCEL".equals(notice.purpose()) ? SHIPMENT_CANCELLATION : SHIPMENT);
        } else if (document instanceof Invoice invoice) {
            return Optional.of("CREDIT".equals(invoice.kind()) ? CREDIT : INVOICE);
        } else if (document instanceof InventoryAdvice advice) {
            return Optional.of("FULL".equals(advice.purpose()) ? FULL_ADVICE : ADVICE);
        } else if (document instanceof Remittance) {
            return Optional.of(PAYMENT);
        } else if (document instanceof RoutingRequest) {
            return Optional.of(ROUTING_REQUEST);
        } else if (document instanceof RoutingInstruction) {
            return Optional.of(ROUTING_INSTRUCTION);
        } else if (document instanceof BusinessReport || document instanceof ProcessingStatus) {
            return Optional.empty();
        }
        throw new IllegalStateException("no act is known for a " + document.type());
    }
}
