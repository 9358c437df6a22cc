// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.internal;

import io.acornhub.canonical.CanonicalDocument;
import io.acornhub.canonical.Invoice;
import io.acornhub.canonical.OrderAcknowledgment;
import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.Act;
import io.acornhub.lifecycle.OrderBook.Use;
import io.acornhub.lifecycle.OrderFigures;
import io.acornhub.lifecycle.internal.StepLog.Doing;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes and takes back what a document that we send adds to its orders. */
public final class Contributions {
    private final Counted counted;
    private final Numbers numbers;
    private final Goods goods;
    private final Money money;
    private final OrderTable orders;
    private final OrderReader reader;

    public Contributions(JdbcTemplate jdbc) {
        this.counted = new Counted(jdbc);
        this.numbers = new Numbers(jdbc);
        this.goods = new Goods(jdbc);
        this.money = new Money(jdbc);
        this.orders = new OrderTable(jdbc);
        this.reader = new OrderReader(jdbc);
    }

    /**
     * @param replaced the shipment that counted under this id, of a notice that replaces or cancels it
     * @return why the number of the document cannot be its; then nothing was written
     */
    public List<Fault> write(CanonicalDocument document, Doing doing, Map<String, OrderTable.Header> known, Optional<Use> replaced) {
        Optional<Use> holder = take(document, doing);
        if (holder.isPresent()) {
            boolean invoice = document instanceof Invoice;
            return List.of(Fault.onPath(invoice ? FaultCode.INVOICE_NUMBER_REUSED : FaultCode.SHIPMENT_ID_REUSED,
                invoice ? "invoiceNumber" : "shipmentId", doing.number(),
                "The number " + doing.number() + " belongs to a " + doing.act().words() + " that left " + holder.get().at() + " (document "
                    + holder.get().documentId() + "). Give this one a number of its own in the ERP and send it again."));
        }
        counted.add(doing.documentId(), doing.partner(), doing.act(), doing.number(), document.vendorCode(),
            replaced.map(Use::documentId).orElse(null), doing.at(), document.poNumbers());
        replaced.ifPresent(r -> counted.status(r.documentId(), Counted.Status.REPLACED));
        Map<String, LineFinder> finders = new HashMap<>();
        Function<String, LineFinder> finder = po -> finders.computeIfAbsent(po, p -> finder(known.get(p), doing));
        if (document instanceof OrderAcknowledgment answer) {
            OrderTable.Header order = known.get(answer.poNumber());
            goods.acknowledgment(answer, doing.documentId(),
                order == null ? List.of() : orders.lines(order.partner(), order.poNumber()));
        } else if (document instanceof ShipmentNotice notice) {
            goods.shipment(notice, doing.partner(), doing.documentId(), doing.at(), finder);
        } else if (document instanceof Invoice invoice) {
            money.invoice(invoice, doing.partner(), doing.documentId(), finder);
        }
        return List.of();
    }

    private Optional<Use> take(CanonicalDocument document, Doing doing) {
        if (document instanceof Invoice) {
            return numbers.take(doing.partner(), Numbers.INVOICE, doing.number(), doing.documentId(), doing.at(), u -> false);
        }
        if (document instanceof ShipmentNotice notice) {
            boolean again = notice.purpose() != null && !"ORIGINAL".equals(notice.purpose());
            return numbers.take(doing.partner(), Numbers.SHIPMENT, doing.number(), doing.documentId(), doing.at(),
                u -> again || !u.at().isAfter(doing.at().minus(DatabaseOrderBook.SHIPMENT_ID_HOLDS)));
        }
        return Optional.empty();
    }

    private LineFinder finder(OrderTable.Header order, Doing doing) {
        if (order == null) {
            return new LineFinder(List.of(), Map.of());
        }
        List<OrderTable.Line> lines = orders.lines(order.partner(), order.poNumber());
        Map<String, BigDecimal> already = new HashMap<>();
        if (lines.size() > 1) {
            boolean goodsGo = doing.act() == Act.SHIPMENT;
            for (OrderFigures.Line line : reader.read(order, counted.ofOrder(order.partner(), order.poNumber())).lines()) {
                already.put(line.lineNo(), goodsGo ? line.shipped() : doing.act() == Act.CREDIT ? BigDecimal.ZERO : line.invoiced());
            }
        }
        return new LineFinder(lines, already);
    }

    /** The partner rejected it: its number is free again, and what it had replaced counts again. */
    public void takeBack(Counted.Row row, Instant at) {
        boolean counted = row.counts();
        this.counted.decided(row.documentId(), Counted.Status.REJECTED, at);
        this.counted.unchain(row);
        Optional<Counted.Row> before = Optional.ofNullable(row.replaces()).flatMap(this.counted::find);
        if (counted) {
            before.ifPresent(b -> this.counted.status(b.documentId(),
                b.decidedAt() == null ? Counted.Status.COUNTS : Counted.Status.ACCEPTED));
        }
        switch (row.act()) {
            case SHIPMENT, SHIPMENT_CANCELLATION -> {
                goods.forgetPackages(row.documentId());
                numbers.giveBack(row.partner(), Numbers.SHIPMENT, row.number(), row.documentId(), before);
            }
            case INVOICE, CREDIT -> {
                money.forgetInvoice(row.documentId());
                numbers.giveBack(row.partner(), Numbers.INVOICE, row.number(), row.documentId(), Optional.empty());
            }
            default -> { }
        }
    }
}
