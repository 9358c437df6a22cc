// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Orders behind the two reading operations of the Selling Partner API, over real HTTP: filters, pages, limits on dates, and answers
 * that a test puts in their place. What is asked for is kept.
 */
final class AmazonOrders implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final String LIST = "/vendor/orders/v1/purchaseOrders";
    private final HttpServer server;
    private final Clock clock;
    private final Map<String, Placed> orders = new LinkedHashMap<>();
    private final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();
    private final Deque<Instead> instead = new ConcurrentLinkedDeque<>();
    private final AtomicInteger answers = new AtomicInteger();
    private volatile int pageSize = 100;
    private volatile boolean down;

    private record Placed(ObjectNode order, Instant created, Instant changed) {
    }

    /** An answer that is given in place of the true one to the next call for a page; {@code paging} waits for a further page. */
    private record Instead(int status, byte[] body, boolean paging, boolean list) {
    }

    AmazonOrders(Clock clock) {
        this.clock = clock;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.createContext("/auth/o2/token", e -> answer(e, 200, "{\"access_token\":\"Atza|test\",\"token_type\":\"bearer\","
            + "\"expires_in\":3600,\"refresh_token\":\"Atzr|test\"}"));
        server.createContext(LIST, this::orders);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The settings by which a hub reaches it. */
    List<String> settings() {
        String base = address();
        return List.of("ACORN_AMAZON_US_API=true", "ACORN_AMAZON_US_ENDPOINT=" + base, "ACORN_AMAZON_US_TOKEN_ENDPOINT=" + base
            + "/auth/o2/token", "ACORN_AMAZON_US_CLIENT_ID=client", "ACORN_AMAZON_US_CLIENT_SECRET=secret",
            "ACORN_AMAZON_US_REFRESH_TOKEN=grant");
    }

    static ObjectNode order(String number, ObjectNode... items) {
        ObjectNode order = JSON.createObjectNode().put("purchaseOrderNumber", number).put("purchaseOrderState", "New");
        ObjectNode details = order.putObject("orderDetails").put("purchaseOrderDate", "2026-03-02T16:00:00Z")
            .put("purchaseOrderStateChangedDate", "2026-03-02T16:00:00Z").put("purchaseOrderType", "RegularOrder")
            .put("paymentMethod", "Invoice").put("deliveryWindow", "2026-03-09T08:00:00Z--2026-03-14T07:59:00Z");
        details.putObject("buyingParty").put("partyId", "AMZUS");
        details.putObject("sellingParty").put("partyId", "ACME1");
        details.putObject("shipToParty").put("partyId", "PHX7");
        details.putObject("billToParty").put("partyId", "AMZUS");
        details.putArray("items").addAll(List.of(items));
        return order;
    }

    static ObjectNode item(int number, int quantity, String cost) {
        ObjectNode item = JSON.createObjectNode().put("itemSequenceNumber", Integer.toString(number))
            .put("amazonProductIdentifier", "B00000000" + number).put("vendorProductIdentifier", "AC-000" + number);
        item.putObject("orderedQuantity").put("amount", quantity).put("unitOfMeasure", "Eaches").put("unitSize", 1);
        item.put("isBackOrderAllowed", false);
        item.putObject("netCost").put("currencyCode", "USD").put("amount", cost);
        return item;
    }

    synchronized void place(ObjectNode order) {
        place(order, clock.instant());
    }

    synchronized void place(ObjectNode order, Instant created) {
        orders.put(order.path("purchaseOrderNumber").asText("without number " + orders.size()), new Placed(order, created, null));
    }

    /** Amazon changes an order. */
    synchronized void change(String number, Consumer<ObjectNode> how) {
        Placed before = orders.get(number);
        Instant now = clock.instant();
        ObjectNode order = before.order().deepCopy();
        ((ObjectNode) order.get("orderDetails")).put("purchaseOrderChangedDate", now.truncatedTo(ChronoUnit.SECONDS).toString());
        how.accept(order);
        orders.put(number, new Placed(order, before.created(), now));
    }

    /** As {@link #change}, but not a change of Amazon's: the state moves by an acknowledgment of ours, and members change places. */
    synchronized void acknowledged(String number) {
        Placed before = orders.get(number);
        ObjectNode order = JSON.createObjectNode();
        order.set("orderDetails", ((ObjectNode) before.order().get("orderDetails").deepCopy())
            .put("purchaseOrderStateChangedDate", clock.instant().toString()));
        order.put("purchaseOrderState", "Acknowledged").put("purchaseOrderNumber", number);
        orders.put(number, new Placed(order, before.created(), before.changed()));
    }

    void pagesOf(int orders) {
        pageSize = orders;
    }

    void down(boolean is) {
        down = is;
    }

    /** The next answer to a list with details is this one. */
    void instead(int status, String body) {
        instead.add(new Instead(status, body.getBytes(StandardCharsets.UTF_8), false, true));
    }

    /** The next answer for a further page is this one. */
    void insteadOfAFurtherPage(int status, String body) {
        instead.add(new Instead(status, body.getBytes(StandardCharsets.UTF_8), true, true));
    }

    /** The queries of all lists so far; a single order is {@code number} alone. */
    List<Map<String, String>> asked() {
        return List.copyOf(asked);
    }

    private void orders(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
        if (!path.equals(LIST)) {
            query.put("number", path.substring(LIST.length() + 1));
        }
        asked.add(query);
        if (down) {
            answer(exchange, 503, "{\"errors\":[{\"code\":\"InternalFailure\",\"message\":\"down\",\"details\":\"\"}]}");
            return;
        }
        Instead other = instead.peek();
        boolean details = !"false".equals(query.get("includeDetails")) && !query.containsKey("number");
        if (other != null && details && (!other.paging() || query.containsKey("nextToken"))) {
            instead.poll();
            answer(exchange, other.status(), new String(other.body(), StandardCharsets.UTF_8));
            return;
        }
        if (query.containsKey("number")) {
            one(exchange, query.get("number"));
        } else {
            list(exchange, query, details);
        }
    }

    private synchronized void one(HttpExchange exchange, String number) throws IOException {
        Placed found = orders.get(number);
        if (found == null) {
            answer(exchange, 404, "{\"errors\":[{\"code\":\"ResourceNotFound\",\"message\":\"no order\",\"details\":\"\"}]}");
            return;
        }
        ObjectNode body = JSON.createObjectNode();
        body.set("payload", found.order());
        answer(exchange, 200, body.toString());
    }

    private synchronized void list(HttpExchange exchange, Map<String, String> query, boolean details) throws IOException {
        boolean changed = query.containsKey("changedAfter");
        Instant after = Instant.parse(query.get(changed ? "changedAfter" : "createdAfter"));
        Instant before = Instant.parse(query.get(changed ? "changedBefore" : "createdBefore"));
        if (Duration.between(after, before).compareTo(Duration.ofDays(7)) > 0) {
            answer(exchange, 400, "{\"errors\":[{\"code\":\"InvalidInput\",\"message\":\"more than 7 days\",\"details\":\"\"}]}");
            return;
        }
        List<ObjectNode> found = new ArrayList<>();
        for (Placed placed : orders.values()) {
            Instant at = changed ? placed.changed() : placed.created();
            if (at != null && at.isAfter(after) && !at.isAfter(before)) {
                found.add(details ? placed.order() : JSON.createObjectNode().put("purchaseOrderNumber",
                    placed.order().path("purchaseOrderNumber").asText()).put("purchaseOrderState", "New"));
            }
        }
        int from = query.containsKey("nextToken") ? Integer.parseInt(query.get("nextToken").substring(1)) : 0;
        int to = Math.min(found.size(), from + pageSize);
        ObjectNode body = JSON.createObjectNode();
        ObjectNode payload = body.putObject("payload");
        ArrayNode page = payload.putArray("orders");
        found.subList(Math.min(from, to), to).forEach(page::add);
        if (to < found.size()) {
            payload.putObject("pagination").put("nextToken", "t" + to);
        }
        answer(exchange, 200, body.toString());
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String part : raw == null ? new String[0] : raw.split("&")) {
            String[] pair = part.split("=", 2);
            query.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    private void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("content-type", "application/json");
        exchange.getResponseHeaders().add("x-amzn-RequestId", "request-" + answers.incrementAndGet());
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
