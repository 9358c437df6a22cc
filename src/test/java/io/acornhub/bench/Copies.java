// SPDX-License-Identifier: Apache-2.0
package io.acornhub.bench;

import java.sql.Clob;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * Fills a database with copies of the orders that a hub of its own making has in it, all rows of all tables, each copy under numbers
 * of its own and some minutes before the one made last. So what is stored is what the hub stores, whatever tables it has.
 */
final class Copies {
    /** Series of the orders that are copied, see {@link Orders#poNumber}. */
    static final int SERIES = 0;
    private static final Set<String> NOT_COPIED = Set.of("flyway_schema_history", "iface_schema_history", "lease", "control_number",
        "sscc_sequence");
    private static final List<String> FIRST = List.of("interchange", "document", "counted_document", "group_acknowledgment", "iface_doc");
    /** Hub ids, PO numbers of the series with what contains them, and serial numbers of SSCCs. */
    private static final Pattern NUMBERS = Pattern.compile(
        "(?<![0-9A-Z])([0-9A-HJKMNP-TV-Z]{26})(?![0-9A-Z])|B0(\\d{6})|0061414100(\\d{5})");
    private static final Set<String> CONTROL = Set.of("control_number", "group_control");
    private static final Set<String> SUFFIXED = Set.of("ingress_key", "envelope_key", "file_name");
    private static final String BASE32 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final long MINUTES_APART = 10;
    /** Far from those that the sequence gives to documents to come. */
    private static final long FIRST_HEADER = 1_000_000_000;
    private final DataSource source;
    private final int orders;
    private final List<Table> tables = new ArrayList<>();
    private int copies;

    /** A table's rows as they were; {@code columns} without those that number themselves. */
    private record Table(String name, List<String> columns, List<Object[]> rows) {
    }

    /** @param orders of series {@link #SERIES} in the database, which has nothing else */
    Copies(DataSource source, int orders) throws SQLException {
        this.source = source;
        this.orders = orders;
        try (Connection connection = source.getConnection()) {
            Set<String> names = new TreeSet<>();
            try (ResultSet found = connection.getMetaData().getTables(null, "public", null, new String[] {"TABLE", "BASE TABLE"})) {
                while (found.next()) {
                    names.add(found.getString("TABLE_NAME"));
                }
            }
            names.removeAll(NOT_COPIED);
            List<String> inOrder = new ArrayList<>(FIRST);
            names.stream().filter(name -> !FIRST.contains(name)).forEach(inOrder::add);
            for (String name : inOrder) {
                tables.add(read(connection, name));
            }
        }
        tables.removeIf(table -> table.rows().isEmpty());
    }

    private static Table read(Connection connection, String name) throws SQLException {
        List<String> columns = new ArrayList<>();
        DatabaseMetaData about = connection.getMetaData();
        try (ResultSet found = about.getColumns(null, "public", name, null)) {
            while (found.next()) {
                if (!"YES".equals(found.getString("IS_AUTOINCREMENT"))) {
                    columns.add(found.getString("COLUMN_NAME"));
                }
            }
        }
        List<Object[]> rows = new ArrayList<>();
        try (PreparedStatement all = connection.prepareStatement("select " + String.join(", ", columns) + " from " + name);
             ResultSet found = all.executeQuery()) {
            while (found.next()) {
                Object[] row = new Object[columns.size()];
                for (int i = 0; i < row.length; i++) {
                    Object value = found.getObject(i + 1);
                    row[i] = value instanceof Clob ? found.getString(i + 1) : value;
                }
                rows.add(row);
            }
        }
        return new Table(name, columns, rows);
    }

    /** What is in each table a copy. */
    String summary() {
        int rows = tables.stream().mapToInt(t -> t.rows().size()).sum();
        return String.format(Locale.ROOT, "%d rows of %d tables for %d orders", rows, tables.size(), orders);
    }

    int made() {
        return copies;
    }

    /** Adds copies until there are that many. */
    void until(int wanted) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            while (copies < wanted) {
                copies++;
                for (Table table : tables) {
                    insert(connection, table);
                }
                connection.commit();
            }
            try (var statement = connection.createStatement()) {
                statement.execute("update control_number set last_value = last_value + 1000000");
                statement.execute("analyze");
            }
            connection.commit();
        }
    }

    private void insert(Connection connection, Table table) throws SQLException {
        String sql = "insert into " + table.name() + " (" + String.join(", ", table.columns()) + ") values ("
            + "?, ".repeat(table.columns().size() - 1) + "?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Object[] row : table.rows()) {
                for (int i = 0; i < row.length; i++) {
                    insert.setObject(i + 1, value(table.columns().get(i), row[i]));
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private Object value(String column, Object value) {
        if (value instanceof OffsetDateTime time) {
            return time.minusMinutes(copies * MINUTES_APART);
        } else if (value instanceof Timestamp time) {
            return Timestamp.from(time.toInstant().minusSeconds(60 * copies * MINUTES_APART));
        } else if (value instanceof String text) {
            return text(column, text);
        }
        return column.equals("header_id") ? (Object) (FIRST_HEADER + copies * 1000L + ((Number) value).longValue()) : value;
    }

    private String text(String column, String text) {
        if (CONTROL.contains(column)) {
            String number = Long.toString(Long.parseLong(text) + 10_000_000L + copies * 1000L);
            return "0".repeat(Math.max(0, text.length() - number.length())) + number;
        }
        String renumbered = NUMBERS.matcher(text).replaceAll(this::renumbered);
        return SUFFIXED.contains(column) ? renumbered + "~" + copies : renumbered;
    }

    private String renumbered(MatchResult found) {
        if (found.group(1) != null) {
            return earlier(found.group(1));
        }
        boolean po = found.group(2) != null;
        int order = Integer.parseInt(po ? found.group(2) : found.group(3)) + copies * orders;
        return po ? String.format(Locale.ROOT, "B0%06d", order) : String.format(Locale.ROOT, "0061414100%05d", order);
    }

    /** Ids begin with their time in milliseconds, ten characters of five bits. */
    private String earlier(String id) {
        long time = 0;
        for (int i = 0; i < 10; i++) {
            time = time << 5 | BASE32.indexOf(id.charAt(i));
        }
        time -= 60_000 * copies * MINUTES_APART;
        char[] earlier = id.toCharArray();
        for (int i = 9; i >= 0; i--) {
            earlier[i] = BASE32.charAt((int) (time & 31));
            time >>>= 5;
        }
        return new String(earlier);
    }
}
