// SPDX-License-Identifier: Apache-2.0
package io.acornhub.idoc;

import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.MappingFault;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;

/** What the texts of IDoc fields mean, and how values are written as such texts. Trees keep the text as it came. */
public final class IdocValues {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");
    private static final String NO_DATE = "00000000";

    private IdocValues() {
    }

    /** An amount or quantity: blanks around it and a trailing minus are SAP's way ({@code 10.500-}); null where blank. */
    public static BigDecimal decimal(String text) {
        String trimmed = text == null ? "" : text.trim();
        if (trimmed.isEmpty()) {
            return null;
        }
        boolean negative = trimmed.endsWith("-");
        String digits = negative ? trimmed.substring(0, trimmed.length() - 1).trim() : trimmed;
        try {
            BigDecimal number = new BigDecimal(digits);
            return negative ? number.negate() : number;
        } catch (NumberFormatException e) {
            throw unreadable(text, "a number", e);
        }
    }

    /** A date; null where blank or {@code 00000000}, which both mean that there is none. */
    public static LocalDate date(String text) {
        String trimmed = text == null ? "" : text.trim();
        if (trimmed.isEmpty() || trimmed.equals(NO_DATE)) {
            return null;
        }
        try {
            return LocalDate.parse(trimmed, DATE);
        } catch (DateTimeParseException e) {
            throw unreadable(text, "a date YYYYMMDD", e);
        }
    }

    /** A time of day; null where blank. {@code 000000} is midnight, or none: only the document can say. */
    public static LocalTime time(String text) {
        String trimmed = text == null ? "" : text.trim();
        try {
            return trimmed.isEmpty() ? null : LocalTime.parse(trimmed, TIME);
        } catch (DateTimeParseException e) {
            throw unreadable(text, "a time HHMMSS", e);
        }
    }

    /** The number as SAP writes it: a point, no thousands separators, the minus behind; null for null. */
    public static String text(BigDecimal number) {
        if (number == null) {
            return null;
        }
        return number.signum() < 0 ? number.negate().toPlainString() + "-" : number.toPlainString();
    }

    public static String text(LocalDate date) {
        return date == null ? null : DATE.format(date);
    }

    public static String text(LocalTime time) {
        return time == null ? null : TIME.format(time);
    }

    private static MappingFault unreadable(String text, String wanted, Exception cause) {
        return new MappingFault(Fault.at(FaultCode.VALUE_UNREADABLE, null, null, text, "'" + text + "' is not " + wanted), cause);
    }
}
