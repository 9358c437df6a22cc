// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp.database;

import java.sql.Connection;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * H2 changes a table by making a copy that takes its name. A kill between the two leaves {@code iface_doc_COPY_3_60}, which the keys of
 * other tables point at, while the next start makes a new {@code iface_doc} that nothing points at.
 */
final class HalfMadeTables {
    private static final String OURS = "select table_name from information_schema.tables where table_type = 'BASE TABLE' "
        + "and lower(table_name) like 'iface!_%' escape '!'";
    private static final String COPIES = " and lower(table_name) like '%!_copy!_%' escape '!'";

    private HalfMadeTables() {
    }

    /** Removes all interface tables where such a copy is left and none of them has a row, so that they are made anew. */
    static void remove(DataSource source) {
        JdbcTemplate jdbc = new JdbcTemplate(source);
        String product = jdbc.execute((Connection c) -> c.getMetaData().getDatabaseProductName());
        if (!"H2".equals(product) || jdbc.queryForList(OURS + COPIES, String.class).isEmpty()) {
            return;
        }
        List<String> tables = jdbc.queryForList(OURS, String.class);
        boolean empty = tables.stream().filter(table -> !table.endsWith("_schema_history"))
            .allMatch(table -> jdbc.queryForList("select 1 from \"" + table + "\" limit 1").isEmpty());
        if (empty) {
            tables.forEach(table -> jdbc.execute("drop table if exists \"" + table + "\" cascade"));
        }
    }
}
