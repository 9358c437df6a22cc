// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.orders;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acornhub.simulator.internal.base.Json;
import io.acornhub.simulator.internal.base.Money;
import io.acornhub.simulator.internal.base.Problem;
import io.acornhub.simulator.internal.shapes.Shapes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * What Amazon does to an order after it was placed. A step is one of {@code {"line": "1", "quantity": 0}}, {@code {"line": "1",
 * "netCost": "4.20"}}, {@code {"line": "1", "cancel": true}} (or {@code false}: back as it was), {@code {"cancel": true}} for all lines,
 * {@code {"shipWindow": "a--b"}}, {@code {"deliveryWindow": "a--b"}}, {@code {"shipTo": "ABE8"}}, {@code {"newLine": {item}}}.
 */
public final class OrderChanges {
    private static final Set<String> KNOWN = Set.of("line", "quantity", "netCost", "cancel", "shipWindow", "deliveryWindow", "shipTo",
        "newLine");
    private final Orders orders;

    public OrderChanges(Orders orders) {
        this.orders = orders;
    }

    /** Checks the steps against the order as it is. @throws Problem 400 that says which step is wrong */
    public void check(PurchaseOrder order, JsonNode steps) {
        if (!steps.isArray() || steps.isEmpty()) {
            throw Problem.invalid("Changes are a list of steps.");
        }
        for (JsonNode step : steps) {
            step.fieldNames().forEachRemaining(name -> {
                if (!KNOWN.contains(name)) {
                    throw Problem.invalid("'" + name + "' is none of " + KNOWN + ".");
                }
            });
            String line = Json.text(step, "line");
            if (line != null && order.line(line).isEmpty() || line == null && (step.has("quantity") || step.has("netCost"))) {
                throw Problem.invalid("Order " + order.number() + " has no line " + line + ".");
            }
            if (step.has("quantity") && (!step.path("quantity").isIntegralNumber() || step.path("quantity").asLong() < 0)) {
                throw Problem.invalid("quantity is a whole number, not below 0.");
            }
            if (step.has("netCost") && !step.path("netCost").asText().matches("\\d+(\\.\\d+)?")) {
                throw Problem.invalid("netCost is a decimal in a string.");
            }
            if (step.has("newLine")) {
                Shapes.check("orders", "OrderItem", step.path("newLine"), false);
                if (order.line(Json.text(step, "newLine", "itemSequenceNumber")).isPresent()) {
                    throw Problem.invalid("Order " + order.number() + " has that line already.");
                }
            }
        }
    }

    /** Applies steps that were checked, as one change. */
    public void apply(PurchaseOrder order, JsonNode steps, Instant time) {
        orders.change(order, time, changed -> steps.forEach(step -> one(changed, step, time)));
    }

    private static void one(PurchaseOrder order, JsonNode step, Instant time) {
        String number = Json.text(step, "line");
        List<OrderLine> lines = number == null ? order.lines() : List.of(order.line(number).orElseThrow());
        if (step.has("cancel")) {
            lines.forEach(line -> {
                if (step.path("cancel").asBoolean()) {
                    line.cancel(time);
                } else {
                    line.uncancel(time);
                }
            });
        }
        if (step.has("quantity")) {
            lines.forEach(line -> line.reorder(step.path("quantity").asLong(), time));
        }
        if (step.has("netCost")) {
            lines.forEach(line -> line.cost(new Money(new BigDecimal(step.path("netCost").asText()),
                line.netCost() == null ? null : line.netCost().currencyCode(), line.netCost() == null ? null
                : line.netCost().unitOfMeasure())));
        }
        for (String window : List.of("shipWindow", "deliveryWindow")) {
            if (step.has(window)) {
                order.header().put(window, step.path(window).asText());
            }
        }
        if (step.has("shipTo")) {
            order.header().putObject("shipToParty").put("partyId", step.path("shipTo").asText());
        }
        if (step.has("newLine")) {
            order.addLine(OrderReader.line(step.path("newLine"), time));
        }
    }

    /**
     * Changes some open orders at random, those that were acknowledged first; the same seed and the same orders give the same changes.
     *
     * @return the numbers of the orders changed
     */
    public List<String> random(int count, long seed, Instant time) {
        SplittableRandom random = new SplittableRandom(seed);
        List<PurchaseOrder> open = new ArrayList<>(orders.all().stream().filter(o -> !o.closed())
            .sorted(Comparator.comparing((PurchaseOrder o) -> !o.acknowledged()).thenComparing(PurchaseOrder::number)).toList());
        int from = (int) open.stream().filter(PurchaseOrder::acknowledged).count();
        List<String> changed = new ArrayList<>();
        while (changed.size() < count && !open.isEmpty()) {
            PurchaseOrder order = open.remove(random.nextInt(from > 0 ? from-- : open.size()));
            apply(order, Json.array().add(step(order, random)), time);
            changed.add(order.number());
        }
        return changed;
    }

    private static ObjectNode step(PurchaseOrder order, SplittableRandom random) {
        OrderLine line = order.lines().get(random.nextInt(order.lines().size()));
        ObjectNode step = Json.object();
        switch (random.nextInt(6)) {
            case 0 -> step.put("line", line.sequence()).put("quantity", 0);
            case 1 -> step.put("line", line.sequence()).put("quantity", random.nextLong(1, 2 * Math.max(1, line.ordered()) + 1));
            case 2 -> step.put("shipTo", List.of("ABE8", "LAX9", "MDW2", "ONT8").get(random.nextInt(4)));
            case 3 -> step.put("cancel", true);
            case 4 -> {
                Instant start = order.created().plus(Duration.ofDays(random.nextLong(2, 10)));
                step.put("shipWindow", start + "--" + start.plus(Duration.ofDays(5)));
            }
            default -> step.put("line", line.sequence()).put("netCost", line.netCost() == null ? "1.00"
                : line.netCost().amount().multiply(new BigDecimal("0.95")).setScale(2, RoundingMode.HALF_UP).toPlainString());
        }
        return step;
    }
}
