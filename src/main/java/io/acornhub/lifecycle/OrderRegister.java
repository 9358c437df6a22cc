// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import io.acornhub.canonical.OrderAcknowledgment;
import io.acornhub.canonical.OrderAcknowledgment.Disposition;
import io.acornhub.canonical.PurchaseOrder;
import io.acornhub.partner.Deadline;
import io.acornhub.partner.Partner;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The orders with their lines: ordered and acknowledged. Writing methods expect the caller's transaction. */
@Repository
public class OrderRegister {
    private final JdbcTemplate jdbc;

    public OrderRegister(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** An order's documents: the 850 that made it and the acknowledgment that was last sent, null before. */
    public record Entry(String orderDocument, String acknowledgmentDocument) {
    }

    /**
     * Registers a new order.
     *
     * @return empty if it is new or was registered by this very document; else the document that made the order before
     */
    public Optional<String> register(Partner partner, PurchaseOrder order, String documentId, Instant receivedAt) {
        Instant due = due(partner, "855", receivedAt).orElse(null);
        int inserted = jdbc.update("insert into purchase_order (partner, po_number, document_id, vendor_code, order_date, state, "
            + "received_at, acknowledgment_due) values (?,?,?,?,?,'NEW',?,?) on conflict do nothing", partner.name(), order.poNumber(),
            documentId, order.vendorCode(), order.orderDate() == null ? null : Date.valueOf(order.orderDate()),
            Timestamp.from(receivedAt), due == null ? null : Timestamp.from(due));
        if (inserted == 0) {
            return find(partner.name(), order.poNumber()).map(Entry::orderDocument).filter(first -> !first.equals(documentId));
        }
        jdbc.batchUpdate("insert into order_line (partner, po_number, line_no, gtin, buyer_item, vendor_item, ordered, unit, net_price) "
            + "values (?,?,?,?,?,?,?,?,?) on conflict do nothing", order.lines().stream().map(l -> new Object[] {partner.name(),
                order.poNumber(), l.lineNo(), l.gtin(), l.buyerItem(), l.vendorItem(), l.quantity().amount(), l.quantity().unit(),
                l.price() == null ? null : l.price().amount()}).toList());
        return Optional.empty();
    }

    /** When a document is due for an order that came in then, by the partner's dated policies. */
    public static Optional<Instant> due(Partner partner, String document, Instant receivedAt) {
        return partner.deadlines().stream().filter(d -> d.document().equals(document))
            .filter(d -> !d.from().isAfter(receivedAt.atZone(partner.zone()).toLocalDate()))
            .max(Comparator.comparing(Deadline::from)).map(d -> receivedAt.plus(d.within()));
    }

    public Optional<Entry> find(String partner, String poNumber) {
        return jdbc.query("select document_id, acknowledgment_document from purchase_order where partner = ? and po_number = ?",
            (rs, n) -> new Entry(rs.getString(1), rs.getString(2)), partner, poNumber).stream().findFirst();
    }

    /** The partner that ordered under this number; empty if none or several did. */
    public Optional<String> partnerOf(String poNumber) {
        List<String> partners = jdbc.queryForList("select partner from purchase_order where po_number = ?", String.class, poNumber);
        return partners.size() == 1 ? Optional.of(partners.get(0)) : Optional.empty();
    }

    /** Records an acknowledgment that is on its way out. */
    public void acknowledged(String partner, OrderAcknowledgment answer, String documentId, Instant at) {
        jdbc.update("update purchase_order set state = 'ACKNOWLEDGED', acknowledged_at = ?, acknowledgment_document = ? "
            + "where partner = ? and po_number = ?", Timestamp.from(at), documentId, partner, answer.poNumber());
        jdbc.batchUpdate("update order_line set accepted = ?, back_ordered = ?, rejected = ? where partner = ? and po_number = ? "
            + "and line_no = ?", answer.lines().stream().map(l -> new Object[] {sum(l, "ACCEPTED"), sum(l, "BACKORDERED"),
                sum(l, "REJECTED"), partner, answer.poNumber(), l.lineNo()}).toList());
    }

    private static BigDecimal sum(OrderAcknowledgment.Line line, String status) {
        return line.dispositions().stream().filter(d -> status.equals(d.status())).map(Disposition::quantity)
            .map(q -> q.amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
