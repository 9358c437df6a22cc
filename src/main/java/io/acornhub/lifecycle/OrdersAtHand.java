// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import io.acornhub.canonical.CanonicalDocument;
import io.acornhub.canonical.InventoryAdvice;
import io.acornhub.canonical.Invoice;
import io.acornhub.canonical.OrderAcknowledgment;
import io.acornhub.canonical.OrderAcknowledgment.Disposition;
import io.acornhub.canonical.PurchaseOrder;
import io.acornhub.canonical.PurchaseOrderChange;
import io.acornhub.canonical.Remittance;
import io.acornhub.canonical.RoutingInstruction;
import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.lifecycle.internal.OrderChanges;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The book of one partner that is made of documents at hand, as files on a command line, without a database. A step that no document
 * shows is taken to have gone as ordered: without an acknowledgment everything is promised, without a shipment notice what was
 * promised has left. So each document is judged by what is known and not by what is missing. Also how an order looks before
 * anything happened to it.
 */
public final class OrdersAtHand {
    private final Map<String, PurchaseOrder> orders = new HashMap<>();
    private final Map<String, OrderAcknowledgment> answers = new HashMap<>();
    private final Set<String> changed = new HashSet<>();
    private final Map<String, String> references = new HashMap<>();
    private final Map<String, ShipmentNotice> notices = new LinkedHashMap<>();
    private final Map<String, Invoice> invoices = new LinkedHashMap<>();
    private final Map<String, Set<String>> noticesOfOrder = new HashMap<>();
    private final Map<String, Set<String>> invoicesOfOrder = new HashMap<>();
    private final Map<String, String> ssccs = new HashMap<>();
    private final Set<String> payments = new HashSet<>();
    private final String partner;
    private InventoryAdvice fullAdvice;

    public OrdersAtHand(String partner) {
        this.partner = partner;
    }

    /**
     * An order of which nothing has been shipped.
     *
     * @param acknowledgment what was acknowledged; null before
     */
    public static OrderState state(String partner, PurchaseOrder order, OrderAcknowledgment acknowledgment) {
        return new OrderState(partner, acknowledgment == null ? OrderState.Step.NEW : OrderState.Step.ACKNOWLEDGED, order, acknowledgment,
            false, null, order.lines().stream().map(l -> line(l, acknowledgment, BigDecimal.ZERO, BigDecimal.ZERO)).toList());
    }

    private static OrderState.Line line(PurchaseOrder.Line line, OrderAcknowledgment acknowledgment, BigDecimal shipped,
                                        BigDecimal invoiced) {
        Optional<OrderAcknowledgment.Line> answer = acknowledgment == null ? Optional.empty()
            : acknowledgment.lines().stream().filter(l -> LineNumbers.same(l.lineNo(), line.lineNo())).findFirst();
        return new OrderState.Line(line.lineNo(), line.buyerItem(), line.vendorItem(), line.gtin(), line.isbn(), line.quantity().unit(),
            line.quantity().unitSize(), line.quantity().amount(), sum(answer, "ACCEPTED"), sum(answer, "BACKORDERED"),
            sum(answer, "REJECTED"), shipped, invoiced, line.price() == null ? null : line.price().amount(),
            answer.map(OrderAcknowledgment.Line::price).map(p -> p.amount()).orElse(null));
    }

    private static BigDecimal sum(Optional<OrderAcknowledgment.Line> answer, String status) {
        return answer.stream().flatMap(a -> a.dispositions().stream()).filter(d -> status.equals(d.status()) && d.quantity() != null)
            .map(d -> d.quantity().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Whether an order of that number is at hand. */
    public boolean knows(String poNumber) {
        return orders.containsKey(poNumber);
    }

    /** Whether documents of this kind can be told to be unknown: only where some are at hand. */
    public boolean hasOrders() {
        return !orders.isEmpty();
    }

    public boolean hasInvoices() {
        return !invoices.isEmpty();
    }

    /** The document counts from now on; a second order of a number never does. */
    public void take(CanonicalDocument document) {
        if (document instanceof PurchaseOrder order) {
            orders.putIfAbsent(order.poNumber(), order);
        } else if (document instanceof PurchaseOrderChange change) {
            orders.computeIfPresent(change.poNumber(), (po, order) -> OrderChanges.apply(order, change));
            changed.add(change.poNumber());
        } else if (document instanceof OrderAcknowledgment answer) {
            answers.put(answer.poNumber(), answer);
            changed.remove(answer.poNumber());
        } else if (document instanceof RoutingInstruction instruction) {
            instruction.loads().stream().filter(l -> l.amazonReference() != null && l.orders() != null)
                .forEach(l -> l.orders().forEach(o -> references.put(o.poNumber(), l.amazonReference())));
        } else if (document instanceof ShipmentNotice notice) {
            take(notice);
        } else if (document instanceof Invoice invoice) {
            invoices.put(invoice.invoiceNumber(), invoice);
            invoice.poNumbers().forEach(po -> invoicesOfOrder.computeIfAbsent(po, p -> new HashSet<>()).add(invoice.invoiceNumber()));
        } else if (document instanceof Remittance payment) {
            payments.add(payment.paymentReference());
        } else if (document instanceof InventoryAdvice advice && "FULL".equals(advice.purpose())) {
            fullAdvice = advice;
        }
    }

    private void take(ShipmentNotice notice) {
        if ("CANCEL".equals(notice.purpose())) {
            notices.remove(notice.shipmentId());
            return;
        }
        notices.put(notice.shipmentId(), notice);
        notice.poNumbers().forEach(po -> noticesOfOrder.computeIfAbsent(po, p -> new HashSet<>()).add(notice.shipmentId()));
        if (notice.packages() != null) {
            notice.packages().stream().map(ShipmentNotice.Package::sscc).filter(Objects::nonNull)
                .forEach(s -> ssccs.put(s, notice.shipmentId()));
        }
    }

    /** What is known before the document counts. */
    public OrderBook before(CanonicalDocument document, Instant now) {
        return new Book(document, now);
    }

    private final class Book implements OrderBook {
        private final CanonicalDocument document;
        private final Instant now;
        private final String replaced;

        private Book(CanonicalDocument document, Instant now) {
            this.document = document;
            this.now = now;
            this.replaced = document instanceof ShipmentNotice notice && notice.purpose() != null
                && !"ORIGINAL".equals(notice.purpose()) ? notice.shipmentId() : null;
        }

        @Override
        public Optional<OrderState> order(String poNumber) {
            return Optional.ofNullable(poNumber).map(orders::get).map(this::state);
        }

        private OrderState state(PurchaseOrder order) {
            OrderAcknowledgment said = answers.get(order.poNumber());
            boolean goods = document instanceof ShipmentNotice || document instanceof Invoice;
            OrderAcknowledgment answer = said == null && goods ? asOrdered(order) : said;
            boolean cancelled = order.lines().stream().allMatch(l -> l.quantity().amount().signum() == 0);
            OrderState.Step step = cancelled ? OrderState.Step.CANCELLED : answer == null ? OrderState.Step.NEW
                : OrderState.Step.ACKNOWLEDGED;
            return new OrderState(partner, step, order, answer, said != null && changed.contains(order.poNumber()),
                references.get(order.poNumber()), order.lines().stream().map(l -> line(l, answer, shipped(order, l, answer),
                invoiced(order, l))).toList());
        }

        private BigDecimal shipped(PurchaseOrder order, PurchaseOrder.Line line, OrderAcknowledgment answer) {
            Set<String> ids = noticesOfOrder.getOrDefault(order.poNumber(), Set.of());
            if (document instanceof Invoice && ids.isEmpty()) {
                OrderState.Line promised = line(line, answer, BigDecimal.ZERO, BigDecimal.ZERO);
                return promised.promised();
            }
            return ids.stream().filter(id -> !id.equals(replaced)).map(notices::get).filter(Objects::nonNull)
                .flatMap(n -> n.items().stream()).filter(i -> order.poNumber().equals(i.poNumber())
                    && LineNumbers.same(i.poLineNo(), line.lineNo()) && line.quantity().unit().equals(i.quantity().unit()))
                .map(i -> i.quantity().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        private BigDecimal invoiced(PurchaseOrder order, PurchaseOrder.Line line) {
            BigDecimal sum = BigDecimal.ZERO;
            for (String number : invoicesOfOrder.getOrDefault(order.poNumber(), Set.of())) {
                Invoice invoice = invoices.get(number);
                for (Invoice.Line l : invoice.lines()) {
                    String po = l.poNumber() != null ? l.poNumber() : invoice.poNumber();
                    if (order.poNumber().equals(po) && LineNumbers.same(l.poLineNo(), line.lineNo())
                        && line.quantity().unit().equals(l.quantity().unit())) {
                        sum = "CREDIT".equals(invoice.kind()) ? sum.subtract(l.quantity().amount()) : sum.add(l.quantity().amount());
                    }
                }
            }
            return sum;
        }

        @Override
        public Optional<Use> shipment(String shipmentId) {
            return notices.containsKey(shipmentId) && !shipmentId.equals(replaced) ? use(shipmentId) : Optional.empty();
        }

        @Override
        public Optional<Use> invoice(String invoiceNumber) {
            return invoices.containsKey(invoiceNumber) ? use(invoiceNumber) : Optional.empty();
        }

        @Override
        public Optional<Use> sscc(String sscc) {
            return Optional.ofNullable(ssccs.get(sscc)).filter(id -> !id.equals(replaced)).flatMap(this::use);
        }

        @Override
        public Optional<Use> payment(String paymentReference) {
            return payments.contains(paymentReference) ? use(paymentReference) : Optional.empty();
        }

        private Optional<Use> use(String number) {
            return Optional.of(new Use("of an earlier file", number, now));
        }

        @Override
        public Optional<InventoryAdvice> fullAdvice() {
            return Optional.ofNullable(fullAdvice);
        }

        @Override
        public Instant now() {
            return now;
        }
    }

    /** Every line promised as it was ordered. */
    private static OrderAcknowledgment asOrdered(PurchaseOrder order) {
        return new OrderAcknowledgment("OrderAcknowledgment", order.poNumber(), order.orderDate(), null, null, order.vendorCode(), null,
            order.lines().stream().map(l -> new OrderAcknowledgment.Line(l.lineNo(), l.buyerItem(), l.vendorItem(), l.gtin(), l.isbn(),
                l.quantity(), l.price(), List.of(new Disposition("ACCEPTED", l.quantity(), null, null, null)), null)).toList(), null);
    }
}
