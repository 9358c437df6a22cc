// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** A simulator without limits, with an order of {@link Samples} and ways to answer it. */
final class SimulatorBench implements AutoCloseable {
    static final String ACKNOWLEDGE = "/vendor/orders/v1/acknowledgements";
    static final String CONFIRM = "/vendor/shipping/v1/shipmentConfirmations";
    static final String SHIPMENTS = "/vendor/shipping/v1/shipments";
    static final String INVOICE = "/vendor/payments/v1/invoices";
    final Simulator simulator;
    final Caller us;

    SimulatorBench() {
        this(SimulatorSettings.defaults());
    }

    SimulatorBench(SimulatorSettings settings) {
        simulator = Simulator.start(settings.withUsagePlans(UsagePlans.none()));
        us = new Caller(simulator).as("us");
        us.post("/_sim/orders", "[" + Samples.order("PO000001") + "]");
    }

    Instant now() {
        return simulator.clock().instant();
    }

    /** Moves the clock and logs in again. */
    void later(Duration by) {
        us.advance(by);
        us.as("us");
    }

    Caller.Got acknowledge(Consumer<JsonNode> how) {
        ObjectNode body = Samples.acknowledgement("PO000001");
        how.accept(body.at("/acknowledgements/0"));
        return us.post(ACKNOWLEDGE, body);
    }

    Caller.Got ship(String identifier, int serial, Consumer<JsonNode> how) {
        ObjectNode body = Samples.shipment(identifier, "PO000001", serial, now());
        how.accept(body.at("/shipmentConfirmations/0"));
        return us.post(CONFIRM, body);
    }

    Caller.Got bill(String number, Consumer<JsonNode> how) {
        ObjectNode body = Samples.invoice(number, "PO000001", now());
        how.accept(body.at("/invoices/0"));
        return us.post(INVOICE, body);
    }

    /** The verdict on the last document received. */
    JsonNode last() {
        JsonNode all = us.get("/_sim/received").body();
        return all.get(all.size() - 1);
    }

    String verdict() {
        return last().path("verdict").asText();
    }

    String reason() {
        return last().at("/reasons/0/code").asText();
    }

    JsonNode status() {
        return us.get("/vendor/orders/v1/purchaseOrdersStatus?purchaseOrderNumber=PO000001").body().at("/payload/ordersStatus/0");
    }

    String transaction(Caller.Got sent) {
        return us.get("/vendor/transactions/v1/transactions/" + sent.transaction()).body().at("/payload/transactionStatus/status").asText();
    }

    void rule(String name, boolean on) {
        us.put("/_sim/rules", "{\"" + name + "\": " + on + "}");
    }

    static ObjectNode object(JsonNode root, String pointer) {
        return (ObjectNode) root.at(pointer);
    }

    @Override
    public void close() {
        simulator.close();
    }
}
