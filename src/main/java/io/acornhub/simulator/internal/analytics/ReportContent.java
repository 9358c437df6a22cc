// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.analytics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acornhub.simulator.internal.base.Json;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The document of a report, in the shape of Amazon's schema of its type. */
final class ReportContent {
    private static final int FORECAST_WEEKS = 8;
    private final ObjectNode request;
    private final String type;
    private final Collection<String> asins;
    private final String currency;
    private final Instant now;
    private final ObjectNode document = Json.object();

    ReportContent(ObjectNode request, Collection<String> asins, String currency, Instant now) {
        this.request = request;
        this.type = request.path("reportType").asText();
        this.asins = asins;
        this.currency = request.path("reportOptions").path("currencyCode").asText(currency);
        this.now = now;
    }

    /** The reason of a FATAL report, as its document says it. */
    static ObjectNode fault(String reason) {
        return Json.object().put("errorDetails", reason);
    }

    ObjectNode make() {
        ObjectNode specification = document.putObject("reportSpecification").put("reportType", type);
        JsonNode options = request.path("reportOptions");
        if (!options.isEmpty()) {
            specification.set("reportOptions", options);
        }
        if (ReportTypes.byPeriod(type)) {
            specification.put("lastUpdatedDate", day(now).toString()).put("dataStartTime", from().toString())
                .put("dataEndTime", to().toString());
            specification.set("marketplaceIds", request.path("marketplaceIds"));
            periods(options.path("reportPeriod").asText());
        } else if (ReportTypes.hourly(type)) {
            specification.put("dataStartTime", start("dataStartTime").toString()).put("dataEndTime", start("dataEndTime").toString());
            specification.set("marketplaceIds", request.path("marketplaceIds"));
            hours(document.putArray("reportData"));
        } else if (type.equals("GET_VENDOR_FORECASTING_REPORT")) {
            specification.put("lastUpdatedDate", day(now).toString());
            specification.set("marketplaceIds", request.path("marketplaceIds"));
            forecast(document.putArray("forecastByAsin"));
        } else {
            specification.set("marketplaceIds", request.path("marketplaceIds"));
            document.putArray("campaigns");
        }
        return document;
    }

    private Instant start(String field) {
        return Json.instant(request.path(field).asText());
    }

    private static LocalDate day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private LocalDate from() {
        return day(start("dataStartTime"));
    }

    private LocalDate to() {
        return day(start("dataEndTime"));
    }

    private void periods(String length) {
        Map<String, String> names = Map.of("GET_VENDOR_SALES_REPORT", "sales", "GET_VENDOR_INVENTORY_REPORT", "inventory",
            "GET_VENDOR_TRAFFIC_REPORT", "traffic", "GET_VENDOR_NET_PURE_PRODUCT_MARGIN_REPORT", "netPureProductMargin");
        ArrayNode aggregate = document.putArray(names.get(type) + "Aggregate");
        ArrayNode byAsin = document.putArray(names.get(type) + "ByAsin");
        List<Figures.Period> periods = Figures.periods(length, from(), to());
        for (Figures.Period period : periods) {
            figures(aggregate.addObject(), period, "all");
            asins.forEach(asin -> figures(byAsin.addObject(), period, asin));
        }
    }

    private void figures(ObjectNode row, Figures.Period period, String asin) {
        row.put("startDate", period.first().toString()).put("endDate", period.last().toString());
        Collection<String> of = asin.equals("all") ? asins : List.of(asin);
        if (!asin.equals("all")) {
            row.put("asin", asin);
        }
        switch (type) {
            case "GET_VENDOR_SALES_REPORT" -> {
                row.put("customerReturns", 0);
                row.set("orderedRevenue", value(of, period, "ordered"));
                row.put("orderedUnits", units(of, period, "ordered"));
                row.set("shippedCogs", value(of, period, "shipped"));
                row.set("shippedRevenue", value(of, period, "shipped"));
                row.put("shippedUnits", units(of, period, "shipped"));
            }
            case "GET_VENDOR_INVENTORY_REPORT" -> {
                row.set("netReceivedInventoryCost", value(of, period, "received"));
                row.put("netReceivedInventoryUnits", units(of, period, "received"));
                row.put("openPurchaseOrderUnits", units(of, period, "open"));
                row.set("sellableOnHandInventoryCost", value(of, period, "onHand"));
                row.put("sellableOnHandInventoryUnits", units(of, period, "onHand"));
                row.put("vendorConfirmationRate", Figures.share(of, period, "confirmed"));
            }
            case "GET_VENDOR_TRAFFIC_REPORT" -> row.put("glanceViews", units(of, period, "views"));
            default -> row.put("netPureProductMargin", Figures.share(of, period, "margin"));
        }
    }

    private static int units(Collection<String> asins, Figures.Period period, String what) {
        return asins.stream().mapToInt(asin -> Figures.units(asin, period, what)).sum();
    }

    private ObjectNode value(Collection<String> asins, Figures.Period period, String what) {
        return Figures.amount(asins.stream().map(asin -> Figures.price(asin)
            .multiply(BigDecimal.valueOf(Figures.units(asin, period, what)))).reduce(BigDecimal.ZERO, BigDecimal::add), currency);
    }

    private void hours(ArrayNode rows) {
        for (Instant at = start("dataStartTime"); at.isBefore(start("dataEndTime")); at = at.plus(Duration.ofHours(1))) {
            for (String asin : asins) {
                ObjectNode row = rows.addObject().put("startTime", at.toString()).put("endTime", at.plus(Duration.ofHours(1)).toString())
                    .put("asin", asin);
                int units = Figures.units(asin, at, type);
                switch (type) {
                    case "GET_VENDOR_REAL_TIME_SALES_REPORT" -> row.put("orderedUnits", units).put("orderedRevenue",
                        Figures.price(asin).multiply(BigDecimal.valueOf(units)));
                    case "GET_VENDOR_REAL_TIME_TRAFFIC_REPORT" -> row.put("glanceViews", units);
                    default -> row.put("highlyAvailableInventory", units);
                }
            }
        }
    }

    private void forecast(ArrayNode rows) {
        LocalDate sunday = day(now).with(TemporalAdjusters.next(DayOfWeek.SUNDAY));
        for (String asin : asins) {
            for (int week = 0; week < FORECAST_WEEKS; week++) {
                LocalDate first = sunday.plusWeeks(week);
                int mean = Figures.units(asin, first, "demand");
                rows.addObject().put("forecastGenerationDate", day(now).toString()).put("asin", asin)
                    .put("startDate", first.toString()).put("endDate", first.plusDays(6).toString()).put("meanForecastUnits", mean)
                    .put("p70ForecastUnits", mean + mean / 5).put("p80ForecastUnits", mean + mean / 3)
                    .put("p90ForecastUnits", mean + mean / 2);
            }
        }
    }
}
