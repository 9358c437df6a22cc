// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import io.acornhub.canonical.OrderAcknowledgment;
import io.acornhub.canonical.OrderAcknowledgment.Disposition;
import io.acornhub.canonical.Price;
import io.acornhub.canonical.PurchaseOrder;
import io.acornhub.canonical.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Turns what an ERP says of quantities into the answer Amazon reads. The facts it follows (ERP facts, section 8): what is
 * confirmed inside the order's window is accepted, what comes later is back-ordered where the order allows it, the rest is
 * rejected; the parts sum to what was ordered. Item ids, prices and the order's dates are echoed from the order.
 */
public final class AcknowledgmentResolver {
    /** In the extras of a line, where the lines of an order differ in it. */
    private static final String LINE_BACK_ORDERS = "isBackOrderAllowed";
    private static final String UNAVAILABLE = "TEMPORARILY_UNAVAILABLE";

    private AcknowledgmentResolver() {
    }

    /** The answer to an order as it stands; to a change of it, where one waits for an answer. */
    public static OrderAcknowledgment resolve(OrderAcknowledgment answer, OrderState state) {
        OrderAcknowledgment a = resolve(answer, state.order());
        return new OrderAcknowledgment(a.type(), a.poNumber(), a.orderDate(), a.acknowledgmentDate(),
            state.changeAwaitsAnswer() ? "CHANGE" : a.answers(), a.vendorCode(), a.vendorOrderNumber(), a.lines(), a.extras());
    }

    /** Lines the acknowledgment leaves out stay out (a guard finds them); lines the order does not have are kept as they are. */
    public static OrderAcknowledgment resolve(OrderAcknowledgment answer, PurchaseOrder order) {
        List<OrderAcknowledgment.Line> lines = new ArrayList<>();
        for (OrderAcknowledgment.Line line : answer.lines()) {
            lines.add(ordered(order, line.lineNo()).map(o -> resolve(line, o, order)).orElse(line));
        }
        return new OrderAcknowledgment(answer.type(), answer.poNumber(), order.orderDate(), answer.acknowledgmentDate(),
            answer.answers(), order.vendorCode() != null ? order.vendorCode() : answer.vendorCode(), answer.vendorOrderNumber(), lines,
            answer.extras());
    }

    /** The answer to an order nobody knows: what the ERP confirms is taken for accepted. */
    public static OrderAcknowledgment resolve(OrderAcknowledgment answer) {
        List<OrderAcknowledgment.Line> lines = answer.lines().stream().map(line -> new OrderAcknowledgment.Line(line.lineNo(),
            line.buyerItem(), line.vendorItem(), line.gtin(), line.isbn(), line.ordered(), line.price(), line.dispositions().stream()
                .map(part -> "CONFIRMED".equals(part.status()) ? new Disposition("ACCEPTED", part.quantity(),
                    part.shipDate() != null ? part.shipDate() : part.deliveryDate(), part.deliveryDate(), null) : part).toList(),
            line.extras())).toList();
        return new OrderAcknowledgment(answer.type(), answer.poNumber(), answer.orderDate(), answer.acknowledgmentDate(),
            answer.answers(), answer.vendorCode(), answer.vendorOrderNumber(), lines, answer.extras());
    }

    /** The order's line with that number, leading zeros aside. */
    static Optional<PurchaseOrder.Line> ordered(PurchaseOrder order, String lineNo) {
        return order.lines().stream().filter(l -> LineNumbers.same(l.lineNo(), lineNo)).findFirst();
    }

    private static OrderAcknowledgment.Line resolve(OrderAcknowledgment.Line line, PurchaseOrder.Line ordered, PurchaseOrder order) {
        List<Disposition> parts = new ArrayList<>();
        BigDecimal open = ordered.quantity().amount();
        boolean sameUnit = true;
        for (Disposition part : line.dispositions()) {
            Quantity quantity = part.quantity() == null ? new Quantity(open.max(BigDecimal.ZERO), ordered.quantity().unit(), null)
                : part.quantity();
            sameUnit &= ordered.quantity().unit().equals(quantity.unit());
            Disposition decided = decide(part, quantity, order, ordered);
            if (quantity.amount().signum() > 0) {
                parts.add(decided);
                open = open.subtract(quantity.amount());
            }
        }
        if (sameUnit && open.signum() > 0) {
            parts.add(new Disposition("REJECTED", new Quantity(open, ordered.quantity().unit(), null), null, null, UNAVAILABLE));
        }
        // a line cancelled before it was answered orders nothing, and its answer says so
        if (parts.isEmpty() && ordered.quantity().amount().signum() == 0 && !line.dispositions().isEmpty()) {
            parts.add(decide(line.dispositions().get(0), ordered.quantity(), order, ordered));
        }
        return new OrderAcknowledgment.Line(ordered.lineNo(), ordered.buyerItem(), ordered.vendorItem(), ordered.gtin(), ordered.isbn(),
            ordered.quantity(), price(line.price(), ordered.price()), merged(parts),
            RememberedExtras.of(ordered.extras(), line.extras()));
    }

    /** The ERP's amount in the order's terms; what the ERP does not say is echoed from the order. */
    private static Price price(Price answered, Price ordered) {
        if (answered == null || answered.amount() == null) {
            return ordered;
        }
        return ordered == null ? answered : new Price(answered.amount(),
            ordered.currency() != null ? ordered.currency() : answered.currency(), ordered.basis());
    }

    private static Disposition decide(Disposition part, Quantity quantity, PurchaseOrder order, PurchaseOrder.Line line) {
        if (!"CONFIRMED".equals(part.status())) {
            return new Disposition(part.status(), quantity, part.shipDate(), part.deliveryDate(), part.reason());
        }
        LocalDate end = order.deliveryWindow() != null ? order.deliveryWindow().to()
            : order.shipWindow() != null ? order.shipWindow().to() : null;
        LocalDate day = part.deliveryDate() != null ? part.deliveryDate() : part.shipDate();
        LocalDate ship = part.shipDate() != null ? part.shipDate() : part.deliveryDate();
        if (end == null || day == null || !day.isAfter(end)) {
            return new Disposition("ACCEPTED", quantity, ship, part.deliveryDate(), null);
        }
        boolean never = Boolean.FALSE.equals(order.backOrderAllowed())
            || line.extras() != null && "false".equals(line.extras().get(LINE_BACK_ORDERS));
        return never
            ? new Disposition("REJECTED", quantity, null, null, UNAVAILABLE)
            : new Disposition("BACKORDERED", quantity, ship, part.deliveryDate(), null);
    }

    /** Rejected remainders of the same reason become one part: Amazon reads one rejection a line. */
    private static List<Disposition> merged(List<Disposition> parts) {
        List<Disposition> result = new ArrayList<>();
        for (Disposition part : parts) {
            int last = result.size() - 1;
            Disposition before = last < 0 ? null : result.get(last);
            if (before != null && "REJECTED".equals(part.status()) && "REJECTED".equals(before.status())
                && Objects.equals(part.reason(), before.reason()) && before.quantity().unit().equals(part.quantity().unit())) {
                Quantity sum = new Quantity(before.quantity().amount().add(part.quantity().amount()), part.quantity().unit(), null);
                result.set(last, new Disposition("REJECTED", sum, null, null, part.reason()));
            } else {
                result.add(part);
            }
        }
        return result;
    }
}
