// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.orders;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acornhub.simulator.UsagePlans.Plan;
import io.acornhub.simulator.internal.base.Json;
import io.acornhub.simulator.internal.base.Problem;
import io.acornhub.simulator.internal.base.SimulatedClock;
import io.acornhub.simulator.internal.http.Answer;
import io.acornhub.simulator.internal.http.Call;
import io.acornhub.simulator.internal.http.Endpoint;
import io.acornhub.simulator.internal.http.Paging;
import io.acornhub.simulator.internal.http.Query;
import io.acornhub.simulator.internal.http.Query.Window;
import io.acornhub.simulator.internal.http.Routes;
import java.time.Duration;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** Reading orders: getPurchaseOrders, getPurchaseOrder, getPurchaseOrdersStatus. */
public final class OrderEndpoints {
    private static final Plan TEN = Plan.of("10", 10);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final int PAGE = 100;
    private final Orders orders;
    private final Paging paging;
    private final SimulatedClock clock;

    public OrderEndpoints(Orders orders, Paging paging, SimulatedClock clock) {
        this.orders = orders;
        this.paging = paging;
        this.clock = clock;
    }

    public void addTo(Routes routes) {
        routes.add(Endpoint.of("getPurchaseOrders", "GET", "/vendor/orders/v1/purchaseOrders", TEN, this::list));
        routes.add(Endpoint.of("getPurchaseOrder", "GET", "/vendor/orders/v1/purchaseOrders/{purchaseOrderNumber}", TEN, this::one));
        routes.add(Endpoint.of("getPurchaseOrdersStatus", "GET", "/vendor/orders/v1/purchaseOrdersStatus", TEN, this::status));
    }

    private Answer one(Call call) {
        String number = call.pathValue("purchaseOrderNumber");
        PurchaseOrder order = orders.find(call.account(), number).orElseThrow(() ->
            Problem.notFound("There is no purchase order " + number + "."));
        return Answer.payload(200, OrderJson.order(order, true));
    }

    private Answer list(Call call) {
        Query query = new Query(call);
        Instant now = clock.instant();
        Window created = query.window("createdAfter", "createdBefore", WEEK, now);
        Window changed = query.window("changedAfter", "changedBefore", WEEK, now);
        boolean details = query.flag("includeDetails", true);
        String state = query.word("purchaseOrderState", "New", "Acknowledged", "Closed");
        String code = query.text("orderingVendorCode");
        String itemState = query.word("poItemState", "Cancelled");
        String isChanged = query.word("isPOChanged", "true", "false");
        Predicate<PurchaseOrder> fits = order -> (created == null || created.holds(order.created()))
            && (changed == null || changed.holds(order.changed()))
            && (state == null || order.state().name().equals(state))
            && (code == null || code.equals(order.vendorCode()))
            && (isChanged == null || isChanged.equals("true") == (order.changed() != null))
            && (itemState == null || order.lines().stream().anyMatch(line -> line.ordered() == 0));
        NavigableMap<String, PurchaseOrder> range;
        if (changed != null) {
            range = orders.changed(call.account(), changed.from(), changed.to());
        } else {
            Window span = created == null ? new Window(now.minus(WEEK), now.plusMillis(1)) : created;
            range = orders.created(call.account(), span.from(), span.to());
        }
        return answer(call, query, range, fits, "orders", order -> OrderJson.order(order, details));
    }

    private Answer status(Call call) {
        Query query = new Query(call);
        Instant now = clock.instant();
        Window created = query.window("createdAfter", "createdBefore", WEEK, now);
        Window updated = query.window("updatedAfter", "updatedBefore", WEEK, now);
        String number = query.text("purchaseOrderNumber");
        String status = query.word("purchaseOrderStatus", "OPEN", "CLOSED");
        String confirmed = query.word("itemConfirmationStatus", "ACCEPTED", "PARTIALLY_ACCEPTED", "REJECTED", "UNCONFIRMED");
        String received = query.word("itemReceiveStatus", "NOT_RECEIVED", "PARTIALLY_RECEIVED", "RECEIVED");
        String code = query.text("orderingVendorCode");
        String shipTo = query.text("shipToPartyId");
        Predicate<PurchaseOrder> fits = order -> (created == null || created.holds(order.created()))
            && (updated == null || updated.holds(order.updated()))
            && (number == null || number.equals(order.number()))
            && (status == null || status.equals("CLOSED") == order.closed())
            && (code == null || code.equals(order.vendorCode()))
            && (shipTo == null || shipTo.equals(order.shipTo()))
            && (confirmed == null || order.lines().stream().anyMatch(line -> line.confirmationStatus().equals(confirmed)))
            && (received == null || order.lines().stream().anyMatch(line -> line.receiveStatus().equals(received)));
        NavigableMap<String, PurchaseOrder> range;
        if (number != null) {
            range = orders.only(call.account(), number);
        } else if (updated != null) {
            range = orders.updated(call.account(), updated.from(), updated.to());
        } else {
            Window span = created == null ? new Window(now.minus(WEEK), now.plusMillis(1)) : created;
            range = orders.created(call.account(), span.from(), span.to());
        }
        return answer(call, query, range, fits, "ordersStatus", OrderJson::status);
    }

    private Answer answer(Call call, Query query, NavigableMap<String, PurchaseOrder> range, Predicate<PurchaseOrder> fits, String name,
                          Function<PurchaseOrder, ObjectNode> json) {
        boolean descending = "DESC".equals(query.word("sortOrder", "ASC", "DESC"));
        Paging.Page<PurchaseOrder> page = paging.page(call, "nextToken", query.limit(PAGE),
            descending ? range.descendingMap() : range, fits);
        ObjectNode payload = Json.object();
        if (page.nextToken() != null) {
            payload.putObject("pagination").put("nextToken", page.nextToken());
        }
        ArrayNode entries = payload.putArray(name);
        page.entries().forEach(entry -> entries.add(json.apply(entry)));
        return Answer.payload(200, payload);
    }
}
