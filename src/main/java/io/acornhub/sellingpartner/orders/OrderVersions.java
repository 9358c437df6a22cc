// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Every version of an order that a connection showed. Writing methods expect the caller's transaction. */
@Repository
public class OrderVersions {
    private static final int AT_ONCE = 200;
    private static final String COLUMNS = "select connection, po_number, content_sha256, changed_at, vendor_code, outcome, document_id, "
        + "interchange_id, seen_at, counted_at from sp_order_version ";
    private final JdbcTemplate jdbc;

    public OrderVersions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What became of it. */
    public enum Outcome {
        /** It is a document of the hub. */
        TAKEN,
        /** Its vendor code is not served by the connection. */
        NOT_SERVED,
        /** It cannot be read, and is kept as a rejected document. */
        REFUSED
    }

    /**
     * @param changedAt null before the first change
     * @param documentId null where it was not served
     * @param countedAt when it came to count: as the order, as a change of it, or as one that says the same; null before
     */
    public record Version(String connection, String poNumber, String hash, Instant changedAt, String vendorCode, Outcome outcome,
                          String documentId, String interchangeId, Instant seenAt, Instant countedAt) {

        /** Whether Amazon made it later; of two without a change between them, what was seen later. */
        public boolean laterThan(Version other) {
            Instant mine = changedAt == null ? Instant.EPOCH : changedAt;
            Instant others = other.changedAt == null ? Instant.EPOCH : other.changedAt;
            int order = mine.equals(others) ? documentId.compareTo(other.documentId) : mine.compareTo(others);
            return order > 0;
        }
    }

    /** What became of those that were seen before, by {@link SeenOrder#key()}. */
    public Map<String, Outcome> known(String connection, Collection<SeenOrder> orders) {
        Map<String, Outcome> found = new HashMap<>();
        List<String> numbers = List.copyOf(new TreeSet<>(orders.stream().map(o -> o.poNumber() == null ? "" : o.poNumber()).toList()));
        for (int from = 0; from < numbers.size(); from += AT_ONCE) {
            List<Object> arguments = new ArrayList<>(List.of(connection));
            arguments.addAll(numbers.subList(from, Math.min(numbers.size(), from + AT_ONCE)));
            jdbc.query("select po_number, content_sha256, outcome from sp_order_version where connection = ? and po_number in ("
                + String.join(",", Collections.nCopies(arguments.size() - 1, "?")) + ")", rs -> {
                    found.put(rs.getString(1) + "|" + rs.getString(2), Outcome.valueOf(rs.getString(3)));
                }, arguments.toArray());
        }
        return found;
    }

    /** @return whether it is new, or is served now and was not; then {@code documentId} is its document */
    public boolean take(String connection, SeenOrder order, Outcome outcome, String documentId, String interchangeId, Instant at) {
        String number = order.poNumber() == null ? "" : order.poNumber();
        int inserted = jdbc.update("insert into sp_order_version (connection, po_number, content_sha256, changed_at, vendor_code, outcome, "
            + "document_id, interchange_id, seen_at) values (?,?,?,?,?,?,?,?,?) on conflict do nothing", connection, number, order.hash(),
            order.changedAt() == null ? null : Timestamp.from(order.changedAt()), order.vendorCode(), outcome.name(), documentId,
            interchangeId, Timestamp.from(at));
        return inserted == 1 || outcome != Outcome.NOT_SERVED && jdbc.update("update sp_order_version set outcome = ?, document_id = ?, "
            + "interchange_id = ?, seen_at = ? where connection = ? and po_number = ? and content_sha256 = ? and outcome = 'NOT_SERVED'",
            outcome.name(), documentId, interchangeId, Timestamp.from(at), connection, number, order.hash()) == 1;
    }

    public Optional<Version> ofDocument(String documentId) {
        return jdbc.query(COLUMNS + "where document_id = ?", OrderVersions::row, documentId).stream().findFirst();
    }

    /** The latest version of an order that counts. */
    public Optional<Version> latest(String connection, String poNumber) {
        return jdbc.query(COLUMNS + "where connection = ? and po_number = ? and counted_at is not null", OrderVersions::row, connection,
            poNumber).stream().reduce((a, b) -> b.laterThan(a) ? b : a);
    }

    public void counts(String documentId, Instant at) {
        jdbc.update("update sp_order_version set counted_at = ? where document_id = ? and counted_at is null", Timestamp.from(at),
            documentId);
    }

    /** Orders of vendor codes that the connection does not serve, latest first. */
    public List<Version> notServed(String connection, int limit) {
        return jdbc.query(COLUMNS + "where connection = ? and outcome = 'NOT_SERVED' order by seen_at desc, po_number fetch first " + limit
            + " rows only", OrderVersions::row, connection);
    }

    private static Version row(ResultSet rs, int number) throws SQLException {
        return new Version(rs.getString("connection"), rs.getString("po_number"), rs.getString("content_sha256"),
            OrderCursors.instant(rs, "changed_at"), rs.getString("vendor_code"), Outcome.valueOf(rs.getString("outcome")),
            rs.getString("document_id"), rs.getString("interchange_id"), OrderCursors.instant(rs, "seen_at"),
            OrderCursors.instant(rs, "counted_at"));
    }
}
