// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.internal;

import io.acornhub.canonical.CanonicalDocument;
import io.acornhub.canonical.InventoryAdvice;
import io.acornhub.canonical.OrderAcknowledgment;
import io.acornhub.canonical.PurchaseOrder;
import io.acornhub.canonical.PurchaseOrderChange;
import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.lifecycle.Act;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.OrderFigures;
import io.acornhub.lifecycle.OrderState;
import io.acornhub.lifecycle.StoredDocuments;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** The book as the tables have it, one document and the shipment it replaces left out. Orders are read once. */
public final class DatabaseOrderBook implements OrderBook {
    /** How long a shipment id belongs to its shipment (facts, section 4.3). */
    public static final Duration SHIPMENT_ID_HOLDS = Duration.ofDays(365);
    private static final int AT_ONCE = 500;
    private final JdbcTemplate jdbc;
    private final StoredDocuments documents;
    private final String partner;
    private final CanonicalDocument document;
    private final Set<String> leftOut;
    private final String own;
    private final Instant now;
    private final Counted counted;
    private final OrderTable orders;
    private final Map<String, Optional<OrderState>> read = new HashMap<>();
    private Map<String, Use> packages;

    /** @param leftOut the documents that are not to count, the one in question first */
    public DatabaseOrderBook(JdbcTemplate jdbc, StoredDocuments documents, String partner, CanonicalDocument document,
                             List<String> leftOut, Instant now) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.partner = partner;
        this.document = document;
        this.leftOut = Set.copyOf(leftOut);
        this.own = leftOut.get(0);
        this.now = now;
        this.counted = new Counted(jdbc);
        this.orders = new OrderTable(jdbc);
    }

    @Override
    public Optional<OrderState> order(String poNumber) {
        return read.computeIfAbsent(poNumber, po -> orders.find(partner, po).map(this::state));
    }

    private OrderState state(OrderTable.Header order) {
        List<Counted.Row> rows = counted.ofOrder(partner, order.poNumber()).stream()
            .filter(r -> !leftOut.contains(r.documentId())).toList();
        OrderFigures figures = new OrderReader(jdbc).read(order, rows);
        OrderAcknowledgment last = rows.stream().filter(r -> r.counts() && (r.act() == Act.ACKNOWLEDGMENT
            || r.act() == Act.CHANGE_ACKNOWLEDGMENT)).reduce((one, other) -> other)
            .flatMap(r -> documents.canonical(r.documentId())).map(OrderAcknowledgment.class::cast).orElse(null);
        return new OrderState(partner, figures.step(), asItStands(rows), last, changeAwaitsAnswer(rows),
            order.amazonReference(), figures.lines().stream()
            .map(l -> new OrderState.Line(l.lineNo(), l.buyerItem(), l.vendorItem(), l.gtin(), l.isbn(), l.unit(), l.unitSize(),
                l.ordered(), l.accepted(), l.backOrdered(), l.rejected(), l.shipped(), l.invoiced(), l.unitPrice(),
                l.acknowledgedPrice())).toList());
    }

    /** Whether a change came to count after the last answer; before the first answer there is only the order to be answered. */
    private static boolean changeAwaitsAnswer(List<Counted.Row> rows) {
        boolean answered = false;
        boolean awaits = false;
        for (Counted.Row row : rows) {
            if (row.counts() && (row.act() == Act.ACKNOWLEDGMENT || row.act() == Act.CHANGE_ACKNOWLEDGMENT)) {
                answered = true;
                awaits = false;
            } else if (row.counts() && row.act() == Act.CHANGE) {
                awaits = answered;
            }
        }
        return awaits;
    }

    private PurchaseOrder asItStands(List<Counted.Row> rows) {
        PurchaseOrder order = null;
        for (Counted.Row row : rows) {
            if (row.act() == Act.ORDER) {
                order = (PurchaseOrder) stored(row);
            } else if ((row.act() == Act.CHANGE || row.act() == Act.CANCELLATION) && order != null) {
                order = OrderChanges.apply(order, (PurchaseOrderChange) stored(row));
            }
        }
        return order;
    }

    private CanonicalDocument stored(Counted.Row row) {
        return documents.canonical(row.documentId()).orElseThrow(() -> new IllegalStateException("document " + row.documentId()
            + " of order " + row.number() + " has no canonical form"));
    }

    @Override
    public Optional<Instant> firstAnswered(String poNumber) {
        return counted.ofOrder(partner, poNumber).stream().filter(r -> !leftOut.contains(r.documentId()))
            .filter(r -> r.status() != Counted.Status.REJECTED && r.act() == Act.ACKNOWLEDGMENT).map(Counted.Row::countedAt).findFirst();
    }

    @Override
    public Optional<Use> shipment(String shipmentId) {
        return new Numbers(jdbc).holder(partner, Numbers.SHIPMENT, shipmentId).filter(u -> !leftOut.contains(u.documentId()))
            .filter(u -> u.at().isAfter(now.minus(SHIPMENT_ID_HOLDS)));
    }

    @Override
    public Optional<Replaced> replaced(String shipmentId) {
        return new Numbers(jdbc).holder(partner, Numbers.SHIPMENT, shipmentId).filter(u -> !u.documentId().equals(own))
            .flatMap(u -> documents.canonical(u.documentId()).map(d -> new Replaced(u, (ShipmentNotice) d)));
    }

    @Override
    public Optional<Use> invoice(String invoiceNumber) {
        return new Numbers(jdbc).holder(partner, Numbers.INVOICE, invoiceNumber).filter(u -> !leftOut.contains(u.documentId()));
    }

    @Override
    public Optional<Use> payment(String paymentReference) {
        return new Numbers(jdbc).holder(partner, Numbers.PAYMENT, paymentReference).filter(u -> !leftOut.contains(u.documentId()));
    }

    @Override
    public Optional<Use> sscc(String sscc) {
        if (packages == null) {
            packages = document instanceof ShipmentNotice notice && notice.packages() != null ? packages(notice.packages().stream()
                .map(ShipmentNotice.Package::sscc).filter(s -> s != null).distinct().toList()) : Map.of();
        }
        return Optional.ofNullable(packages.containsKey(sscc) ? packages.get(sscc) : packages(List.of(sscc)).get(sscc));
    }

    /** By SSCC the other shipment that used it, null where none did. */
    private Map<String, Use> packages(List<String> codes) {
        boolean again = document instanceof ShipmentNotice notice && !"ORIGINAL".equals(notice.purpose()) && notice.purpose() != null;
        Map<String, Use> found = new HashMap<>();
        codes.forEach(c -> found.put(c, null));
        for (int from = 0; from < codes.size(); from += AT_ONCE) {
            List<String> some = new ArrayList<>(codes.subList(from, Math.min(codes.size(), from + AT_ONCE)));
            jdbc.query("select sscc, document_id, shipment_id, shipped_at from shipped_package where sscc in ("
                + String.join(",", Collections.nCopies(some.size(), "?")) + ") order by shipped_at", rs -> {
                    boolean ours = leftOut.contains(rs.getString(2))
                        || again && rs.getString(3).equals(document.documentNumber());
                    if (!ours) {
                        found.put(rs.getString(1), new Use(rs.getString(2), rs.getString(3), Counted.instant(rs, 4)));
                    }
                }, some.toArray());
        }
        return found;
    }

    @Override
    public Optional<InventoryAdvice> fullAdvice() {
        return counted.last(partner, Act.FULL_ADVICE, document.vendorCode(), own)
            .flatMap(r -> documents.canonical(r.documentId())).map(InventoryAdvice.class::cast);
    }

    @Override
    public Instant now() {
        return now;
    }
}
