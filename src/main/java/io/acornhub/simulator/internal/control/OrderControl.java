// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acornhub.simulator.internal.base.Json;
import io.acornhub.simulator.internal.base.Problem;
import io.acornhub.simulator.internal.base.SimulatedClock;
import io.acornhub.simulator.internal.http.Answer;
import io.acornhub.simulator.internal.http.Call;
import io.acornhub.simulator.internal.http.Endpoint;
import io.acornhub.simulator.internal.http.Routes;
import io.acornhub.simulator.internal.orders.OrderJson;
import io.acornhub.simulator.internal.orders.OrderReader;
import io.acornhub.simulator.internal.orders.Orders;
import io.acornhub.simulator.internal.orders.PurchaseOrder;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** {@code POST /_sim/orders} places orders, {@code GET /_sim/orders[/{po}]} shows them. */
public final class OrderControl {
    private final Orders orders;
    private final OrderReader reader;
    private final SimulatedClock clock;

    public OrderControl(Orders orders, OrderReader reader, SimulatedClock clock) {
        this.orders = orders;
        this.reader = reader;
        this.clock = clock;
    }

    public void addTo(Routes routes) {
        routes.add(Endpoint.control("POST", "orders", this::place));
        routes.add(Endpoint.control("GET", "orders", this::list));
        routes.add(Endpoint.control("GET", "orders/{number}", this::one));
    }

    private Answer place(Call call) {
        JsonNode body = call.json();
        Instant now = clock.instant();
        JsonNode given = body.isArray() ? body : body.path("orders");
        if (!given.isArray()) {
            throw Problem.invalid("The body is a list of orders, or an object with orders or generate.");
        }
        List<PurchaseOrder> read = new ArrayList<>();
        for (JsonNode order : given) {
            read.add(reader.read(order, now));
        }
        Instant visible = now;
        try {
            visible = body.has("visibleAfter") ? now.plus(Duration.parse(body.path("visibleAfter").asText())) : now;
        } catch (DateTimeException e) {
            throw Problem.invalid("visibleAfter is no ISO 8601 duration.");
        }
        return placed(read, visible);
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

    private Answer one(Call call) {
        String number = call.pathValue("number");
        PurchaseOrder order = orders.find(number).orElseThrow(() -> Problem.notFound("There is no purchase order " + number + "."));
        ObjectNode answer = Json.object();
        answer.set("order", OrderJson.order(order, true));
        answer.set("status", OrderJson.status(order));
        return Answer.ok(answer);
    }
}
