// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acornhub.simulator.Simulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The simulated Amazon's control API: places written orders, sets faults, reads what was received. */
final class ApiOrders {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;

    ApiOrders(Simulator amazon) {
        this.base = amazon.baseUri();
    }

    void place(List<WrittenOrder> orders) {
        ArrayNode all = JSON.createArrayNode();
        Instant now = Instant.parse(get("/_sim/clock").path("now").asText());
        orders.forEach(order -> all.add(json(order, now)));
        send("POST", "/_sim/orders", all);
    }

    /** Lets the simulator make orders of a vendor code; their numbers begin with the prefix. */
    void generate(int number, String vendorCode, String prefix) {
        ObjectNode wish = JSON.createObjectNode().put("generate", number).put("prefix", prefix);
        wish.putArray("vendorCodes").add(vendorCode);
        send("POST", "/_sim/orders", wish);
    }

    void faults(String json) {
        try {
            send("PUT", "/_sim/faults", JSON.readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode get(String path) {
        return send("GET", path, null);
    }

    private static ObjectNode json(WrittenOrder order, Instant now) {
        ObjectNode json = JSON.createObjectNode().put("purchaseOrderNumber", order.po()).put("purchaseOrderState", "New");
        Instant placed = now.truncatedTo(ChronoUnit.SECONDS);
        ObjectNode details = json.putObject("orderDetails").put("purchaseOrderDate", placed.toString())
            .put("purchaseOrderStateChangedDate", placed.toString()).put("purchaseOrderType", "RegularOrder")
            .put("paymentMethod", "Invoice")
            .put("deliveryWindow", placed + "--" + placed.plus(20, ChronoUnit.DAYS));
        details.putObject("buyingParty").put("partyId", "AMZUS");
        details.putObject("sellingParty").put("partyId", "ACME5");
        details.putObject("shipToParty").put("partyId", "PHX6");
        details.putObject("billToParty").put("partyId", "AMZUS");
        ArrayNode items = details.putArray("items");
        for (WrittenOrder.Line line : order.lines()) {
            ObjectNode item = items.addObject().put("itemSequenceNumber", Integer.toString(line.number()))
                .put("vendorProductIdentifier", line.gtin()).put("isBackOrderAllowed", false);
            item.putObject("orderedQuantity").put("amount", line.quantity()).put("unitOfMeasure", "Eaches").put("unitSize", 1);
            item.putObject("netCost").put("currencyCode", "USD").put("amount", line.price().toPlainString());
        }
        return json;
    }

    private JsonNode send(String method, String path, JsonNode body) {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path)).header("content-type", "application/json").method(method,
            body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body.toString())).build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
