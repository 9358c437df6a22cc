// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp.database;

import io.acornhub.erp.database.AcknowledgmentRows.Header;
import io.acornhub.erp.database.AcknowledgmentRows.Line;
import io.acornhub.erp.database.AcknowledgmentRows.Schedule;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the rows of one acknowledgment; text is trimmed since char columns come back padded. */
final class AcknowledgmentReader {
    private static final String LINES = "select line_no, po_line_no, buyer_item, vendor_item, ean, upc, qty, uom, pack_size,"
        + " net_price, price_basis_uom from iface_line where header_id = ? order by line_no";
    private static final String SCHEDULES = "select line_no, sched_no, action, qty, uom, ship_date, delivery_date, reason_code"
        + " from iface_schedule where header_id = ? order by line_no, sched_no";

    private final JdbcTemplate jdbc;

    AcknowledgmentReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Everything of one document.
     *
     * @param takenHash payload_hash of a row that had been finished before, else null
     */
    record Rows(Header header, String takenHash, List<Line> lines, List<Schedule> schedules) {

        /** SHA-256 of all that is read; the records' texts hold every value. */
        String hash() {
            try {
                String all = header.toString() + lines + schedules;
                return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest(all.getBytes(StandardCharsets.UTF_8)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }
    }

    /** Null where the claim does not hold any more. */
    Rows read(long headerId, String token) {
        List<Rows> found = jdbc.query("select po_number, vendor_code, partner_doc_no, doc_date, currency, processed_at,"
            + " payload_hash from iface_doc where header_id = ? and status = 'PROCESSING' and locked_by = ?",
            (row, number) -> new Rows(
                new Header(text(row, 1), text(row, 2), text(row, 3), row.getObject(4, LocalDate.class), text(row, 5)),
                row.getTimestamp(6) == null ? null : text(row, 7), lines(headerId), schedules(headerId)), headerId, token);
        return found.isEmpty() ? null : found.get(0);
    }

    private List<Line> lines(long headerId) {
        return jdbc.query(LINES, (row, number) -> new Line(text(row, 1), text(row, 2), text(row, 3), text(row, 4), text(row, 5),
            text(row, 6), decimal(row, 7), text(row, 8), (Integer) row.getObject(9), decimal(row, 10), text(row, 11)), headerId);
    }

    private List<Schedule> schedules(long headerId) {
        return jdbc.query(SCHEDULES, (row, number) -> new Schedule(text(row, 1), row.getInt(2), text(row, 3), decimal(row, 4),
            text(row, 5), row.getObject(6, LocalDate.class), row.getObject(7, LocalDate.class), text(row, 8)), headerId);
    }

    private static String text(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null || text.isBlank() ? null : text.trim();
    }

    private static BigDecimal decimal(ResultSet row, int column) throws SQLException {
        BigDecimal number = row.getBigDecimal(column);
        if (number == null) {
            return null;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
