// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An order's way through the simulator: placed, listed, acknowledged, looked up. */
class SimulatorTest {
    private static final String ORDERS = "/vendor/orders/v1/purchaseOrders";
    private final Simulator simulator = Simulator.start(SimulatorSettings.defaults());
    private final Caller us = new Caller(simulator).as("us");

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void anOrderIsPlacedListedAndAcknowledged() {
        Caller.Got placed = us.post("/_sim/orders", "[" + Samples.order("PO000001") + "]");
        assertThat(placed.status()).isEqualTo(201);
        Caller.Got list = us.get(ORDERS);
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.body().at("/payload/orders/0/purchaseOrderState").asText()).isEqualTo("New");
        assertThat(list.header("x-amzn-RequestId")).isNotBlank();
        assertThat(list.header("x-amzn-RateLimit-Limit")).isEqualTo("10");

        Caller.Got sent = us.post("/vendor/orders/v1/acknowledgements", Samples.acknowledgement("PO000001"));
        assertThat(sent.status()).isEqualTo(202);
        assertThat(us.get(ORDERS + "/PO000001").body().at("/payload/purchaseOrderState").asText()).isEqualTo("Acknowledged");
        Caller.Got status = us.get("/vendor/orders/v1/purchaseOrdersStatus?purchaseOrderNumber=PO000001");
        assertThat(status.body().at("/payload/ordersStatus/0/itemStatus/1/acknowledgementStatus/acceptedQuantity/amount").asInt())
            .isEqualTo(5);
        us.advance(Duration.ofMinutes(30));
        assertThat(us.get("/vendor/transactions/v1/transactions/" + sent.transaction()).body()
            .at("/payload/transactionStatus/status").asText()).isEqualTo("Processing");
    }

    @Test
    void aRegionsHostIsAPrefixAndAnotherRegionsTokenIsRefusedThere() {
        assertThat(us.get("/na" + ORDERS).status()).isEqualTo(200);
        Caller.Got other = us.get("/eu" + ORDERS);
        assertThat(other.status()).isEqualTo(403);
        assertThat(other.error()).isEqualTo("Unauthorized");
    }
}
