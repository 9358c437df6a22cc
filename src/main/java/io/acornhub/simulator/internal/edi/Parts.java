// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.edi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acornhub.simulator.internal.x12.SyntaxCheck;
import io.acornhub.simulator.internal.x12.X12Segment;
import io.acornhub.simulator.internal.x12.X12Set;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Pieces of Amazon's JSON that all documents need, made from X12. */
final class Parts {
    /** Digits after the point of a cost for one each. */
    private static final int COST_SCALE = 6;

    private Parts() {
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode party(String id) {
        return object().put("partyId", id);
    }

    /** A quantity in the unit of a line; a fraction stays one, so that it is refused as one. */
    static ObjectNode quantity(BigDecimal amount, String x12Unit, Order.Line line) {
        ObjectNode json = object();
        if (amount.stripTrailingZeros().scale() <= 0) {
            json.put("amount", amount.longValue());
        } else {
            json.put("amount", amount);
        }
        json.put("unitOfMeasure", x12Unit.equals("CA") ? "Cases" : x12Unit.equals("EA") ? "Eaches" : x12Unit);
        if (line != null && line.json().path("orderedQuantity").has("unitSize")) {
            json.put("unitSize", line.unitSize());
        }
        return json;
    }

    static ObjectNode money(BigDecimal amount, String currency) {
        return object().put("currencyCode", currency).put("amount", X12Segment.plain(amount));
    }

    /** The cost of one each of a price that EDI says for the unit ordered; the order's own where it is the same price. */
    static BigDecimal netCost(BigDecimal price, Order.Line line) {
        if (line == null || !line.x12Unit().equals("CA")) {
            return price;
        }
        if (line.price().filter(ordered -> ordered.compareTo(price) == 0).isPresent()) {
            return line.netCost().orElseThrow();
        }
        return price.divide(BigDecimal.valueOf(line.unitSize()), COST_SCALE, RoundingMode.HALF_UP);
    }

    static void identifiers(ObjectNode item, Order.Line line, X12Segment segment, int from) {
        String asin = line == null ? segment.pair(from, "BP") : line.asin();
        String vendorItem = line == null ? segment.pair(from, "UP", "EN", "UK", "IB", "VN", "SK") : line.vendorItem();
        if (!asin.isEmpty()) {
            item.put("amazonProductIdentifier", asin);
        }
        if (!vendorItem.isEmpty()) {
            item.put("vendorProductIdentifier", vendorItem);
        }
    }

    /** The instant of a DTM with this qualifier; empty when there is none or it is no day. */
    static Optional<Instant> date(X12Set set, String qualifier, ZoneId zone) {
        return set.first("DTM", qualifier).filter(dtm -> SyntaxCheck.isDay(dtm.get(2)))
            .map(dtm -> Instants.of(dtm.get(2), dtm.get(3), dtm.get(4), zone));
    }

    /** CTT: the number of a kind of segment and the sum of a quantity. */
    static void totals(X12Set set, String counted, Function<X12Segment, Optional<BigDecimal>> quantity, List<Finding> findings) {
        X12Segment ctt = set.first("CTT");
        long count = set.all(counted).count();
        ctt.number(1).filter(said -> said.compareTo(BigDecimal.valueOf(count)) != 0).ifPresent(said -> findings.add(Finding.refused(
            "control-totals", "CTT01 says " + X12Segment.plain(said) + ", there are " + count + " " + counted)));
        BigDecimal sum = set.segments().stream().map(quantity).flatMap(Optional::stream).reduce(BigDecimal.ZERO, BigDecimal::add);
        ctt.number(2).filter(said -> said.compareTo(sum) != 0).ifPresent(said -> findings.add(Finding.refused("control-totals",
            "CTT02 says " + X12Segment.plain(said) + ", the quantities sum to " + X12Segment.plain(sum))));
    }
}
