// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp.database;

import io.acornhub.interchange.Fault;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the rows of one document, whatever columns its tables have. */
final class RowReader {
    /** Columns that order the rows of a table and name one of them. */
    private static final Map<String, List<String>> KEYS = Map.of("iface_line", List.of("line_no"),
        "iface_schedule", List.of("line_no", "sched_no"), "iface_party", List.of("role", "line_no"),
        "iface_charge", List.of("line_no", "seq"), "iface_package", List.of("package_no"),
        "iface_package_item", List.of("package_no", "line_no", "lot_no"), "iface_text", List.of("line_no", "seq"),
        "iface_extra", List.of("line_no", "name"), "iface_load", List.of("seq"));

    private final JdbcTemplate jdbc;

    RowReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Null where the claim does not hold any more. */
    CollectedRows read(long headerId, String token, List<String> tables) {
        List<Fault> faults = new ArrayList<>();
        List<Row> found = jdbc.query("select * from iface_doc where header_id = ? and status = 'PROCESSING' and locked_by = ?",
            (row, number) -> row("iface_doc", row, faults), headerId, token);
        if (found.isEmpty()) {
            return null;
        }
        Map<String, List<Row>> rows = new LinkedHashMap<>();
        for (String table : tables) {
            List<String> keys = KEYS.get(table);
            rows.put(table, jdbc.query("select * from " + table + " where header_id = ? order by " + String.join(", ", keys),
                (row, number) -> {
                    Row read = row(table, row, faults);
                    return read.at(String.valueOf(read.text(keys.get(0))));
                }, headerId));
        }
        Row header = found.get(0);
        return new CollectedRows(header, header.text("processed_at") == null ? null : header.text("payload_hash"), rows, faults);
    }

    private static Row row(String table, ResultSet row, List<Fault> faults) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            Object value = value(row, i, columns);
            if (value != null) {
                values.put(columns.getColumnLabel(i).toLowerCase(Locale.ROOT), value);
            }
        }
        return new Row(table, values, faults);
    }

    private static Object value(ResultSet row, int column, ResultSetMetaData columns) throws SQLException {
        String type = columns.getColumnTypeName(column).toLowerCase(Locale.ROOT);
        return switch (columns.getColumnType(column)) {
            case Types.DATE -> row.getObject(column, LocalDate.class);
            case Types.TIMESTAMP_WITH_TIMEZONE -> row.getObject(column, OffsetDateTime.class);
            case Types.TIMESTAMP -> type.equals("timestamptz") ? row.getObject(column, OffsetDateTime.class)
                : row.getObject(column, LocalDateTime.class);
            case Types.NUMERIC, Types.DECIMAL, Types.INTEGER, Types.BIGINT, Types.SMALLINT, Types.TINYINT ->
                plain(row.getBigDecimal(column));
            default -> text(row.getString(column));
        };
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number == null ? null : number.stripTrailingZeros();
        return stripped == null || stripped.scale() >= 0 ? stripped : stripped.setScale(0);
    }

    private static String text(String text) {
        return text == null || text.isBlank() ? null : text.trim();
    }
}
