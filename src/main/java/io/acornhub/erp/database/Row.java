// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp.database;

import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/**
 * A row as the database has it. Texts are trimmed, since char columns come back padded; numbers are without trailing zeros;
 * what is null or blank is absent. What a column holds in a form that it should not have is a fault.
 */
final class Row {
    private final String table;
    private final Map<String, Object> values;
    private final List<Fault> faults;
    private String where;

    /** @param values absent columns left out; {@code faults} gets what cannot be read */
    Row(String table, Map<String, Object> values, List<Fault> faults) {
        this.table = table;
        this.values = values;
        this.faults = faults;
        this.where = "";
    }

    /** Names the row in faults: a line number, or what else tells it from others of its table. */
    Row at(String place) {
        where = "[" + place + "]";
        return this;
    }

    String text(String column) {
        Object value = values.get(column);
        return value == null ? null : value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    BigDecimal decimal(String column) {
        Object value = values.get(column);
        if (value == null || value instanceof BigDecimal) {
            return (BigDecimal) value;
        }
        try {
            return new BigDecimal(value.toString());
        } catch (NumberFormatException e) {
            return unreadable(column, "a number");
        }
    }

    Integer integer(String column) {
        BigDecimal number = decimal(column);
        try {
            return number == null ? null : (Integer) number.intValueExact();
        } catch (ArithmeticException e) {
            return unreadable(column, "a whole number");
        }
    }

    LocalDate day(String column) {
        Object value = values.get(column);
        if (value == null || value instanceof LocalDate) {
            return (LocalDate) value;
        }
        if (value instanceof LocalDateTime time) {
            return time.toLocalDate();
        }
        try {
            return LocalDate.parse(value.toString());
        } catch (DateTimeException e) {
            return unreadable(column, "a day (CCYY-MM-DD)");
        }
    }

    /** A time of the agreed zone; one that brings its own offset keeps it. */
    Instant instant(String column, Conventions conventions) {
        Object value = values.get(column);
        if (value == null) {
            return null;
        }
        if (value instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        if (value instanceof LocalDateTime time) {
            return conventions.instant(time);
        }
        if (value instanceof LocalDate day) {
            return conventions.instant(day.atStartOfDay());
        }
        try {
            return conventions.instant(LocalDateTime.parse(value.toString().replace(' ', 'T')));
        } catch (DateTimeException e) {
            return unreadable(column, "a time (CCYY-MM-DDTHH:MM:SS)");
        }
    }

    /** Y or N; null where the row does not say. */
    Boolean yesNo(String column) {
        String text = text(column);
        if (text == null || text.equals("Y") || text.equals("N")) {
            return text == null ? null : (Boolean) text.equals("Y");
        }
        return unreadable(column, "Y or N");
    }

    /** One of the codes; a fault for another. */
    String oneOf(String column, Map<String, String> codes) {
        String text = text(column);
        if (text == null || codes.containsKey(text)) {
            return text == null ? null : codes.get(text);
        }
        fault(FaultCode.CODE_NOT_IN_LIST, column, column + " '" + text + "' is none of " + codes.keySet().stream().sorted().toList());
        return null;
    }

    /** The value, and a fault where it is not there. */
    <T> T needed(T value, String column, String what) {
        if (value == null && values.get(column) == null) {
            fault(FaultCode.VALUE_MISSING, column, what + " is missing");
        }
        return value;
    }

    void fault(FaultCode code, String column, String text) {
        String place = table + where + "." + column;
        faults.add(Fault.onPath(code, place, text(column), place + ": " + text));
    }

    private <T> T unreadable(String column, String what) {
        fault(FaultCode.VALUE_UNREADABLE, column, "'" + text(column) + "' is not " + what);
        return null;
    }

    /** Column by column, for the hash. */
    Map<String, Object> values() {
        return values;
    }
}
