// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.api;

import io.acornhub.lifecycle.OrderComparison;
import io.acornhub.lifecycle.OrderFigures;
import io.acornhub.lifecycle.OrderMatch;
import io.acornhub.lifecycle.OrderOverview;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The JSON of orders. Quantities are in the unit ordered, money in the order's currency. */
final class OrderViews {
    private OrderViews() {
    }

    record HeadView(String partner, String poNumber, String vendorCode, LocalDate orderDate, @Schema(description = "The step it stands on")
                    String state, Instant receivedAt, Instant acknowledgmentDue, Instant acknowledgedAt, Map<String, String> links) {
        static HeadView of(OrderOverview.Head o) {
            return new HeadView(o.partner(), o.poNumber(), o.vendorCode(), o.orderDate(), o.step().name(), o.receivedAt(),
                o.acknowledgmentDue(), o.acknowledgedAt(), OrderViews.linksOf(o));
        }
    }

    static Map<String, String> linksOf(OrderOverview.Head o) {
        String self = "/api/orders/" + o.poNumber();
        return new TreeMap<>(Map.of("self", self + "?partner=" + o.partner(), "evidence", self + "/evidence?partner=" + o.partner()));
    }

    record OrderView(String partner, String poNumber, String vendorCode, LocalDate orderDate, @Schema(description = "The step it stands on")
                     String state, Instant receivedAt, @Schema(description = "When the order acknowledgment is due; null once it is given")
                     Views.DeadlineView acknowledgment, Instant acknowledgedAt, String currency,
                     @Schema(description = "The ARN of a collect shipment") String amazonReference, Totals totals, MoneyView money,
                     List<LineView> lines, List<OrderOverview.Shipment> shipments, List<InvoiceView> invoices, List<PaymentView> payments,
                     @Schema(description = "Taken, refused and taken back: who, what, when, why") List<OrderOverview.Taken> steps,
                     @Schema(description = "The channels it came by, the first first") List<DoorView> doors,
                     List<ReconciliationViews.DueView> deadlines, @Schema(description = "What was posted by API and what became of it")
                     List<SubmissionViews.SubmissionView> submissions, List<Views.DocumentView> documents, Map<String, String> links) {
    }

    /** @param differences in what a further copy says something else than the order as it was registered when it came */
    record DoorView(String channel, String documentId, Instant at, List<OrderComparison.Difference> differences) {
    }

    @Schema(description = "Sums over the lines")
    record Totals(BigDecimal ordered, BigDecimal accepted, BigDecimal backOrdered, BigDecimal rejected, BigDecimal shipped,
                  BigDecimal invoiced, BigDecimal credited) {
        static Totals of(OrderFigures order) {
            return new Totals(sum(order, OrderFigures.Line::ordered), sum(order, OrderFigures.Line::accepted),
                sum(order, OrderFigures.Line::backOrdered), sum(order, OrderFigures.Line::rejected),
                sum(order, OrderFigures.Line::shipped), sum(order, OrderFigures.Line::invoiced), sum(order, OrderFigures.Line::credited));
        }

        private static BigDecimal sum(OrderFigures order, Function<OrderFigures.Line, BigDecimal> part) {
            return plain(order.lines().stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add));
        }
    }

    @Schema(description = "Invoiced (less credited) = paid + discount + deducted + open")
    record MoneyView(BigDecimal invoiced, BigDecimal credited, BigDecimal paid, BigDecimal discount, BigDecimal deducted, BigDecimal open,
                     BigDecimal disputable, @Schema(description = "What was deducted, by type") Map<String, BigDecimal> deductions) {
        static MoneyView of(OrderFigures.Money m) {
            Map<String, BigDecimal> types = new TreeMap<>();
            m.deductions().forEach((type, amount) -> types.put(type, money(amount)));
            return new MoneyView(money(m.invoiced()), money(m.credited()), money(m.paid()), money(m.discount()), money(m.deducted()),
                money(m.open()), money(m.disputable()), types);
        }
    }

    record LineView(String line, String gtin, String buyerItem, String vendorItem, String isbn, boolean cancelled,
                    BigDecimal firstOrdered, BigDecimal ordered, String unit, BigDecimal netPrice, BigDecimal acknowledgedPrice,
                    BigDecimal accepted, BigDecimal backOrdered, BigDecimal rejected, BigDecimal shipped,
                    @Schema(description = "What Amazon says it received; null before it says anything") BigDecimal received,
                    @Schema(description = "NOT_RECEIVED, PARTIALLY_RECEIVED, RECEIVED") String receipt, Instant lastReceipt,
                    @Schema(description = "Shipped and, as Amazon says, not received; null before it says anything")
                    BigDecimal shippedNotReceived, BigDecimal invoiced, BigDecimal credited, BigDecimal invoicedAmount,
                    BigDecimal paidAmount,
                    BigDecimal discountAmount, BigDecimal deductedAmount, BigDecimal openAmount, BigDecimal toAnswer,
                    BigDecimal toShip, BigDecimal toInvoice,
                    @Schema(description = "One word for how the line matches across its documents") String match) {
        static LineView of(OrderFigures.Line l, OrderMatch m) {
            return new LineView(l.lineNo(), l.gtin(), l.buyerItem(), l.vendorItem(), l.isbn(), l.cancelled(), plain(l.firstOrdered()),
                plain(l.ordered()), l.unit(), plain(l.unitPrice()), plain(l.acknowledgedPrice()), plain(l.accepted()),
                plain(l.backOrdered()), plain(l.rejected()), plain(l.shipped()), plain(l.received()), l.receipt(), l.lastReceipt(),
                l.received() == null ? null : plain(l.shipped().subtract(l.received())), plain(l.invoiced()), plain(l.credited()),
                money(l.invoicedAmount()), money(l.paidAmount()), money(l.discount()), money(l.deducted()), money(l.openAmount()),
                plain(m.toAnswer()), plain(m.toShip()), plain(m.toInvoice()), m.word().name());
        }
    }

    record InvoiceView(String documentId, String number, String kind, LocalDate date, String currency, BigDecimal total,
                       @Schema(description = "What of the total is this order's") BigDecimal share, BigDecimal paid, BigDecimal discount,
                       BigDecimal deducted, BigDecimal open, @Schema(description = "OPEN, SHORT_PAID, PAID") String status,
                       boolean acceptedByPartner, Instant sentAt,
                       @Schema(description = "What Amazon says of it and its payment by API; not booked, payments are")
                       SubmissionViews.Settlement amazon) {
        static InvoiceView of(OrderFigures.InvoiceFigures i, SubmissionViews.Settlement amazon) {
            return new InvoiceView(i.documentId(), i.number(), i.kind(), i.date(), i.currency(), money(i.total()), money(i.share()),
                money(i.paid()), money(i.discount()), money(i.deducted()), money(i.open()), i.status().name(), i.acceptedByPartner(),
                i.sentAt(), amazon);
        }
    }

    record PaymentView(String documentId, String payment, LocalDate date, String method, String reference, String kind, String deduction,
                       String invoiceNumber, @Schema(description = "What says that the item is this order's: REFERENCE, INVOICE, or "
                           + "PAYMENT (the payment is about this order alone)") String attributedBy, BigDecimal gross, BigDecimal discount,
                       BigDecimal deducted, BigDecimal net, String text) {
        static PaymentView of(OrderFigures.PaymentItem p) {
            return new PaymentView(p.documentId(), p.payment(), p.date(), p.method(), p.reference(), p.kind(), p.deduction(),
                p.invoiceNumber(), p.attributedBy(), money(p.gross()), money(p.discount()), money(p.deducted()), money(p.net()), p.text());
        }
    }

    /** Without the zeros that the column's scale adds: 12, not 12.0000. */
    static BigDecimal plain(BigDecimal value) {
        if (value == null) {
            return null;
        }
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** With its cents, and more places only where it has them. */
    static BigDecimal money(BigDecimal value) {
        BigDecimal plain = plain(value);
        return plain == null || plain.scale() >= 2 ? plain : plain.setScale(2);
    }
}
