// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acornhub.sellingpartner.AmazonStub;
import io.acornhub.sellingpartner.AmazonStub.Reply;
import io.acornhub.sellingpartner.AmazonStub.Seen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Amazon's side of what is posted, with faults on demand: it keeps what it took, and shows it by the reads where a test lets it.
 * The hub's clock is its clock.
 */
final class VendorApi implements AutoCloseable {
    /** What happens to the next POST. */
    enum Fault {
        /** Taken, and the answer is lost. */
        LOST_AFTER,
        /** Not taken, and the connection is lost. */
        LOST_BEFORE,
        /** Taken or not, Amazon says 503: here not. */
        UNAVAILABLE,
        /** Refused for good. */
        REFUSED,
        /** Not processed: 429. */
        THROTTLED
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private final AmazonStub server = new AmazonStub();
    private final Deque<Fault> faults = new ConcurrentLinkedDeque<>();
    private final List<JsonNode> acknowledgements = new CopyOnWriteArrayList<>();
    private final List<JsonNode> shipments = new CopyOnWriteArrayList<>();
    private final List<JsonNode> invoices = new CopyOnWriteArrayList<>();
    private final Map<String, ObjectNode> orders = new ConcurrentHashMap<>();
    private final Clock clock;
    /** Whether reads show what was taken. */
    volatile boolean shows;
    /** Whether shipments are shown with their quantities. */
    volatile boolean quantities;
    /** What a transaction of a document is in, such as Processing. */
    volatile String transaction = "Processing";
    /** Changes the status of an order before it is shown. */
    volatile Consumer<ObjectNode> change = order -> { };
    /** Status of invoices that are shown. */
    volatile String invoiceStatus = "IN_PROGRESS";

    VendorApi(Clock clock) {
        this.clock = clock;
        server.otherwise = this::answer;
    }

    URI uri() {
        return server.uri();
    }

    /** Takes a body as if it had been posted. */
    void took(String body) {
        take(read(body));
    }

    private void take(JsonNode read) {
        read.path("acknowledgements").forEach(this::acknowledged);
        read.path("shipmentConfirmations").forEach(shipments::add);
        read.path("invoices").forEach(invoices::add);
    }

    VendorApi next(Fault... some) {
        faults.addAll(List.of(some));
        return this;
    }

    /** What was taken about a subject: PO number, shipment identifier, invoice number. */
    List<JsonNode> taken(String subject) {
        List<JsonNode> found = new ArrayList<>();
        acknowledgements.stream().filter(a -> subject.equals(a.path("purchaseOrderNumber").asText())).forEach(found::add);
        shipments.stream().filter(s -> subject.equals(s.path("shipmentIdentifier").asText())).forEach(found::add);
        invoices.stream().filter(i -> subject.equals(i.path("id").asText())).forEach(found::add);
        return found;
    }

    /** How often a path was called with that text in its target or body. */
    long calls(String path, String containing) {
        return server.calls().stream().filter(c -> c.target().startsWith(path) && (c.target() + c.body()).contains(containing)).count();
    }

    private Reply answer(Seen seen) {
        String path = seen.target().replaceFirst("\\?.*$", "");
        if (seen.method().equals("POST")) {
            return post(seen.body());
        }
        if (path.startsWith("/vendor/transactions/v1/transactions/")) {
            String id = path.substring(path.lastIndexOf('/') + 1);
            return Reply.of(200, "{\"payload\":{\"transactionStatus\":{\"transactionId\":\"" + id + "\",\"status\":\"" + transaction + "\""
                + (transaction.equals("Failure") ? ",\"errors\":[{\"code\":\"INVALID_ORDER_ID\",\"message\":\"no such order\"}]" : "")
                + "}}}");
        }
        return switch (path) {
            case "/vendor/orders/v1/purchaseOrdersStatus" -> statuses(parameter(seen, "purchaseOrderNumber"));
            case "/vendor/shipping/v1/shipments" -> details(parameter(seen, "vendorShipmentIdentifier"));
            default -> path.startsWith("/finances/invoices/2026-06-25/invoices/")
                ? invoice(decoded(path.substring(path.lastIndexOf('/') + 1))) : notFound(path);
        };
    }

    private Reply post(String body) {
        Fault fault = faults.poll();
        if (fault == Fault.THROTTLED) {
            return Reply.of(429, "{\"errors\":[{\"code\":\"QuotaExceeded\",\"message\":\"You exceeded your quota\"}]}");
        } else if (fault == Fault.UNAVAILABLE) {
            return Reply.of(503, "{\"errors\":[{\"code\":\"ServiceUnavailable\",\"message\":\"later\"}]}");
        } else if (fault == Fault.REFUSED) {
            return Reply.of(400, "{\"errors\":[{\"code\":\"InvalidInput\",\"message\":\"items must not be empty\"}]}")
                .with("x-amzn-RequestId", "request-refused");
        } else if (fault == Fault.LOST_BEFORE) {
            return Reply.of(0, "");
        }
        take(read(body));
        String id = "20260302-" + UUID.randomUUID();
        return fault == Fault.LOST_AFTER ? Reply.of(0, "") : Reply.of(202, "{\"payload\":{\"transactionId\":\"" + id + "\"}}")
            .with("x-amzn-RequestId", "request-" + id);
    }

    private void acknowledged(JsonNode acknowledgement) {
        acknowledgements.add(acknowledgement);
        ObjectNode order = JSON.createObjectNode().put("purchaseOrderNumber", acknowledgement.path("purchaseOrderNumber").asText())
            .put("purchaseOrderStatus", "OPEN").put("lastUpdatedDate", clock.instant().toString());
        ArrayNode items = order.putArray("itemStatus");
        for (JsonNode item : acknowledgement.path("items")) {
            int rejected = 0;
            int accepted = 0;
            for (JsonNode part : item.path("itemAcknowledgements")) {
                int amount = part.path("acknowledgedQuantity").path("amount").asInt();
                boolean no = "Rejected".equals(part.path("acknowledgementCode").asText());
                rejected += no ? amount : 0;
                accepted += no ? 0 : amount;
            }
            ObjectNode status = items.addObject().put("itemSequenceNumber", item.path("itemSequenceNumber").asText());
            JsonNode unit = item.path("orderedQuantity");
            status.putObject("orderedQuantity").set("orderedQuantity", quantity(unit, accepted + rejected));
            ObjectNode answer = status.putObject("acknowledgementStatus").put("confirmationStatus", rejected == 0 ? "ACCEPTED"
                : accepted == 0 ? "REJECTED" : "PARTIALLY_ACCEPTED");
            answer.set("acceptedQuantity", quantity(unit, accepted));
            answer.set("rejectedQuantity", quantity(unit, rejected));
            answer.putArray("acknowledgementStatusDetails").addObject().put("acknowledgementDate", clock.instant().toString());
        }
        orders.put(order.path("purchaseOrderNumber").asText(), order);
    }

    private static ObjectNode quantity(JsonNode like, int amount) {
        ObjectNode quantity = JSON.createObjectNode().put("amount", amount);
        quantity.put("unitOfMeasure", like.path("unitOfMeasure").asText("Eaches"));
        return quantity.put("unitSize", like.path("unitSize").asInt(1));
    }

    private Reply statuses(String po) {
        ObjectNode page = JSON.createObjectNode();
        ArrayNode found = page.putObject("payload").putArray("ordersStatus");
        orders.values().stream().filter(o -> shows && (po == null || po.equals(o.path("purchaseOrderNumber").asText()))).forEach(order -> {
            ObjectNode shown = order.deepCopy();
            change.accept(shown);
            found.add(shown);
        });
        return Reply.of(200, page.toString());
    }

    private Reply details(String id) {
        ObjectNode page = JSON.createObjectNode();
        ArrayNode found = page.putObject("payload").putArray("shipments");
        shipments.stream().filter(s -> shows && (id == null || id.equals(s.path("shipmentIdentifier").asText()))).forEach(shipment -> {
            ObjectNode shown = found.addObject().put("vendorShipmentIdentifier", shipment.path("shipmentIdentifier").asText());
            for (JsonNode item : quantities ? shipment.path("shippedItems") : JSON.createArrayNode()) {
                shown.putArray("purchaseOrders").addObject().put("purchaseOrderNumber",
                    item.path("itemDetails").path("purchaseOrderNumber").asText()).putArray("items").addObject()
                    .set("shippedQuantity", item.path("shippedQuantity"));
            }
        });
        return Reply.of(200, page.toString());
    }

    private Reply invoice(String identifier) {
        return invoices.stream().filter(i -> shows && identifier.equals(i.path("id").asText() + "~"
            + i.path("remitToParty").path("partyId").asText())).findFirst().map(i -> {
                ObjectNode answer = JSON.createObjectNode();
                ObjectNode header = answer.putObject("invoiceHeader").put("invoiceNumber", i.path("id").asText())
                    .put("invoiceIdentifier", identifier).put("invoiceStatus", invoiceStatus)
                    .put("lastUpdatedDate", clock.instant().toString());
                header.putObject("invoiceAmount").put("currencyCode", i.path("invoiceTotal").path("currencyCode").asText())
                    .put("currencyAmount", new BigDecimal(i.path("invoiceTotal").path("amount").asText()));
                return Reply.of(200, answer.toString());
            }).orElse(notFound(identifier));
    }

    private static Reply notFound(String what) {
        return Reply.of(404, "{\"errors\":[{\"code\":\"ResourceNotFound\",\"message\":\"" + what + "\"}]}");
    }

    private static String parameter(Seen seen, String name) {
        for (String part : seen.target().replaceFirst("^[^?]*\\??", "").split("&")) {
            if (part.startsWith(name + "=")) {
                return decoded(part.substring(name.length() + 1));
            }
        }
        return null;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
