// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.internal;

import io.acornhub.lifecycle.Act;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/** The documents that count, or once did, and the orders they are about. */
public final class Counted {
    private static final String COLUMNS = "select d.seq, d.document_id, d.partner, d.kind, d.number, d.vendor_code, d.status, d.replaces, "
        + "d.counted_at, d.decided_at from counted_document d ";
    private final JdbcTemplate jdbc;

    public Counted(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** It counts and nothing is known of the partner's answer; accepted; refused by the partner; replaced by a later one. */
    public enum Status {
        COUNTS, ACCEPTED, REJECTED, REPLACED
    }

    /** @param replaces the document that counted under this number before; null for none */
    public record Row(long seq, String documentId, String partner, Act act, String number, String vendorCode, Status status,
                      String replaces, Instant countedAt, Instant decidedAt) {
        public boolean counts() {
            return status == Status.COUNTS || status == Status.ACCEPTED;
        }
    }

    public Optional<Row> find(String documentId) {
        return jdbc.query(COLUMNS + "where d.document_id = ?", Counted::row, documentId).stream().findFirst();
    }

    /** Everything about an order in the order in which it came to count. */
    public List<Row> ofOrder(String partner, String poNumber) {
        return jdbc.query(COLUMNS + "join counted_order o on o.document_id = d.document_id where o.partner = ? and o.po_number = ? "
            + "order by d.seq", Counted::row, partner, poNumber);
    }

    public List<String> orders(String documentId) {
        return jdbc.queryForList("select po_number from counted_order where document_id = ?", String.class, documentId);
    }

    /** The orders of several documents, by partner. */
    public SortedMap<String, Set<String>> ordersOf(Collection<String> documentIds) {
        SortedMap<String, Set<String>> found = new TreeMap<>();
        if (!documentIds.isEmpty()) {
            jdbc.query("select d.partner, o.po_number from counted_order o join counted_document d on d.document_id = o.document_id "
                + "where o.document_id in (" + String.join(",", Collections.nCopies(documentIds.size(), "?")) + ")",
                rs -> {
                    found.computeIfAbsent(rs.getString(1), partner -> new TreeSet<>()).add(rs.getString(2));
                }, documentIds.toArray());
        }
        return found;
    }

    /** The newest that counts of that kind and vendor code, one document left out. */
    public Optional<Row> last(String partner, Act act, String vendorCode, String except) {
        return jdbc.query(COLUMNS + "where d.partner = ? and d.kind = ? and d.vendor_code = ? and d.status in ('COUNTS','ACCEPTED') "
            + "and d.document_id <> ? order by d.seq desc fetch first 1 rows only", Counted::row, partner, act.name(),
            vendorCode == null ? "" : vendorCode, except).stream().findFirst();
    }

    public void add(String documentId, String partner, Act act, String number, String vendorCode, String replaces, Instant at,
                    Collection<String> poNumbers) {
        jdbc.update("insert into counted_document (document_id, partner, kind, number, vendor_code, status, replaces, counted_at) "
            + "values (?,?,?,?,?,'COUNTS',?,?)", documentId, partner, act.name(), number == null ? "" : number,
            vendorCode == null ? "" : vendorCode, replaces, Timestamp.from(at));
        jdbc.batchUpdate("insert into counted_order (partner, po_number, document_id) values (?,?,?)",
            poNumbers.stream().map(po -> new Object[] {partner, po, documentId}).toList());
    }

    public void status(String documentId, Status status) {
        jdbc.update("update counted_document set status = ? where document_id = ?", status.name(), documentId);
    }

    public void decided(String documentId, Status status, Instant at) {
        jdbc.update("update counted_document set status = ?, decided_at = ? where document_id = ?", status.name(), Timestamp.from(at),
            documentId);
    }

    /** A rejected document leaves the chain of replacements: what replaced it replaces what it had replaced. */
    public void unchain(Row rejected) {
        jdbc.update("update counted_document set replaces = ? where replaces = ?", rejected.replaces(), rejected.documentId());
    }

    /** Takes a rejected document's rows away, so that it can count anew. */
    public void remove(String documentId) {
        for (String table : List.of("counted_order", "acknowledgment_line", "shipment", "shipment_line", "shipped_package", "invoice",
            "invoice_line", "counted_document")) {
            jdbc.update("delete from " + table + " where document_id = ?", documentId);
        }
    }

    private static Row row(ResultSet rs, int number) throws SQLException {
        return new Row(rs.getLong(1), rs.getString(2), rs.getString(3), Act.valueOf(rs.getString(4)), rs.getString(5), rs.getString(6),
            Status.valueOf(rs.getString(7)), rs.getString(8), instant(rs, 9), instant(rs, 10));
    }

    static Instant instant(ResultSet rs, int column) throws SQLException {
        OffsetDateTime value = rs.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
