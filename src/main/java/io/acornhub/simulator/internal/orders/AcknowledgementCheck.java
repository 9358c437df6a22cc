// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.orders;

import com.fasterxml.jackson.databind.JsonNode;
import io.acornhub.simulator.internal.base.Json;
import io.acornhub.simulator.internal.base.Money;
import io.acornhub.simulator.internal.base.Packing;
import io.acornhub.simulator.internal.base.Problem.ApiError;
import io.acornhub.simulator.internal.base.Rule;
import io.acornhub.simulator.internal.base.Rules;
import io.acornhub.simulator.internal.orders.OrderLine.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** One acknowledgement against its order: the errors, or what each line is answered with. */
final class AcknowledgementCheck {
    private static final Duration CHANGEABLE = Duration.ofHours(48);
    private final PurchaseOrder order;
    private final Rules rules;
    private final Instant time;
    private final List<ApiError> errors = new ArrayList<>();
    private final Map<OrderLine, List<Entry>> answers = new LinkedHashMap<>();

    /** @param order null when there is none of that number */
    AcknowledgementCheck(PurchaseOrder order, JsonNode document, Rules rules, Instant time) {
        this.order = order;
        this.rules = rules;
        this.time = time;
        if (order == null) {
            error("INVALID_ORDER_ID", "There is no purchase order " + Json.text(document, "purchaseOrderNumber") + ".");
        } else {
            check(document);
        }
    }

    List<ApiError> errors() {
        return errors;
    }

    Map<OrderLine, List<Entry>> answers() {
        return answers;
    }

    private void check(JsonNode document) {
        String seller = Json.text(document, "sellingParty", "partyId");
        refuse(Rule.SELLING_PARTY, !Objects.equals(seller, order.vendorCode()),
            "sellingParty is " + seller + ", the order's is " + order.vendorCode());
        for (JsonNode item : document.path("items")) {
            OrderLine line = line(item);
            if (line == null) {
                error("INVALID_ITEM", "The order has no line for item " + item.path("itemSequenceNumber").asText("") + " "
                    + item.path("amazonProductIdentifier").asText(item.path("vendorProductIdentifier").asText("")) + ".");
            } else if (answers.containsKey(line)) {
                error("INVALID_ITEM", "Line " + line.sequence() + " is acknowledged twice.");
            } else {
                item(item, line);
            }
        }
        if (!order.acknowledged() && rules.on(Rule.MISSING_LINE_REJECTED)) {
            order.lines().stream().filter(line -> !answers.containsKey(line) && line.ordered() > 0).forEach(line ->
                answers.put(line, List.of(new Entry("Rejected", line.ordered(), null, null, "TemporarilyUnavailable"))));
        }
    }

    private OrderLine line(JsonNode item) {
        String sequence = Json.text(item, "itemSequenceNumber");
        if (sequence != null) {
            return order.line(sequence).orElse(null);
        }
        String asin = Json.text(item, "amazonProductIdentifier");
        String product = Json.text(item, "vendorProductIdentifier");
        return order.lines().stream().filter(l -> asin != null ? asin.equals(l.asin()) : product != null
            && product.equals(l.vendorProduct())).findFirst().orElse(null);
    }

    private void item(JsonNode item, OrderLine line) {
        String at = "Line " + line.sequence() + ": ";
        String asin = Json.text(item, "amazonProductIdentifier");
        String product = Json.text(item, "vendorProductIdentifier");
        refuse(Rule.PRODUCT_IDENTIFIERS, asin != null && !asin.equals(line.asin())
            || product != null && !product.equals(line.vendorProduct()), at + "the product identifiers are not the order's");
        cost(item, line, at);
        List<Entry> entries = new ArrayList<>();
        for (JsonNode one : item.path("itemAcknowledgements")) {
            Entry entry = entry(one, line, at);
            if (entry != null) {
                entries.add(entry);
            }
        }
        answers.put(line, entries);
        long sum = entries.stream().mapToLong(Entry::amount).sum();
        refuse(Rule.QUANTITY_ABOVE_ORDER, sum > line.ordered(), at + sum + " acknowledged, " + line.ordered() + " ordered");
        refuse(Rule.QUANTITY_BELOW_ORDER, sum < line.ordered(), at + sum + " acknowledged, " + line.ordered() + " ordered");
        long rejected = entries.stream().filter(Entry::rejected).mapToLong(Entry::amount).sum();
        refuse(Rule.REJECTED_IS_FINAL, rejected < Math.min(line.rejected(), line.ordered()),
            at + line.rejected() + " were rejected and cannot be accepted any more");
        Instant since = order.changed() == null ? order.created() : order.changed();
        refuse(Rule.CHANGES_WITHIN_48_HOURS, line.acknowledged() && time.isAfter(since.plus(CHANGEABLE))
            && !amounts(entries).equals(amounts(line.entries())), at + "after 48 hours only dates can change");
    }

    private void cost(JsonNode item, OrderLine line, String at) {
        Money cost = Money.of(item.path("netCost"));
        Money ordered = line.netCost();
        boolean known = cost != null && cost.amount().signum() > 0;
        refuse(Rule.NET_COST_REQUIRED, ordered != null && !known, at + "netCost is missing or not above zero");
        refuse(Rule.NET_COST_ABOVE_ORDER, ordered != null && known && (cost.amount().compareTo(ordered.amount()) > 0
            || !Objects.equals(cost.currencyCode(), ordered.currencyCode())), at + "netCost is above the order's or in another currency");
    }

    private Entry entry(JsonNode one, OrderLine line, String at) {
        String code = Json.text(one, "acknowledgementCode");
        String reason = Json.text(one, "rejectionReason");
        Instant ship = Json.instant(Json.text(one, "scheduledShipDate"));
        Instant delivery = Json.instant(Json.text(one, "scheduledDeliveryDate"));
        JsonNode quantity = one.path("acknowledgedQuantity");
        long units = quantity.path("amount").asLong(-1) * Packing.of(quantity, line.packing()).size();
        if (units < 0 || units % line.packing().size() != 0) {
            error("INVALID_QUANTITY", at + "the acknowledged quantity is missing, below 0 or no whole number of "
                + line.packing().unit() + ".");
            return null;
        }
        refuse(Rule.REJECTION_REASON, code.equals("Rejected") != (reason != null),
            at + "a rejection, and only that, has a rejectionReason");
        refuse(Rule.BACKORDER, code.equals("Backordered") && (!line.backOrderAllowed() || ship == null && delivery == null),
            at + "back-ordered without a date, or where the order does not allow it");
        return new Entry(code, units / line.packing().size(), ship, delivery, reason);
    }

    private static Map<String, Long> amounts(List<Entry> entries) {
        Map<String, Long> amounts = new TreeMap<>();
        entries.forEach(e -> amounts.merge(e.code(), e.amount(), Long::sum));
        return amounts;
    }

    private void refuse(Rule rule, boolean broken, String message) {
        if (broken && rules.on(rule)) {
            error(rule.name(), message + ".");
        }
    }

    private void error(String code, String message) {
        errors.add(new ApiError(code, message));
    }
}
