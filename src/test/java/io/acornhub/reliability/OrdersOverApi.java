// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;


import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acornhub.HubHome;
import io.acornhub.MovableClock;
import io.acornhub.lifecycle.OrderDoors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A hub with a connection to an Amazon of the test's own; the same on every database the hub runs on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OrdersOverApi {
    /** A partner without EDI in another region. */
    private static final String GERMANY = """
        name: amazon-de
        zone: Europe/Berlin
        channels:
          - name: api
            type: spapi
            settings:
              region: EU
              marketplace: A1PA6795UKMFR9
              clientId: env:ACORN_AMAZON_US_CLIENT_ID
              clientSecret: env:ACORN_AMAZON_US_CLIENT_SECRET
              refreshToken: env:ACORN_AMAZON_US_REFRESH_TOKEN
              endpoint: ${ACORN_DE_ENDPOINT}
              tokenEndpoint: ${ACORN_DE_ENDPOINT}/auth/o2/token
        agreements:
          - {document: getPurchaseOrders, direction: inbound, release: v1, canonical: PurchaseOrder,
             bundle: sp-api/vendor-orders-v1/purchase-order, channel: api, deliverTo: [sap]}
        """;
    static final AtomicInteger NUMBER = new AtomicInteger(500);
    final MovableClock clock = new MovableClock();
    AmazonOrders amazon;
    AmazonOrders germany;
    SpineHub hub;

    /** How the hub reaches its database. */
    protected abstract List<String> database();

    @BeforeAll
    void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) {
        amazon = new AmazonOrders(clock);
        List<String> settings = new ArrayList<>(database());
        settings.addAll(amazon.settings());
        settings.addAll(List.of("ACORN_AMAZON_US_VENDOR_CODES=ACME1,ACME5", "acorn.selling-partner.orders.created.fastest=PT1S",
            "acorn.selling-partner.orders.created.slowest=PT1S", "acorn.selling-partner.orders.changed.fastest=PT1S",
            "acorn.selling-partner.orders.changed.slowest=PT1S", "acorn.selling-partner.pause=PT0.1S"));
        germany = new AmazonOrders(clock);
        settings.add("ACORN_DE_ENDPOINT=" + germany.address());
        HubHome home = HubHome.copy(folder.resolve("home")).write("config/partners/amazon-de.yaml", GERMANY);
        hub = new SpineHub(home, folder.resolve("data"), settings).start();
    }

    @AfterAll
    void stop() {
        hub.close();
        amazon.close();
        germany.close();
    }

    static String number() {
        return "A" + String.format("%07d", NUMBER.incrementAndGet());
    }

    static ArrayNode items(ObjectNode order) {
        return (ArrayNode) order.get("orderDetails").get("items");
    }

    static void quantity(JsonNode item, int amount) {
        ((ObjectNode) item.get("orderedQuantity")).put("amount", amount);
    }

    /** Waits until the hub has asked that many times more, so that whatever it saw it has seen again. */
    void afterMoreLooks(int looks) {
        int before = amazon.asked().size();
        SpineHub.patiently("looks").until(() -> amazon.asked().size() > before + looks);
    }

    List<String> doors(String po) {
        return hub.bean(OrderDoors.class).of("amazon-us", po).stream().map(OrderDoors.Door::channel).toList();
    }

    String event(Object document, String what) {
        return hub.jdbc().queryForList("select detail from event where subject = ? and what = ?", String.class, document, what).stream()
            .findFirst().orElse(null);
    }

}
