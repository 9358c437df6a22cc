// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.internal;

import io.acornhub.lifecycle.Act;
import io.acornhub.lifecycle.LineNumbers;
import io.acornhub.lifecycle.OrderFigures;
import io.acornhub.lifecycle.OrderReceipts;
import io.acornhub.lifecycle.OrderState.Step;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** Sums up what the documents of one order added, and says where the order stands. Reads only rows of that order. */
public final class OrderReader {
    private static final BigDecimal ZERO = BigDecimal.ZERO;
    private static final Set<Act> ANSWERS = EnumSet.of(Act.ACKNOWLEDGMENT, Act.CHANGE_ACKNOWLEDGMENT);
    private final OrderTable orders;
    private final Goods goods;
    private final MoneyReader money;
    private final OrderReceipts receipts;

    public OrderReader(JdbcTemplate jdbc) {
        this.orders = new OrderTable(jdbc);
        this.goods = new Goods(jdbc);
        this.money = new MoneyReader(jdbc);
        this.receipts = new OrderReceipts(jdbc);
    }

    private static final class Sums {
        private BigDecimal shipped = ZERO;
        private BigDecimal invoiced = ZERO;
        private BigDecimal credited = ZERO;
        private BigDecimal amount = ZERO;
        private BigDecimal paid = ZERO;
        private BigDecimal discount = ZERO;
        private BigDecimal deducted = ZERO;
        private BigDecimal open = ZERO;
        private Goods.Answered answered;
        private OrderReceipts.Receipt receipt;
    }

    /** @param counted the documents of the order that are to count */
    public OrderFigures read(OrderTable.Header order, Collection<Counted.Row> counted) {
        List<Counted.Row> rows = counted.stream().filter(Counted.Row::counts).toList();
        Map<String, Sums> sums = new HashMap<>();
        List<String> answers = ids(rows, ANSWERS);
        goods.answered(answers).forEach(a -> {
            Sums line = of(sums, a.lineNo());
            if (line.answered == null || answers.indexOf(a.documentId()) > answers.indexOf(line.answered.documentId())) {
                line.answered = a;
            }
        });
        List<String> shipments = ids(rows, EnumSet.of(Act.SHIPMENT));
        goods.shipped(shipments, order.poNumber()).forEach(s -> {
            Sums line = of(sums, s.lineNo());
            line.shipped = line.shipped.add(s.quantity());
        });
        List<Counted.Row> invoices = rows.stream().filter(r -> r.act() == Act.INVOICE || r.act() == Act.CREDIT).toList();
        MoneyReader.Result paid = money.read(order.partner(), order.poNumber(), invoices);
        paid.invoices().forEach(invoice -> invoiced(sums, invoice, paid.lines().get(invoice.documentId())));
        receipts.of(order.partner(), order.poNumber()).forEach(r -> of(sums, r.lineNo()).receipt = r);
        List<OrderFigures.Line> lines = orders.lines(order.partner(), order.poNumber()).stream()
            .map(l -> line(l, of(sums, l.lineNo()))).toList();
        Step step = new Standing(lines, order.cancelled(), !answers.isEmpty(), anyShipped(sums), !invoices.isEmpty(),
            paid.paidAny()).step(paid.money());
        return new OrderFigures(step, lines, paid.money(), paid.invoices(), paid.payments());
    }

    private static boolean anyShipped(Map<String, Sums> sums) {
        return sums.values().stream().anyMatch(s -> s.shipped.signum() > 0);
    }

    private static List<String> ids(List<Counted.Row> rows, Set<Act> acts) {
        return rows.stream().filter(r -> acts.contains(r.act())).map(Counted.Row::documentId).toList();
    }

    private static Sums of(Map<String, Sums> sums, String lineNo) {
        return sums.computeIfAbsent(LineNumbers.stripped(lineNo), n -> new Sums());
    }

    private static void invoiced(Map<String, Sums> sums, OrderFigures.InvoiceFigures invoice, List<MoneyReader.InvoicedLine> lines) {
        boolean credit = "CREDIT".equals(invoice.kind());
        for (MoneyReader.InvoicedLine l : lines) {
            Sums line = of(sums, l.lineNo());
            BigDecimal sign = credit ? BigDecimal.ONE.negate() : BigDecimal.ONE;
            line.invoiced = line.invoiced.add(l.quantity().multiply(sign));
            line.credited = credit ? line.credited.add(l.quantity()) : line.credited;
            line.amount = line.amount.add(l.amount().multiply(sign));
            line.paid = line.paid.add(MoneyReader.part(invoice.paid(), l.amount(), invoice.share()).multiply(sign));
            line.discount = line.discount.add(MoneyReader.part(invoice.discount(), l.amount(), invoice.share()).multiply(sign));
            line.deducted = line.deducted.add(MoneyReader.part(invoice.deducted(), l.amount(), invoice.share()).multiply(sign));
            line.open = line.open.add(MoneyReader.part(invoice.open(), l.amount(), invoice.share()).multiply(sign));
        }
    }

    /** In the unit ordered; Amazon may count cases where eaches were ordered, or the other way. */
    private static BigDecimal received(OrderTable.Line line, OrderReceipts.Receipt receipt) {
        if (receipt == null || receipt.unit() == null || receipt.unit().equals(line.unit())) {
            return receipt == null ? null : receipt.received();
        }
        Integer size = receipt.unitSize() != null && receipt.unitSize() > 1 ? receipt.unitSize() : line.unitSize();
        if (size == null || size < 1) {
            return null;
        }
        BigDecimal each = BigDecimal.valueOf(size);
        return "EACH".equals(line.unit()) ? receipt.received().multiply(each)
            : receipt.received().divide(each, 4, RoundingMode.HALF_UP);
    }

    private static OrderFigures.Line line(OrderTable.Line l, Sums s) {
        Goods.Answered a = s.answered;
        return new OrderFigures.Line(l.lineNo(), l.buyerItem(), l.vendorItem(), l.gtin(), l.isbn(), l.unit(), l.unitSize(), l.cancelled(),
            l.firstOrdered(), l.ordered(), a == null ? ZERO : a.accepted(), a == null ? ZERO : a.backOrdered(),
            a == null ? ZERO : a.rejected(), s.shipped, received(l, s.receipt),
            s.receipt == null ? null : s.receipt.status(), s.receipt == null ? null : s.receipt.lastReceipt(), s.invoiced,
            s.credited, l.netPrice(), a == null ? null : a.price(), s.amount,
            s.paid, s.discount, s.deducted, s.open);
    }
}
