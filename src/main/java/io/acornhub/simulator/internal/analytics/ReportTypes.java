// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.analytics;

import com.fasterxml.jackson.databind.JsonNode;
import io.acornhub.simulator.internal.base.Json;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The nine reports for vendors: the options each needs, and the times it takes. What breaks a rule ends FATAL, with the reason. */
final class ReportTypes {
    private static final List<String> PERIODS = List.of("DAY", "WEEK", "MONTH", "QUARTER", "YEAR");
    private static final List<String> VIEWS = List.of("MANUFACTURING", "SOURCING");
    private static final List<String> RETAIL_FRESH = List.of("RETAIL", "FRESH");
    private static final int MOST_DAYS = 15;
    private static final int OLDEST_DAYS = 1460;
    private static final int OLDEST_HOURS = 168;
    private static final Map<String, Map<String, List<String>>> OPTIONS = options();
    private static final Set<String> HOURLY = Set.of("GET_VENDOR_REAL_TIME_SALES_REPORT", "GET_VENDOR_REAL_TIME_TRAFFIC_REPORT",
        "GET_VENDOR_REAL_TIME_INVENTORY_REPORT");

    private ReportTypes() {
    }

    /** Options by type; an empty list of values takes any. */
    private static Map<String, Map<String, List<String>>> options() {
        Map<String, Map<String, List<String>>> all = new LinkedHashMap<>();
        all.put("GET_VENDOR_SALES_REPORT", Map.of("reportPeriod", PERIODS, "distributorView", VIEWS, "sellingProgram",
            List.of("RETAIL", "BUSINESS", "FRESH")));
        all.put("GET_VENDOR_INVENTORY_REPORT", Map.of("reportPeriod", PERIODS, "distributorView", VIEWS, "sellingProgram",
            RETAIL_FRESH));
        all.put("GET_VENDOR_TRAFFIC_REPORT", Map.of("reportPeriod", PERIODS));
        all.put("GET_VENDOR_NET_PURE_PRODUCT_MARGIN_REPORT", Map.of("reportPeriod", PERIODS));
        all.put("GET_VENDOR_FORECASTING_REPORT", Map.of("sellingProgram", RETAIL_FRESH));
        all.put("GET_VENDOR_REAL_TIME_SALES_REPORT", Map.of("currencyCode", List.of()));
        all.put("GET_VENDOR_REAL_TIME_TRAFFIC_REPORT", Map.of());
        all.put("GET_VENDOR_REAL_TIME_INVENTORY_REPORT", Map.of());
        all.put("GET_COUPON_PERFORMANCE_REPORT", Map.of("campaignStartDateFrom", List.of(), "campaignStartDateTo", List.of()));
        return all;
    }

    static boolean known(String type) {
        return OPTIONS.containsKey(type);
    }

    static boolean hourly(String type) {
        return HOURLY.contains(type);
    }

    /** Whether the report is one of whole days, weeks and so on. */
    static boolean byPeriod(String type) {
        return OPTIONS.get(type).containsKey("reportPeriod");
    }

    /**
     * What makes a request end FATAL.
     *
     * @param from dataStartTime, or null
     * @param to dataEndTime, or null
     */
    static Optional<String> fault(String type, JsonNode given, Instant from, Instant to, Instant now) {
        Map<String, List<String>> needed = OPTIONS.get(type);
        for (String name : needed.keySet().stream().sorted().toList()) {
            String value = given.path(name).asText("");
            List<String> allowed = needed.get(name);
            if (value.isEmpty()) {
                return Optional.of("The report option " + name + " is missing.");
            } else if (!allowed.isEmpty() && !allowed.contains(value)) {
                return Optional.of("The report option " + name + " has the value " + value + ", which is none of " + allowed + ".");
            }
        }
        for (Map.Entry<String, JsonNode> option : given.properties()) {
            if (!needed.containsKey(option.getKey())) {
                return Optional.of("The report type " + type + " has no report option " + option.getKey() + ".");
            }
        }
        if (byPeriod(type)) {
            return period(given.path("reportPeriod").asText(), from, to, now);
        } else if (hourly(type)) {
            return hours(type, from, to, now);
        }
        return type.equals("GET_COUPON_PERFORMANCE_REPORT") ? coupons(given, now) : Optional.empty();
    }

    private static Optional<String> period(String period, Instant from, Instant to, Instant now) {
        if (from == null || to == null) {
            return Optional.of("dataStartTime and dataEndTime are needed.");
        }
        LocalDate first = from.atZone(ZoneOffset.UTC).toLocalDate();
        LocalDate last = to.atZone(ZoneOffset.UTC).toLocalDate();
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        if (last.isBefore(first)) {
            return Optional.of("dataEndTime is before dataStartTime.");
        } else if (!begins(period, first) || !begins(period, last.plusDays(1))) {
            return Optional.of("dataStartTime and dataEndTime must be the first and the last day of a " + period + ", not " + first
                + " and " + last + ".");
        } else if (!last.isBefore(today)) {
            return Optional.of("dataEndTime " + last + " is not over yet.");
        } else if (period.equals("DAY") && ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
            return Optional.of("A request by DAY spans at most " + MOST_DAYS + " days.");
        } else if (first.isBefore(today.minusDays(OLDEST_DAYS))) {
            return Optional.of("dataStartTime is more than " + OLDEST_DAYS + " days ago.");
        }
        return Optional.empty();
    }

    private static boolean begins(String period, LocalDate day) {
        return switch (period) {
            case "WEEK" -> day.getDayOfWeek() == DayOfWeek.SUNDAY;
            case "MONTH" -> day.getDayOfMonth() == 1;
            case "QUARTER" -> day.getDayOfMonth() == 1 && day.getMonthValue() % 3 == 1;
            case "YEAR" -> day.getDayOfYear() == 1;
            default -> true;
        };
    }

    private static Optional<String> hours(String type, Instant from, Instant to, Instant now) {
        if (from == null || to == null) {
            return Optional.of("dataStartTime and dataEndTime are needed.");
        } else if (!from.equals(from.truncatedTo(ChronoUnit.HOURS)) || !to.equals(to.truncatedTo(ChronoUnit.HOURS))) {
            return Optional.of("dataStartTime and dataEndTime must be whole hours in UTC.");
        } else if (!from.isBefore(to)) {
            return Optional.of("dataEndTime is not after dataStartTime.");
        } else if (type.equals("GET_VENDOR_REAL_TIME_TRAFFIC_REPORT") && to.isAfter(now.minus(Duration.ofMinutes(60)))) {
            return Optional.of("dataEndTime must be at least 60 minutes ago.");
        } else if (type.equals("GET_VENDOR_REAL_TIME_INVENTORY_REPORT")) {
            if (from.isBefore(now.minus(Duration.ofHours(OLDEST_HOURS)))) {
                return Optional.of("dataStartTime is more than " + OLDEST_HOURS + " hours ago.");
            } else if (Duration.between(from, to).compareTo(Duration.ofHours(24)) > 0) {
                return Optional.of("A request spans at most 24 hours.");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> coupons(JsonNode given, Instant now) {
        Instant from = Json.instant(given.path("campaignStartDateFrom").asText());
        Instant to = Json.instant(given.path("campaignStartDateTo").asText());
        if (from == null || to == null || to.isBefore(from)) {
            return Optional.of("campaignStartDateFrom and campaignStartDateTo must be times, the second not before the first.");
        } else if (from.isBefore(now.atZone(ZoneOffset.UTC).minusYears(2).toInstant())) {
            return Optional.of("campaignStartDateFrom is more than two years ago.");
        }
        return Optional.empty();
    }
}
