// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.edi;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times of Amazon's JSON and of X12. */
final class Instants {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd");

    private Instants() {
    }

    /** A time of the API; without a zone it is UTC, without a time of day the day's begin. */
    static Instant of(String text) {
        if (text.length() == "2026-03-02".length()) {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        boolean zoned = text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$");
        return zoned ? OffsetDateTime.parse(text).toInstant() : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }

    /** {@code CCYYMMDD} of an instant in a zone. */
    static String day(Instant at, ZoneId zone) {
        return DAY.format(at.atZone(zone));
    }

    /** A day and perhaps a time ({@code HHMM} or {@code HHMMSS}) with its zone code ({@code GM} and {@code UT}: UTC). */
    static Instant of(String day, String time, String zoneCode, ZoneId zone) {
        ZoneId used = zoneCode.equals("GM") || zoneCode.equals("UT") ? ZoneOffset.UTC : zone;
        LocalTime at = time.matches("\\d{4}(\\d{2})?") ? LocalTime.of(Integer.parseInt(time.substring(0, 2)) % 24,
            Integer.parseInt(time.substring(2, 4)) % 60) : LocalTime.MIDNIGHT;
        return LocalDate.parse(day, DAY).atTime(at).atZone(used).toInstant();
    }
}
