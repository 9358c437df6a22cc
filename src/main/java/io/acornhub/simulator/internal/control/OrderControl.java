// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acornhub.simulator.internal.access.Accounts;
import io.acornhub.simulator.internal.base.Agenda;
import io.acornhub.simulator.internal.base.Json;
import io.acornhub.simulator.internal.base.Problem;
import io.acornhub.simulator.internal.base.SimulatedClock;
import io.acornhub.simulator.internal.http.Answer;
import io.acornhub.simulator.internal.http.Call;
import io.acornhub.simulator.internal.http.Endpoint;
import io.acornhub.simulator.internal.http.Routes;
import io.acornhub.simulator.internal.orders.Generator;
import io.acornhub.simulator.internal.orders.Onboarding;
import io.acornhub.simulator.internal.orders.OrderChanges;
import io.acornhub.simulator.internal.orders.OrderJson;
import io.acornhub.simulator.internal.orders.OrderReader;
import io.acornhub.simulator.internal.orders.Orders;
import io.acornhub.simulator.internal.orders.PurchaseOrder;
import io.acornhub.simulator.internal.shipments.Receiving;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code POST /_sim/orders} places orders: a list in Amazon's JSON, or {@code {"generate": 100, …}} ({@link Generator.Wish}), or
 * {@code {"onboarding": {…}}} ({@link Onboarding.Wish}, graded by {@code GET /_sim/onboarding}); with {@code visibleAfter} the lists
 * show them later. {@code GET /_sim/orders[/{po}]} shows them. {@code POST /_sim/orders/{po}/changes} does to one what Amazon does
 * ({@link OrderChanges}), {@code POST /_sim/orders/{po}/shortages} lets units be missing at its receipt,
 * {@code POST /_sim/changes} with {@code {"random": 20, "seed": 1}} changes some.
 */
public final class OrderControl {
    private final Orders orders;
    private final OrderReader reader;
    private final SimulatedClock clock;
    private final Agenda agenda;
    private final OrderChanges changes;
    private final Generator generator;
    private final Onboarding onboarding;
    private final Receiving receiving;

    public OrderControl(Orders orders, Accounts accounts, SimulatedClock clock, Agenda agenda, Receiving receiving) {
        this.orders = orders;
        this.reader = new OrderReader(accounts);
        this.clock = clock;
        this.agenda = agenda;
        this.receiving = receiving;
        this.changes = new OrderChanges(orders);
        this.generator = new Generator(accounts);
        this.onboarding = new Onboarding(accounts, orders);
    }

    public void addTo(Routes routes) {
        routes.add(Endpoint.control("POST", "orders", this::place));
        routes.add(Endpoint.control("GET", "orders", this::list));
        routes.add(Endpoint.control("GET", "orders/{number}", this::one));
        routes.add(Endpoint.control("POST", "orders/{number}/changes", this::change));
        routes.add(Endpoint.control("POST", "orders/{number}/shortages", this::shortages));
        routes.add(Endpoint.control("POST", "changes", this::changeSome));
        routes.add(Endpoint.control("GET", "onboarding", call -> Answer.ok(onboarding.results())));
    }

    private Answer place(Call call) {
        JsonNode body = call.json();
        Instant now = clock.instant();
        List<PurchaseOrder> read = new ArrayList<>();
        if (body.has("generate")) {
            generator.make(Bodies.read(body, Generator.Wish.class), now).forEach(order -> read.add(reader.read(order, now)));
        } else if (body.has("onboarding")) {
            onboarding.make(Bodies.read(body.path("onboarding"), Onboarding.Wish.class), now)
                .forEach(order -> read.add(reader.read(order, now)));
        } else {
            JsonNode given = body.isArray() ? body : body.path("orders");
            if (!given.isArray()) {
                throw Problem.invalid("The body is a list of orders, or an object with orders, generate or onboarding.");
            }
            given.forEach(order -> read.add(reader.read(order, now)));
        }
        return placed(read, now.plus(duration(body, "visibleAfter")));
    }

    private static Duration duration(JsonNode body, String name) {
        try {
            return body.has(name) ? Duration.parse(body.path(name).asText()) : Duration.ZERO;
        } catch (DateTimeException e) {
            throw Problem.invalid(name + " is no ISO 8601 duration.");
        }
    }

    /** {@code [steps]} or {@code {"after": "PT2H", "changes": [steps]}}. */
    private Answer change(Call call) {
        JsonNode body = call.json();
        PurchaseOrder order = found(call);
        JsonNode steps = body.isArray() ? body : body.path("changes");
        changes.check(order, steps);
        agenda.at(clock.instant().plus(duration(body, "after")), time -> changes.apply(order, steps, time));
        return Answer.of(202, Json.object().put("purchaseOrderNumber", order.number()));
    }

    /** {@code [{"line": "1", "units": 3}]}: so many units of the next receipts will be missing. */
    private Answer shortages(Call call) {
        PurchaseOrder order = found(call);
        for (JsonNode shortage : call.json()) {
            String line = Json.text(shortage, "line");
            long units = shortage.path("units").asLong();
            if (units < 1) {
                throw Problem.invalid("A shortage has a line and units.");
            }
            receiving.missing(order.line(line == null ? "" : line).orElseThrow(() ->
                Problem.invalid("Order " + order.number() + " has no line " + line + ".")), units);
        }
        return Answer.ok(Json.object().put("purchaseOrderNumber", order.number()));
    }

    private Answer changeSome(Call call) {
        JsonNode body = call.json();
        List<String> numbers = changes.random(body.path("random").asInt(), body.path("seed").asLong(1), clock.instant());
        ObjectNode answer = Json.object().put("changed", numbers.size());
        answer.set("purchaseOrderNumbers", Json.MAPPER.valueToTree(numbers));
        return Answer.ok(answer);
    }

    private Answer placed(List<PurchaseOrder> read, Instant visible) {
        for (PurchaseOrder order : read) {
            if (orders.find(order.number()).isPresent()) {
                throw Problem.invalid("There is an order " + order.number() + " already; none of the list was placed.");
            }
        }
        ObjectNode answer = Json.object().put("placed", read.size());
        ArrayNode numbers = answer.putArray("purchaseOrderNumbers");
        for (PurchaseOrder order : read) {
            orders.add(order, visible);
            numbers.add(order.number());
        }
        return Answer.of(201, answer);
    }

    private Answer list(Call call) {
        ArrayNode all = Json.array();
        for (PurchaseOrder order : orders.all()) {
            all.addObject().put("purchaseOrderNumber", order.number()).put("vendorGroup", order.account().name())
                .put("vendorCode", order.vendorCode()).put("state", order.state().name()).put("created", order.created().toString())
                .put("lines", order.lines().size());
        }
        return Answer.ok(all);
    }

    private PurchaseOrder found(Call call) {
        String number = call.pathValue("number");
        return orders.find(number).orElseThrow(() -> Problem.notFound("There is no purchase order " + number + "."));
    }

    private Answer one(Call call) {
        PurchaseOrder order = found(call);
        ObjectNode answer = Json.object();
        answer.set("order", OrderJson.order(order, true));
        answer.set("status", OrderJson.status(order));
        return Answer.ok(answer);
    }
}
