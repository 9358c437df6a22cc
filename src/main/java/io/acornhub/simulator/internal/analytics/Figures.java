// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.analytics;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acornhub.simulator.internal.base.Json;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** Figures that nobody ever sold: made of article, day and name, so that the same question always has the same answer. */
final class Figures {
    private static final int MOST_UNITS = 40;

    private Figures() {
    }

    /** First and last day. */
    record Period(LocalDate first, LocalDate last) {
    }

    /** The whole periods from a first to a last day. */
    static List<Period> periods(String length, LocalDate from, LocalDate to) {
        List<Period> all = new ArrayList<>();
        LocalDate at = from;
        while (!at.isAfter(to)) {
            LocalDate last = switch (length) {
                case "WEEK" -> at.with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
                case "MONTH" -> at.with(TemporalAdjusters.lastDayOfMonth());
                case "QUARTER" -> at.plusMonths(2 - (at.getMonthValue() - 1) % 3).with(TemporalAdjusters.lastDayOfMonth());
                case "YEAR" -> at.with(TemporalAdjusters.lastDayOfYear());
                default -> at;
            };
            all.add(new Period(at, last.isAfter(to) ? to : last));
            at = last.plusDays(1);
        }
        return all;
    }

    static int units(Object... of) {
        return Math.floorMod(List.of(of).toString().hashCode(), MOST_UNITS);
    }

    /** From 0 to 1 with four digits. */
    static BigDecimal share(Object... of) {
        return BigDecimal.valueOf(Math.floorMod(List.of(of).toString().hashCode(), 10_000), 4);
    }

    /** What one unit of an article costs. */
    static BigDecimal price(String asin) {
        return BigDecimal.valueOf(500L + Math.floorMod(asin.hashCode(), 4_500), 2);
    }

    static ObjectNode amount(BigDecimal amount, String currency) {
        return Json.object().put("amount", amount).put("currencyCode", currency);
    }

    static ObjectNode amount(int units, String asin, String currency) {
        return amount(price(asin).multiply(BigDecimal.valueOf(units)), currency);
    }
}
