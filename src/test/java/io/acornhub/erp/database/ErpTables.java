// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp.database;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows as an ERP inserts them: column, value, column, value. */
record ErpTables(JdbcTemplate jdbc) {

    void insert(String table, Object... columnsAndValues) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < columnsAndValues.length; i += 2) {
            row.put((String) columnsAndValues[i], columnsAndValues[i + 1]);
        }
        jdbc.update("insert into " + table + " (" + String.join(", ", row.keySet()) + ") values ("
            + String.join(", ", Collections.nCopies(row.size(), "?")) + ")", row.values().toArray());
    }

    void doc(long id, String type, String key, Object... columnsAndValues) {
        insert("iface_doc", "header_id", id, "direction", "O", "doc_type", type, "source_system", "ERP1", "doc_key", key);
        for (int i = 0; i < columnsAndValues.length; i += 2) {
            jdbc.update("update iface_doc set " + columnsAndValues[i] + " = ? where header_id = ?", columnsAndValues[i + 1], id);
        }
    }
}
