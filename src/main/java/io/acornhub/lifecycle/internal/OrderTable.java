// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.internal;

import io.acornhub.canonical.PurchaseOrder;
import io.acornhub.lifecycle.LineNumbers;
import io.acornhub.lifecycle.OrderState.Step;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/** The orders and their lines as ordered, changes included. */
public final class OrderTable {
    private static final int AT_ONCE = 500;
    private static final String HEADER = "select partner, po_number, document_id, vendor_code, order_date, state, received_at, "
        + "acknowledgment_due, acknowledged_at, acknowledgment_document, currency, amazon_reference, cancelled from purchase_order ";
    private final JdbcTemplate jdbc;

    public OrderTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param documentId the 850 that made it */
    public record Header(String partner, String poNumber, String documentId, String vendorCode, LocalDate orderDate, Step step,
                         Instant receivedAt, Instant acknowledgmentDue, Instant acknowledgedAt, String acknowledgmentDocument,
                         String currency, String amazonReference, boolean cancelled) {
    }

    /** @param firstOrdered what the 850 ordered, {@code ordered} what is ordered now */
    public record Line(String lineNo, String gtin, String buyerItem, String vendorItem, String isbn, BigDecimal firstOrdered,
                       BigDecimal ordered, String unit, Integer unitSize, BigDecimal netPrice, boolean cancelled) {
    }

    /** False where the number is taken already. */
    public boolean insert(String partner, PurchaseOrder order, String documentId, Instant receivedAt, Instant due) {
        int inserted = jdbc.update("insert into purchase_order (partner, po_number, document_id, vendor_code, order_date, state, "
            + "received_at, acknowledgment_due, currency) values (?,?,?,?,?,'NEW',?,?,?) on conflict do nothing", partner,
            order.poNumber(), documentId, order.vendorCode(), order.orderDate() == null ? null : Date.valueOf(order.orderDate()),
            Timestamp.from(receivedAt), time(due), order.currency());
        if (inserted > 0) {
            addLines(partner, order.poNumber(), order.lines());
        }
        return inserted > 0;
    }

    private void addLines(String partner, String poNumber, List<PurchaseOrder.Line> lines) {
        jdbc.batchUpdate("insert into order_line (partner, po_number, line_no, gtin, buyer_item, vendor_item, isbn, ordered, "
            + "first_ordered, unit, unit_size, net_price) values (?,?,?,?,?,?,?,?,?,?,?,?) on conflict do nothing",
            lines.stream().map(l -> new Object[] {
                partner, poNumber, l.lineNo(), l.gtin(), l.buyerItem(), l.vendorItem(), l.isbn(), l.quantity().amount(),
                l.quantity().amount(), l.quantity().unit(), l.quantity().unitSize(), price(l)}).toList());
    }

    /** Writes the order as a change left it: lines changed, added, and those that are gone as cancelled. */
    public void change(String partner, PurchaseOrder order, boolean cancelled, Instant due) {
        jdbc.update("update purchase_order set cancelled = ?, acknowledgment_due = coalesce(?, acknowledgment_due) where partner = ? "
            + "and po_number = ?", cancelled, time(due), partner, order.poNumber());
        List<Object[]> changed = new ArrayList<>();
        List<PurchaseOrder.Line> added = new ArrayList<>(order.lines());
        for (Line known : lines(partner, order.poNumber())) {
            Optional<PurchaseOrder.Line> now = order.lines().stream().filter(l -> LineNumbers.same(l.lineNo(), known.lineNo()))
                .findFirst();
            now.ifPresent(added::remove);
            changed.add(now.map(l -> new Object[] {l.quantity().amount(), price(l), l.quantity().amount().signum() == 0, partner,
                order.poNumber(), known.lineNo()}).orElseGet(() -> new Object[] {BigDecimal.ZERO, known.netPrice(), true, partner,
                    order.poNumber(), known.lineNo()}));
        }
        jdbc.batchUpdate("update order_line set ordered = ?, net_price = ?, cancelled = ? where partner = ? and po_number = ? "
            + "and line_no = ?", changed);
        addLines(partner, order.poNumber(), added);
    }

    /** The orders with these numbers, their rows locked until the transaction ends; always in one order, so that none wait in a ring. */
    public Map<String, Header> lock(String partner, Collection<String> poNumbers) {
        Map<String, Header> found = new HashMap<>();
        List<String> sorted = List.copyOf(new TreeSet<>(poNumbers));
        for (int from = 0; from < sorted.size(); from += AT_ONCE) {
            List<Object> arguments = new ArrayList<>(List.of(partner));
            arguments.addAll(sorted.subList(from, Math.min(sorted.size(), from + AT_ONCE)));
            jdbc.query(HEADER + "where partner = ? and po_number in (" + String.join(",", Collections.nCopies(arguments.size() - 1, "?"))
                + ") order by po_number for update", OrderTable::header, arguments.toArray()).forEach(h -> found.put(h.poNumber(), h));
        }
        return found;
    }

    public Optional<Header> find(String partner, String poNumber) {
        return jdbc.query(HEADER + "where partner = ? and po_number = ?", OrderTable::header, partner, poNumber).stream().findFirst();
    }

    /** The order of every partner that uses this number. */
    public List<Header> find(String poNumber) {
        return jdbc.query(HEADER + "where po_number = ? order by partner", OrderTable::header, poNumber);
    }

    /** Orders by a condition on the table's columns, for lists. */
    public List<Header> select(String condition, Object... arguments) {
        return jdbc.query(HEADER + condition, OrderTable::header, arguments);
    }

    public List<Line> lines(String partner, String poNumber) {
        return jdbc.query("select line_no, gtin, buyer_item, vendor_item, isbn, first_ordered, ordered, unit, unit_size, net_price, "
            + "cancelled from order_line where partner = ? and po_number = ? order by length(line_no), line_no", (rs, n) -> new Line(
                rs.getString(1), rs.getString(2), rs.getString(3), rs.getString(4), rs.getString(5), rs.getBigDecimal(6),
                rs.getBigDecimal(7), rs.getString(8), rs.getObject(9, Integer.class), rs.getBigDecimal(10), rs.getBoolean(11)),
            partner, poNumber);
    }

    public void stand(String partner, String poNumber, Step step, Counted.Row acknowledgment, boolean answered) {
        jdbc.update("update purchase_order set state = ?, acknowledgment_document = ?, acknowledged_at = ? where partner = ? "
            + "and po_number = ?", step.name(), acknowledgment == null ? null : acknowledgment.documentId(),
            answered ? time(acknowledgment.countedAt()) : null, partner, poNumber);
    }

    public void amazonReference(String partner, String poNumber, String reference) {
        jdbc.update("update purchase_order set amazon_reference = ? where partner = ? and po_number = ?", reference, partner, poNumber);
    }

    private static BigDecimal price(PurchaseOrder.Line line) {
        return line.price() == null ? null : line.price().amount();
    }

    private static Timestamp time(Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static Header header(ResultSet rs, int number) throws SQLException {
        return new Header(rs.getString(1), rs.getString(2), rs.getString(3), rs.getString(4), rs.getObject(5, LocalDate.class),
            Step.valueOf(rs.getString(6)), Counted.instant(rs, 7), Counted.instant(rs, 8), Counted.instant(rs, 9), rs.getString(10),
            rs.getString(11), rs.getString(12), rs.getBoolean(13));
    }
}
