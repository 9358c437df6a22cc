// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/**
 * What getPurchaseOrdersStatus says of an order.
 *
 * @param status OPEN, CLOSED
 * @param updatedAt when the order was last changed; null where it is not said
 */
public record OrderStatus(String poNumber, String status, Instant updatedAt, String vendorCode, List<Line> lines) {

    /**
     * One line.
     *
     * @param confirmation ACCEPTED, PARTIALLY_ACCEPTED, REJECTED, UNCONFIRMED, or as Amazon writes it; null where it is not said
     * @param accepted back-ordered units count as accepted
     * @param answeredAt when it was last answered; null where it is not said
     * @param receipt NOT_RECEIVED, PARTIALLY_RECEIVED, RECEIVED, or as Amazon writes it
     */
    public record Line(String lineNo, ItemAmount ordered, String confirmation, ItemAmount accepted, ItemAmount rejected,
                       Instant answeredAt, String receipt, ItemAmount received, Instant receivedAt) {
    }

    /** The orders of one page. */
    public static List<OrderStatus> page(JsonNode answer) {
        return Lenient.list(answer, "payload", "ordersStatus").stream().filter(o -> Lenient.text(o, "purchaseOrderNumber") != null)
            .map(OrderStatus::read).toList();
    }

    private static OrderStatus read(JsonNode order) {
        return new OrderStatus(Lenient.text(order, "purchaseOrderNumber"), ItemAmount.word(order, "purchaseOrderStatus"),
            Lenient.instant(order, "lastUpdatedDate"), Lenient.text(order, "sellingParty", "partyId"),
            Lenient.list(order, "itemStatus").stream().filter(l -> Lenient.text(l, "itemSequenceNumber") != null)
                .map(OrderStatus::line).toList());
    }

    private static Line line(JsonNode line) {
        JsonNode answer = line.path("acknowledgementStatus");
        JsonNode receipt = line.path("receivingStatus");
        Instant answered = Lenient.list(answer, "acknowledgementStatusDetails").stream()
            .map(d -> Lenient.instant(d, "acknowledgementDate")).filter(t -> t != null).max(Instant::compareTo).orElse(null);
        return new Line(Lenient.text(line, "itemSequenceNumber"), ItemAmount.read(line.path("orderedQuantity").path("orderedQuantity")),
            ItemAmount.word(answer, "confirmationStatus"), ItemAmount.read(answer.path("acceptedQuantity")),
            ItemAmount.read(answer.path("rejectedQuantity")), answered, received(ItemAmount.word(receipt, "receiveStatus")),
            ItemAmount.read(receipt.path("receivedQuantity")), Lenient.instant(receipt, "lastReceiveDate"));
    }

    /** Amazon's own table of values spells it without the last letter. */
    private static String received(String word) {
        return "PARTIALLY_RECEIVE".equals(word) ? "PARTIALLY_RECEIVED" : word;
    }
}
