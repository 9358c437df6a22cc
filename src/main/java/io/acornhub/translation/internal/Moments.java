// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal;

import freemarker.template.SimpleScalar;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;

/** Functions for instants: X12 says a day, a time and the code of its zone, the hub's documents have UTC. */
final class Moments {
    /** X12 data element 623; a code with T for its second letter is what clocks on the wall show there. */
    private static final Map<String, ZoneId> ZONES = new HashMap<>();

    static {
        String named = "UT Z,GM Z,ET America/New_York,CT America/Chicago,MT America/Denver,PT America/Los_Angeles,"
            + "AT America/Anchorage,TT America/Halifax,NT America/St_Johns,HT Pacific/Honolulu,ES -05:00,ED -04:00,CS -06:00,CD -05:00,"
            + "MS -07:00,MD -06:00,PS -08:00,PD -07:00,AS -09:00,AD -08:00,TS -04:00,TD -03:00,"
            + "NS -03:30,ND -02:30,HS -10:00,HD -09:00";
        for (String row : named.split(",")) {
            ZONES.put(row.substring(0, 2), ZoneId.of(row.substring(3)));
        }
        for (int hours = 1; hours <= 12; hours++) {
            ZONES.put((hours < 10 ? "0" : "") + hours, ZoneOffset.ofHours(hours));
            ZONES.put(String.valueOf(25 - hours), ZoneOffset.ofHours(-hours));
        }
    }

    private Moments() {
    }

    static void addTo(Functions functions) {
        functions.add("x12Instant", 2, 3, (call, a) -> instant(call, a));
        functions.add("utcDate", 1, 1, (call, a) -> in(ZoneOffset.UTC, a, "yyyyMMdd"));
        functions.add("utcTime", 1, 1, (call, a) -> in(ZoneOffset.UTC, a, "HHmmss"));
        functions.add("localDate", 2, 2, (call, a) -> in(zone(a), a, "yyyyMMdd"));
        functions.add("localTime", 2, 2, (call, a) -> in(zone(a), a, "HHmmss"));
    }

    /** A day alone is no instant; a time without a code, or with LT, is the partner's. */
    private static TemplateModel instant(Call call, Arguments a) throws TemplateModelException {
        String day = a.text(0).strip();
        String time = a.text(1).strip();
        if (day.isEmpty() || time.isEmpty()) {
            return a.absent(day.isEmpty() ? 0 : 1);
        }
        String code = a.size() > 2 ? a.text(2).strip() : "";
        ZoneId zone = code.isEmpty() || code.equals("LT") ? call.context().zone() : ZONES.get(code);
        if (zone == null) {
            throw a.unreadable(2, "a time code of X12 data element 623 that names one zone");
        }
        try {
            LocalDate date = LocalDate.parse(day, DateTimeFormatter.BASIC_ISO_DATE);
            LocalTime at = LocalTime.parse(time.length() > 6 ? time.substring(0, 6) : time,
                DateTimeFormatter.ofPattern(time.length() > 4 ? "HHmmss" : "HHmm"));
            return new SimpleScalar(date.atTime(at).atZone(zone).toInstant().toString());
        } catch (DateTimeException e) {
            throw a.unreadable(day.length() == 8 ? 1 : 0, "a day (CCYYMMDD) and a time (HHMM or HHMMSS)");
        }
    }

    private static ZoneId zone(Arguments a) throws TemplateModelException {
        try {
            return ZoneId.of(a.text(1).strip());
        } catch (DateTimeException e) {
            throw a.unreadable(1, "a zone of the time zone database, such as America/Phoenix");
        }
    }

    private static TemplateModel in(ZoneId zone, Arguments a, String form) throws TemplateModelException {
        String text = a.text(0).strip();
        if (text.isEmpty()) {
            return a.absent(0);
        }
        try {
            return new SimpleScalar(DateTimeFormatter.ofPattern(form).withZone(zone).format(Instant.parse(text)));
        } catch (DateTimeException e) {
            throw a.unreadable(0, "an instant such as 2026-03-09T16:00:00Z");
        }
    }
}
