// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp.database;

import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What the hub inserts into one interface table. Widths are known here, so that what does not fit is a fault that names the
 * column, and no database rounds or cuts it.
 */
final class InterfaceTable {
    private final String name;
    private final List<String> columns;
    private final List<String> widths;
    private final String insert;

    /** @param columns {@code name}, {@code name:characters} or {@code name:digits.decimals}; the first is header_id */
    InterfaceTable(String name, String... columns) {
        this.name = name;
        this.columns = Arrays.stream(columns).map(column -> column.split(":")[0]).toList();
        this.widths = Arrays.stream(columns).map(column -> column.contains(":") ? column.split(":")[1] : "").toList();
        this.insert = "insert into " + name + this.columns.stream().collect(Collectors.joining(", ", " (", ") values ("))
            + String.join(", ", Collections.nCopies(columns.length, "?")) + ")";
    }

    /**
     * One row, in the order of the columns.
     *
     * @param where what tells the row from others of the document, for faults; empty for the header
     * @param faults gets what does not fit
     */
    Object[] row(String where, List<Fault> faults, Object... values) {
        for (int i = 0; i < values.length; i++) {
            String limit = widths.get(i);
            if (values[i] == null || limit.isEmpty() || fits(values[i], limit)) {
                continue;
            }
            String column = name + where + "." + columns.get(i);
            faults.add(Fault.onPath(FaultCode.TARGET_REFUSED, column, values[i].toString(), column + " holds "
                + limit.replace(".", " digits, of them behind the point ") + (limit.contains(".") ? "" : " characters")
                + ": '" + values[i] + "' does not fit"));
        }
        return values;
    }

    private static boolean fits(Object value, String limit) {
        if (value instanceof BigDecimal number) {
            String[] digits = limit.split("\\.");
            int decimals = Integer.parseInt(digits[1]);
            BigDecimal stripped = number.stripTrailingZeros();
            return stripped.scale() <= decimals
                && stripped.precision() - stripped.scale() <= Integer.parseInt(digits[0]) - decimals;
        }
        return value.toString().length() <= Integer.parseInt(limit);
    }

    void insert(JdbcTemplate jdbc, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(insert, rows);
        }
    }
}
