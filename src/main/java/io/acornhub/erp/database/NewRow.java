// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp.database;

import io.acornhub.interchange.Fault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A row that the hub will insert: columns by name, in the order they were set. */
final class NewRow {
    private final InterfaceTable table;
    private final String where;
    private final List<Fault> faults;
    private final Map<String, Object> values = new LinkedHashMap<>();

    /**
     * @param where what tells the row from others of the document, for faults; empty for the header
     * @param faults gets what does not fit
     */
    NewRow(InterfaceTable table, String where, List<Fault> faults) {
        this.table = table;
        this.where = where;
        this.faults = faults;
        values.put("header_id", null);
    }

    NewRow set(String column, Object value) {
        table.check(where, column, value, faults);
        values.put(column, value);
        return this;
    }

    Object get(String column) {
        return values.get(column);
    }

    /** The insert; rows of one table with the same columns share it. */
    String insert() {
        return "insert into " + table.name() + " (" + String.join(", ", values.keySet()) + ") values ("
            + "?, ".repeat(values.size() - 1) + "?)";
    }

    Object[] arguments() {
        return values.values().toArray();
    }
}
