// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import io.acornhub.canonical.InventoryAdvice;
import io.acornhub.canonical.ShipmentNotice;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of one partner's business before a certain document counts: that document's own earlier contribution, and
 * that of a shipment notice it replaces, are left out.
 */
public interface OrderBook {
    /** The order; empty if none of that number came in. */
    Optional<OrderState> order(String poNumber);

    /** When the order was first answered; empty as long as it was not, or nobody keeps answers. */
    default Optional<Instant> firstAnswered(String poNumber) {
        return Optional.empty();
    }

    /** Another document that used this shipment id within 365 days and was not rejected by the partner. */
    Optional<Use> shipment(String shipmentId);

    /** The notice that one with this shipment id would replace; empty as long as nobody keeps notices. */
    default Optional<Replaced> replaced(String shipmentId) {
        return Optional.empty();
    }

    /** A notice that was sent, and when. */
    record Replaced(Use use, ShipmentNotice notice) {
    }

    /** Another document that used this invoice number, ever, and was not rejected by the partner. */
    Optional<Use> invoice(String invoiceNumber);

    /** Another shipment that used this SSCC, ever. */
    Optional<Use> sscc(String sscc);

    /** Another document that brought a payment of this reference, ever; empty as long as nobody keeps payments. */
    default Optional<Use> payment(String paymentReference) {
        return Optional.empty();
    }

    /** The last full inventory advice that was sent. */
    Optional<InventoryAdvice> fullAdvice();

    /** The moment at which guards look. */
    Instant now();

    /** Who used a number: the hub's document, the number it has in the business, and when it left. */
    record Use(String documentId, String documentNumber, Instant at) {
    }
}
