// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal;

import freemarker.template.SimpleScalar;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Functions for ISO 8601 as APIs write it: with an offset, with Z, without a zone (which is then UTC), or a day alone. What days
 * are the hub has in the partner's zone.
 */
final class IsoMoments {
    private static final String EXPECTED = "a date and time of ISO 8601 such as 2026-03-09T16:00:00Z";

    private IsoMoments() {
    }

    static void addTo(Functions functions) {
        functions.add("isoInstant", 1, 1, (call, a) -> a.text(0).isBlank() ? a.absent(0)
            : new SimpleScalar(instant(a.text(0).strip(), call.context().zone(), a, 0).toString()));
        functions.add("localDay", 1, 1, (call, a) -> a.text(0).isBlank() ? a.absent(0)
            : new SimpleScalar(day(a.text(0).strip(), call.context().zone(), a, 0).toString()));
        functions.add("isoWindow", 2, 2, (call, a) -> window(call.context().zone(), a));
    }

    /** A day alone begins at its midnight in the partner's zone. */
    private static Instant instant(String text, ZoneId zone, Arguments a, int at) throws TemplateModelException {
        try {
            if (text.length() <= 10) {
                return LocalDate.parse(text).atStartOfDay(zone).toInstant();
            }
            String iso = text.charAt(10) == ' ' ? text.substring(0, 10) + "T" + text.substring(11) : text;
            boolean zoned = iso.endsWith("Z") || iso.endsWith("z") || iso.matches(".*[+-][0-9]{2}(:?[0-9]{2})?");
            return zoned ? OffsetDateTime.parse(iso.replaceFirst("([+-][0-9]{2})([0-9]{2})$", "$1:$2")).toInstant()
                : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw a.unreadable(at, EXPECTED);
        }
    }

    private static LocalDate day(String text, ZoneId zone, Arguments a, int at) throws TemplateModelException {
        if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            return instant(text, zone, a, at).atZone(zone).toLocalDate();
        }
        return LocalDate.ofInstant(instant(text, zone, a, at), zone);
    }

    /**
     * The first or the last day of {@code start--end}, of which either may be missing. A window that ends at midnight has nothing
     * of that day: its last day is the one before.
     */
    private static TemplateModel window(ZoneId zone, Arguments a) throws TemplateModelException {
        String[] sides = a.text(0).strip().split("--", -1);
        if (a.text(0).isBlank()) {
            return a.absent(0);
        }
        if (sides.length != 2) {
            throw a.unreadable(0, "a window such as 2026-03-09T07:00:00Z--2026-03-14T06:59:59Z");
        }
        boolean first = a.text(1).equals("from");
        String side = sides[first ? 0 : 1].strip();
        if (side.isEmpty()) {
            return a.absent(0);
        }
        LocalDate day = day(side, zone, a, 0);
        if (!first && side.length() > 10 && instant(side, zone, a, 0).atZone(zone).toLocalTime().equals(LocalTime.MIDNIGHT)
            && (sides[0].isBlank() || day(sides[0].strip(), zone, a, 0).isBefore(day))) {
            day = day.minusDays(1);
        }
        return new SimpleScalar(day.toString());
    }
}
