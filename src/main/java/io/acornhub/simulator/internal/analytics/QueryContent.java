// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.analytics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acornhub.simulator.internal.base.Json;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;

/** The data of a query: JSON Lines, a line for each period of the view, with the fields that were selected. */
final class QueryContent {
    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;
    private final String marketplace;
    private final String currency;
    private final Collection<String> asins;

    QueryContent(Collection<String> asins, String marketplace, String currency) {
        this.asins = asins;
        this.marketplace = marketplace;
        this.currency = currency;
    }

    byte[] make(Selection view, LocalDate from, LocalDate to) {
        StringBuilder out = new StringBuilder();
        String type = AnalyticsSchema.bare(AnalyticsSchema.type("Query", view.name()));
        for (Figures.Period period : Figures.periods(view.arguments().get("aggregateBy"), from, to)) {
            out.append(new String(Json.write(object(view, type, period, "all")), StandardCharsets.UTF_8)).append('\n');
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private ObjectNode object(Selection selection, String type, Figures.Period period, String asin) {
        ObjectNode json = MAKE.objectNode();
        for (Selection field : selection.fields()) {
            json.set(field.name(), value(field, AnalyticsSchema.type(type, field.name()), period, asin));
        }
        return json;
    }

    private JsonNode value(Selection field, String type, Figures.Period period, String asin) {
        if (type.endsWith("GroupedBy]")) {
            ArrayNode groups = MAKE.arrayNode();
            asins.forEach(one -> groups.add(object(field, AnalyticsSchema.bare(type), period, one)));
            return groups;
        } else if (type.startsWith("[")) {
            ArrayNode weeks = MAKE.arrayNode();
            Figures.periods("WEEK", period.last().plusDays(1), period.last().plusWeeks(4))
                .forEach(week -> weeks.add(object(field, AnalyticsSchema.bare(type), week, asin)));
            return weeks;
        } else if (AnalyticsSchema.isObject(type)) {
            return object(field, type, period, asin);
        }
        return leaf(field.name(), type, period, asin);
    }

    private JsonNode leaf(String name, String type, Figures.Period period, String asin) {
        return switch (type) {
            case "StartDate" -> MAKE.textNode(period.first().toString());
            case "EndDate" -> MAKE.textNode(period.last().toString());
            case "Marketplace" -> MAKE.textNode(marketplace);
            case "Currency" -> MAKE.textNode(currency);
            case "Asin" -> MAKE.textNode(asin);
            case "Long" -> MAKE.numberNode(Figures.units(asin, period, name));
            case "Int" -> MAKE.numberNode(period.first().getDayOfYear() / 7 + 1);
            case "Float" -> MAKE.numberNode(name.equals("amount")
                ? Figures.price(asin).multiply(BigDecimal.valueOf(Figures.units(asin, period, name))) : Figures.share(asin, period, name));
            // texts about an article that nobody has described
            default -> MAKE.nullNode();
        };
    }
}
