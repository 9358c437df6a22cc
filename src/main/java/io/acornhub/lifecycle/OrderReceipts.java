// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** What Amazon says it received of order lines. Of two readings the one of the later change holds. Expects the caller's transaction. */
@Repository
public class OrderReceipts {
    private static final String COLUMNS = "line_no, received, unit, unit_size, status, last_receipt, updated_at";
    private final JdbcTemplate jdbc;

    public OrderReceipts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One line.
     *
     * @param unit as the hub's code list {@code units} names it; {@code unitSize} eaches in one, null where it is not said
     * @param status NOT_RECEIVED, PARTIALLY_RECEIVED, RECEIVED, or as Amazon writes it
     * @param lastReceipt when goods were last received
     * @param updatedAt when Amazon changed the order last
     */
    public record Receipt(String lineNo, BigDecimal received, String unit, Integer unitSize, String status, Instant lastReceipt,
                          Instant updatedAt) {

        /** Whether this one, read later, says nothing that the other does not say. */
        public boolean saysNoMoreThan(Receipt other) {
            return other.updatedAt() != null && updatedAt != null && (other.updatedAt().isAfter(updatedAt)
                || other.updatedAt().equals(updatedAt) && received.compareTo(other.received()) == 0 && Objects.equals(unit, other.unit())
                && Objects.equals(unitSize, other.unitSize()) && Objects.equals(status, other.status())
                && Objects.equals(lastReceipt, other.lastReceipt()));
        }
    }

    /** Whether the order is one of ours; what is told of others is not kept. */
    public boolean knows(String partner, String poNumber) {
        Integer found = jdbc.queryForObject("select count(*) from purchase_order where partner = ? and po_number = ?", Integer.class,
            partner, poNumber);
        return found != null && found > 0;
    }

    public void take(String partner, String poNumber, Receipt r, Instant readAt) {
        Object[] values = {r.received(), r.unit(), r.unitSize(), r.status(), time(r.lastReceipt()), time(r.updatedAt()), time(readAt),
            partner, poNumber, r.lineNo()};
        int inserted = jdbc.update("insert into order_receipt (received, unit, unit_size, status, last_receipt, updated_at, read_at, "
            + "partner, po_number, line_no) values (?,?,?,?,?,?,?,?,?,?) on conflict do nothing", values);
        if (inserted == 0) {
            Object[] all = new Object[values.length + 1];
            System.arraycopy(values, 0, all, 0, values.length);
            all[values.length] = time(r.updatedAt() == null ? readAt : r.updatedAt());
            jdbc.update("update order_receipt set received = ?, unit = ?, unit_size = ?, status = ?, last_receipt = ?, updated_at = ?, "
                + "read_at = ? where partner = ? and po_number = ? and line_no = ? and (updated_at is null or updated_at <= ?)", all);
        }
    }

    public List<Receipt> of(String partner, String poNumber) {
        return jdbc.query("select " + COLUMNS + " from order_receipt where partner = ? and po_number = ? order by line_no",
            (rs, n) -> receipt(rs), partner, poNumber);
    }

    private static Receipt receipt(ResultSet rs) throws SQLException {
        return new Receipt(rs.getString("line_no"), rs.getBigDecimal("received"), rs.getString("unit"),
            rs.getObject("unit_size", Integer.class), rs.getString("status"), Alarms.instant(rs, "last_receipt"),
            Alarms.instant(rs, "updated_at"));
    }

    private static Timestamp time(Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
