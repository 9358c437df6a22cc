// SPDX-License-Identifier: Apache-2.0
package io.acornhub.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which statements read a large table from end to end, as the database's own plans say. */
final class Plans {
    private static final int LARGE = 2000;
    private static final Pattern POSTGRES_NODE = Pattern.compile("(Seq Scan|Index (?:Only )?Scan)\\b.*? on (\\w+)");
    private static final Pattern H2_ACCESS = Pattern.compile("(?s)/\\* public\\.([^*]*?) \\*/");
    private static final Pattern H2_TABLE = Pattern.compile("\"public\"\\.\"(\\w+)\"[^\"/]*(?:\"\\w+\"\\s*)?\\s*$");
    private final DataSource source;
    private final Set<String> large = new TreeSet<>();

    Plans(DataSource source) {
        this.source = source;
        JdbcTemplate jdbc = new JdbcTemplate(source);
        jdbc.queryForList("select table_name from information_schema.tables where table_schema = 'public'", String.class).stream()
            .filter(table -> rows(jdbc, table) > LARGE).forEach(large::add);
    }

    private static long rows(JdbcTemplate jdbc, String table) {
        Long count = jdbc.queryForObject("select count(*) from " + table, Long.class);
        return count == null ? 0 : count;
    }

    /** Tables of more than {@link #LARGE} rows. */
    Set<String> large() {
        return large;
    }

    /** Of the statements, those that scan a large table; what cannot be explained counts among them. */
    List<String> scanning(Map<String, StatementLog.Statement> statements) throws Exception {
        List<String> found = new ArrayList<>();
        try (Connection connection = source.getConnection()) {
            boolean postgres = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
            for (Map.Entry<String, StatementLog.Statement> entry : statements.entrySet()) {
                if (!entry.getKey().startsWith("select") && !entry.getKey().startsWith("update")
                    && !entry.getKey().startsWith("delete")) {
                    continue;
                }
                Set<String> scanned = new HashSet<>(scanned(postgres, plan(connection, entry.getValue())));
                scanned.retainAll(large);
                if (!scanned.isEmpty()) {
                    found.add(scanned + " " + entry.getKey());
                }
            }
        }
        return found;
    }

    private static String plan(Connection connection, StatementLog.Statement statement) throws Exception {
        StringBuilder plan = new StringBuilder();
        try (PreparedStatement explain = connection.prepareStatement("explain " + statement.sql())) {
            statement.fill(explain);
            try (ResultSet rows = explain.executeQuery()) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
        }
        return plan.toString();
    }

    private static Set<String> scanned(boolean postgres, String plan) {
        return postgres ? postgres(plan) : h2(plan);
    }

    /** A sequential scan, or an index read without a condition. */
    private static Set<String> postgres(String plan) {
        Set<String> scanned = new HashSet<>();
        String[] lines = plan.split("\n");
        for (int i = 0; i < lines.length; i++) {
            Matcher node = POSTGRES_NODE.matcher(lines[i]);
            boolean conditioned = i + 1 < lines.length && lines[i + 1].contains("Index Cond:");
            if (node.find() && !conditioned) {
                scanned.add(node.group(2));
            }
        }
        return scanned;
    }

    /** H2 writes behind each table how it reads it: an index with its conditions, or tableScan. */
    private static Set<String> h2(String plan) {
        Set<String> scanned = new HashSet<>();
        Matcher access = H2_ACCESS.matcher(plan);
        while (access.find()) {
            String how = access.group(1);
            if (how.contains("tableScan") || !how.contains(":")) {
                Matcher table = H2_TABLE.matcher(plan.substring(0, access.start()));
                scanned.add(how.contains(".tableScan") ? how.substring(0, how.indexOf('.')) : table.find() ? table.group(1) : how);
            }
        }
        return scanned;
    }
}
