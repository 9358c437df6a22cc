// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import io.acornhub.canonical.InventoryAdvice;
import io.acornhub.canonical.OrderAcknowledgment;
import io.acornhub.canonical.PurchaseOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The book of orders that only just came in, as files on a command line: nothing was sent before. Also how an order looks
 * before anything happened to it.
 */
public record OrdersAtHand(Map<String, PurchaseOrder> orders, Instant now) implements OrderBook {

    /**
     * An order of which nothing has been shipped.
     *
     * @param acknowledgment what was acknowledged; null before
     */
    public static OrderState state(String partner, PurchaseOrder order, OrderAcknowledgment acknowledgment) {
        return new OrderState(partner, acknowledgment == null ? OrderState.Step.NEW : OrderState.Step.ACKNOWLEDGED, order, acknowledgment,
            false, null, order.lines().stream().map(l -> line(l, acknowledgment)).toList());
    }

    private static OrderState.Line line(PurchaseOrder.Line line, OrderAcknowledgment acknowledgment) {
        Optional<OrderAcknowledgment.Line> answer = acknowledgment == null ? Optional.empty()
            : acknowledgment.lines().stream().filter(l -> LineNumbers.same(l.lineNo(), line.lineNo())).findFirst();
        return new OrderState.Line(line.lineNo(), line.buyerItem(), line.vendorItem(), line.gtin(), line.isbn(), line.quantity().unit(),
            line.quantity().unitSize(), line.quantity().amount(), sum(answer, "ACCEPTED"), sum(answer, "BACKORDERED"),
            sum(answer, "REJECTED"), BigDecimal.ZERO, BigDecimal.ZERO, line.price() == null ? null : line.price().amount(),
            answer.map(OrderAcknowledgment.Line::price).map(p -> p.amount()).orElse(null));
    }

    private static BigDecimal sum(Optional<OrderAcknowledgment.Line> answer, String status) {
        return answer.stream().flatMap(a -> a.dispositions().stream()).filter(d -> status.equals(d.status()) && d.quantity() != null)
            .map(d -> d.quantity().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Override
    public Optional<OrderState> order(String poNumber) {
        return Optional.ofNullable(orders.get(poNumber)).map(o -> state(null, o, null));
    }

    @Override
    public Optional<Use> shipment(String shipmentId) {
        return Optional.empty();
    }

    @Override
    public Optional<Use> invoice(String invoiceNumber) {
        return Optional.empty();
    }

    @Override
    public Optional<Use> sscc(String sscc) {
        return Optional.empty();
    }

    @Override
    public Optional<InventoryAdvice> fullAdvice() {
        return Optional.empty();
    }
}
