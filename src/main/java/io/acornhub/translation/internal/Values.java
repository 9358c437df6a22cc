// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal;

import freemarker.template.SimpleNumber;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import io.acornhub.interchange.FaultCode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** Functions for dates and numbers. */
final class Values {
    private Values() {
    }

    static void addTo(Functions functions) {
        functions.add("date", 1, 1, (call, a) -> date(a, false));
        functions.add("ccyymmdd", 1, 1, (call, a) -> date(a, true));
        functions.add("instant", 3, 3, (call, a) -> instant(a));
        functions.add("decimal", 1, 1, (call, a) -> decimal(a));
        functions.add("implied", 2, 2, (call, a) -> implied(a));
        functions.add("impliedDecimals", 2, 2, (call, a) -> impliedDecimals(a));
    }

    /** From CCYYMMDD, YYMMDD (70 to 99 are the last century) or CCYY-MM-DD; all zeros is no date. */
    private static TemplateModel date(Arguments a, boolean compact) throws TemplateModelException {
        String text = a.text(0).strip();
        if (text.isEmpty() || text.chars().allMatch(c -> c == '0')) {
            return a.absent(0);
        }
        String digits = text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-' ? text.replace("-", "") : text;
        if (digits.length() == 6) {
            digits = (digits.compareTo("70") >= 0 ? "19" : "20") + digits;
        }
        if (digits.length() != 8 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw a.unreadable(0, "a date (CCYYMMDD or YYMMDD)");
        }
        int number = Integer.parseInt(digits);
        try {
            LocalDate date = LocalDate.of(number / 10000, number / 100 % 100, number % 100);
            return new SimpleScalar(compact ? digits : date.toString());
        } catch (DateTimeException e) {
            throw a.unreadable(0, "a day of the calendar");
        }
    }

    /** The moment of a day and a time of day (HHMM, HHMMSS, HH:MM; none is midnight) in a zone such as America/Phoenix. */
    private static TemplateModel instant(Arguments a) throws TemplateModelException {
        TemplateModel day = date(a, false);
        if (day instanceof AbsentModel) {
            return day;
        }
        String time = a.text(1).strip().replace(":", "");
        if (!time.matches("|[0-9]{4}|[0-9]{6,8}")) {
            throw a.unreadable(1, "a time of day (HHMM or HHMMSS)");
        }
        ZoneId zone = zone(a);
        try {
            String of = (time + "000000").substring(0, 6);
            LocalTime clock = LocalTime.of(number(of, 0), number(of, 2), number(of, 4));
            LocalDate date = LocalDate.parse(((SimpleScalar) day).getAsString());
            return new SimpleScalar(date.atTime(clock).atZone(zone).toInstant().toString());
        } catch (DateTimeException e) {
            throw a.unreadable(1, "a time of day (HHMM or HHMMSS)");
        }
    }

    private static ZoneId zone(Arguments a) throws TemplateModelException {
        if (a.text(2).isBlank()) {
            throw new MappingProblem(FaultCode.VALUE_MISSING, a.place(2), null,
                "a date and time needs the zone it is meant in, such as America/Phoenix");
        }
        try {
            return ZoneId.of(a.text(2).strip());
        } catch (DateTimeException e) {
            throw a.unreadable(2, "a zone of the time zone database, such as America/Phoenix");
        }
    }

    private static int number(String digits, int from) {
        return Integer.parseInt(digits, from, from + 2, 10);
    }

    /** X12 type R, IDoc quantities and amounts: a decimal point, a leading or trailing sign, blanks around. */
    private static TemplateModel decimal(Arguments a) throws TemplateModelException {
        String text = a.text(0).strip();
        if (text.isEmpty()) {
            return a.absent(0);
        }
        char last = text.charAt(text.length() - 1);
        String plain = last == '-' || last == '+' ? last + text.substring(0, text.length() - 1).strip() : text;
        if (!isDecimal(plain)) {
            throw a.unreadable(0, "a number");
        }
        return new SimpleNumber(new BigDecimal(plain));
    }

    private static boolean isDecimal(String text) {
        int from = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
        int digits = 0;
        int points = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.') {
                points++;
            } else if (c >= '0' && c <= '9') {
                digits++;
            } else {
                return false;
            }
        }
        return digits > 0 && points < 2;
    }

    /** X12 type Nn: digits with so many implied decimals, 12345 with 2 is 123.45. */
    private static TemplateModel implied(Arguments a) throws TemplateModelException {
        String text = a.text(0).strip();
        if (text.isEmpty()) {
            return a.absent(0);
        }
        if (text.indexOf('.') >= 0 || !isDecimal(text)) {
            throw a.unreadable(0, "a number with " + a.number(1) + " implied decimals");
        }
        return new SimpleNumber(new BigDecimal(text).movePointLeft(a.number(1)));
    }

    /** The other way, as X12 writes an amount of type Nn: 594 with 2 is 59400; what would lose a decimal is refused. */
    private static TemplateModel impliedDecimals(Arguments a) throws TemplateModelException {
        String text = a.text(0).strip();
        if (text.isEmpty()) {
            return a.absent(0);
        }
        if (!isDecimal(text)) {
            throw a.unreadable(0, "a number");
        }
        BigDecimal moved = new BigDecimal(text).movePointRight(a.number(1)).stripTrailingZeros();
        if (moved.scale() > 0) {
            throw a.unreadable(0, "an amount of at most " + a.number(1) + " decimals");
        }
        return new SimpleScalar(moved.toPlainString());
    }
}
