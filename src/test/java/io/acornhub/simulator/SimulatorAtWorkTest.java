// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator;

import static io.acornhub.simulator.SimulatorBench.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Many orders and callers at once, onboarding, clocks, settings. */
class SimulatorAtWorkTest {
    private static final String ORDERS = "/vendor/orders/v1/purchaseOrders";

    @Test
    void tenThousandOrdersAreReadByManyAtOnceAndEachIsAcknowledgedOnce() throws Exception {
        try (Simulator simulator = Simulator.start(SimulatorSettings.defaults().withUsagePlans(UsagePlans.none()))) {
            Caller us = new Caller(simulator).as("us");
            us.post("/_sim/orders", "{\"generate\": 10000, \"seed\": 3, \"maxLines\": 2, \"spread\": \"P6D\","
                + " \"vendorCodes\": [\"ACME1\"]}");
            List<JsonNode> orders = new ArrayList<>();
            String next = "";
            do {
                JsonNode payload = us.get(ORDERS + "?purchaseOrderState=New" + next).body().path("payload");
                payload.path("orders").forEach(orders::add);
                next = payload.at("/pagination").has("nextToken")
                    ? "&nextToken=" + Caller.encoded(payload.at("/pagination/nextToken").asText()) : "";
            } while (!next.isEmpty());
            assertThat(orders).hasSize(10_000).extracting(o -> o.path("purchaseOrderNumber").asText()).doesNotHaveDuplicates();
            ExecutorService callers = Executors.newFixedThreadPool(8);
            List<Callable<Integer>> work = new ArrayList<>();
            orders.subList(0, 2_000).forEach(order -> work.add(() -> us.post(SimulatorBench.ACKNOWLEDGE, accepted(order)).status()));
            for (Future<Integer> done : callers.invokeAll(work)) {
                assertThat(done.get()).isEqualTo(202);
            }
            callers.shutdown();
            JsonNode summary = us.get("/_sim/summary").body();
            assertThat(summary.at("/acknowledgements/acceptedOnce").asInt()).as(summary.toString()).isEqualTo(2_000);
            assertThat(summary.at("/orders/Acknowledged").asInt()).isEqualTo(2_000);
            assertThat(us.get("/_sim/calls").body().at("/counts/submitAcknowledgement/202").asInt()).isEqualTo(2_000);
        }
    }

    private static ObjectNode accepted(JsonNode order) {
        ObjectNode body = Caller.json("{'acknowledgements': [{'sellingParty': {'partyId': 'ACME1'}, 'acknowledgementDate': '2026-01-01',"
            + " 'items': []}]}");
        object(body, "/acknowledgements/0").set("purchaseOrderNumber", order.path("purchaseOrderNumber"));
        for (JsonNode item : order.at("/orderDetails/items")) {
            ObjectNode line = ((ArrayNode) body.at("/acknowledgements/0/items")).addObject();
            line.set("itemSequenceNumber", item.path("itemSequenceNumber"));
            line.set("orderedQuantity", item.path("orderedQuantity"));
            line.set("netCost", item.path("netCost"));
            line.putArray("itemAcknowledgements").addObject().put("acknowledgementCode", "Accepted")
                .set("acknowledgedQuantity", item.path("orderedQuantity"));
        }
        return body;
    }

    @Test
    void onboardingOrdersAreGraded() {
        try (Simulator simulator = Simulator.start(SimulatorSettings.defaults())) {
            Caller us = new Caller(simulator).as("us");
            us.post("/_sim/orders", "{\"onboarding\": {\"vendorCode\": \"ACME1\"}}");
            List<JsonNode> orders = new ArrayList<>();
            us.get(ORDERS).body().at("/payload/orders").forEach(orders::add);
            assertThat(results(us)).containsExactly("open", "open", "open");
            us.post(SimulatorBench.ACKNOWLEDGE, accepted(orders.get(0)));
            ObjectNode rejects = accepted(orders.get(1));
            object(rejects, "/acknowledgements/0/items/1/itemAcknowledgements/0").put("acknowledgementCode", "Rejected")
                .put("rejectionReason", "ObsoleteProduct");
            us.post(SimulatorBench.ACKNOWLEDGE, rejects);
            us.post(SimulatorBench.ACKNOWLEDGE, accepted(orders.get(2)));
            assertThat(results(us)).containsExactly("passed", "passed", "failed");
            ObjectNode later = accepted(orders.get(2));
            object(later, "/acknowledgements/0/items/1/itemAcknowledgements/0").put("acknowledgementCode", "Backordered")
                .put("scheduledShipDate", "2030-01-01");
            us.post(SimulatorBench.ACKNOWLEDGE, later);
            assertThat(results(us)).containsExactly("passed", "passed", "passed");
        }
    }

    private static List<String> results(Caller us) {
        return us.get("/_sim/onboarding").body().findValuesAsText("result");
    }

    @Test
    void theSameWishGivesTheSameOrders() {
        List<JsonNode> runs = new ArrayList<>();
        Clock still = Clock.fixed(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC);
        for (int i = 0; i < 2; i++) {
            try (Simulator simulator = Simulator.start(SimulatorSettings.defaults().withClock(still))) {
                Caller us = new Caller(simulator).as("us");
                us.post("/_sim/orders", "{\"generate\": 20, \"seed\": 11, \"units\": \"mixed\", \"prefix\": \"T4\"}");
                runs.add(us.get(ORDERS).body());
            }
        }
        assertThat(runs.get(0)).isEqualTo(runs.get(1));
        assertThat(runs.get(0).at("/payload/orders/0/purchaseOrderNumber").asText()).hasSize(8).startsWith("T4");
    }

    @Test
    void ordersThatCannotBeAreRefusedInWordsAndNoneOfTheListIsPlaced() {
        try (Simulator simulator = Simulator.start(SimulatorSettings.defaults())) {
            Caller us = new Caller(simulator).as("us");
            ObjectNode stranger = Samples.order("PO000002");
            object(stranger, "/orderDetails/sellingParty").put("partyId", "OTHER");
            for (String body : List.of("{\"generate\": 0}", "{\"generate\": 1, \"vendorCodes\": [\"OTHER\"]}", "{}",
                "{\"generate\": 1, \"x\": 1}", "[" + Samples.order("PO000001") + "," + stranger + "]", "[{}]")) {
                Caller.Got got = us.post("/_sim/orders", body);
                assertThat(got.status()).as(body).isEqualTo(400);
                assertThat(got.body().at("/errors/0/message").asText()).isNotBlank();
            }
            assertThat(us.get("/_sim/orders").body()).isEmpty();
            us.post("/_sim/orders", "[" + Samples.order("PO000001") + "]");
            assertThat(us.post("/_sim/orders", "[" + Samples.order("PO000001") + "]").status()).isEqualTo(400);
        }
    }

    @Test
    void theClockStandsMovesAndNeverGoesBack() {
        try (Simulator simulator = Simulator.start(SimulatorSettings.defaults())) {
            Caller us = new Caller(simulator);
            us.post("/_sim/clock", "{\"running\": false, \"set\": \"2040-01-01T00:00:00Z\"}");
            assertThat(simulator.clock().instant()).isEqualTo(Instant.parse("2040-01-01T00:00:00Z"));
            us.advance(Duration.ofMinutes(15));
            assertThat(us.get("/_sim/clock").body().path("now").asText()).isEqualTo("2040-01-01T00:15:00Z");
            assertThat(us.post("/_sim/clock", "{\"set\": \"2039-01-01T00:00:00Z\"}").status()).isEqualTo(400);
            assertThat(us.post("/_sim/clock", "{\"advance\": \"-PT1S\"}").status()).isEqualTo(400);
            assertThat(us.post("/_sim/clock", "{\"advance\": \"soon\"}").status()).isEqualTo(400);
            us.post("/_sim/clock", "{\"running\": true}");
            assertThat(simulator.clock().instant()).isBetween(Instant.parse("2040-01-01T00:15:00Z"), Instant.parse("2040-01-01T01:00:00Z"));
        }
    }

    @Test
    void anErrorThatIsWithheldSaysNotAvailable() {
        try (SimulatorBench bench = new SimulatorBench()) {
            bench.rule("REASONS_WITHHELD", true);
            Caller.Got sent = bench.acknowledge(a -> object(a, "").put("purchaseOrderNumber", "NOWHERE1"));
            bench.later(Duration.ofMinutes(15));
            assertThat(bench.us.get("/vendor/transactions/v1/transactions/" + sent.transaction()).body()
                .at("/payload/transactionStatus/errors/0/code").asText()).isEqualTo("NotAvailable");
        }
    }

    @Test
    void settingsThatMakeNoSenseAreRefused() {
        VendorGroup one = VendorGroup.of("a", "NA", "ATVPDKIKX0DER", "USD", "CODE1");
        VendorGroup other = VendorGroup.of("b", "EU", "A1PA6795UKMFR9", "EUR", "CODE1");
        assertThatThrownBy(() -> Simulator.start(SimulatorSettings.defaults().withVendorGroups(one, other)))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("CODE1");
        assertThatThrownBy(() -> VendorGroup.of("a", "XX", "m", "USD")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Simulator.start(SimulatorSettings.defaults().withRules(Map.of("NONE", true))))
            .isInstanceOf(IllegalArgumentException.class);
        assertThat(one.toString()).doesNotContain("secret", "Atzr");
        try (Simulator taken = Simulator.start(SimulatorSettings.defaults())) {
            assertThatThrownBy(() -> Simulator.start(SimulatorSettings.defaults().withPort(taken.baseUri().getPort())))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("cannot listen");
        }
        assertThat(new UsagePlans(true, null, null).factor()).isEqualByComparingTo(BigDecimal.ONE);
    }
}
