// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults on demand: each does what it says, when it says. */
class FaultTest {
    private static final String ORDERS = "/vendor/orders/v1/purchaseOrders";
    private final SimulatorBench bench = new SimulatorBench();

    @AfterEach
    void close() {
        bench.close();
    }

    private void set(String fault) {
        Caller.Got got = bench.us.put("/_sim/faults", "{\"faults\": [" + fault + "]}");
        assertThat(got.status()).as(got.body().toString()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"error500, 500, InternalFailure", "error503, 503, ServiceUnavailable", "throttle, 429, QuotaExceeded",
        "error401, 401, Unauthorized", "error403, 403, Unauthorized", "error404, 404, ResourceNotFound",
        "error500After, 500, InternalFailure"})
    void anAnswerIsReplacedAsOftenAsItIsSaid(String fault, int status, String code) {
        set("{\"fault\": \"" + fault + "\", \"operation\": \"getPurchaseOrder\", \"after\": 1, \"count\": 2}");
        List<Integer> got = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            got.add(bench.us.get(ORDERS + "/PO000001").status());
        }
        assertThat(got).containsExactly(200, status, status, 200);
        assertThat(bench.us.get(ORDERS).status()).isEqualTo(200);
        set("{\"fault\": \"" + fault + "\"}");
        assertThat(bench.us.get(ORDERS).error()).isEqualTo(code);
        assertThat(bench.us.get("/_sim/faults").body().at("/faults/0/hits").asInt()).isEqualTo(1);
        bench.us.delete("/_sim/faults");
        assertThat(bench.us.get(ORDERS).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"timeoutAfter, true", "closeAfter, true", "timeoutBefore, false", "closeBefore, false"})
    void aLostAnswerLeavesTheStateChangedOrNot(String fault, boolean done) {
        set("{\"fault\": \"" + fault + "\", \"operation\": \"submitAcknowledgement\", \"count\": 1, \"hold\": \"PT0.2S\"}");
        assertThatThrownBy(() -> bench.acknowledge(a -> { })).isInstanceOf(UncheckedIOException.class)
            .hasCauseInstanceOf(IOException.class);
        assertThat(bench.us.get("/_sim/received").body().size()).isEqualTo(done ? 1 : 0);
        assertThat(bench.us.get("/_sim/calls").body().at("/counts/submitAcknowledgement/" + fault).asInt()).isEqualTo(1);
        assertThat(bench.acknowledge(a -> { }).status()).isEqualTo(202);
        assertThat(bench.last().path("repeated").asBoolean()).isEqualTo(done);
    }

    @Test
    void anAnswerHeldForLongIsReleasedWhenTheSimulatorCloses() {
        set("{\"fault\": \"timeoutBefore\", \"hold\": \"PT1H\"}");
        Thread call = new Thread(() -> assertThatThrownBy(() -> bench.us.get(ORDERS)).isInstanceOf(UncheckedIOException.class));
        call.start();
        await().until(() -> new Caller(bench.simulator).get("/_sim/calls").body()
            .at("/counts/getPurchaseOrders/timeoutBefore").asInt() == 1);
        bench.close();
        await().until(() -> !call.isAlive());
    }

    @Test
    void aStormLasts() {
        set("{\"fault\": \"throttle\", \"share\": 1, \"count\": 4, \"storm\": 3}");
        for (int i = 0; i < 4; i++) {
            assertThat(bench.us.get(ORDERS).status()).isEqualTo(429);
        }
        assertThat(bench.us.get(ORDERS).status()).isEqualTo(200);
        assertThat(bench.us.get("/_sim/calls").body().at("/throttled/fault/getPurchaseOrders").asInt()).isEqualTo(4);
        assertThat(bench.us.get("/_sim/calls").body().path("throttled").has("limit")).isFalse();
    }

    @Test
    void aThrottleFromInFrontHasNoHeaderOfAmazons() {
        set("{\"fault\": \"bareThrottle\"}");
        Caller.Got got = bench.us.get(ORDERS);
        assertThat(got.status()).isEqualTo(429);
        assertThat(got.header("x-amzn-RequestId")).isNull();
        assertThat(got.raw().body()).isEmpty();
    }

    @Test
    void aShareHitsTheSameCallsForTheSameSeed() {
        List<List<Integer>> runs = new ArrayList<>();
        for (long seed : new long[] {7, 7, 8}) {
            bench.us.put("/_sim/faults", "{\"seed\": " + seed + ", \"faults\": [{\"fault\": \"error503\", \"share\": 0.2}]}");
            List<Integer> run = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                run.add(bench.us.get(ORDERS + "/PO000001").status());
            }
            runs.add(run);
        }
        assertThat(runs.get(0)).isEqualTo(runs.get(1)).isNotEqualTo(runs.get(2));
        assertThat(runs.get(0).stream().filter(s -> s == 503).count()).isBetween(8L, 35L);
    }

    @Test
    void emptyPagesLoseNothingAndEmptyListsDo() {
        set("{\"fault\": \"emptyPage\", \"count\": 1}");
        JsonNode empty = bench.us.get(ORDERS).body().path("payload");
        assertThat(empty.path("orders")).isEmpty();
        String token = Caller.encoded(empty.at("/pagination/nextToken").asText());
        assertThat(bench.us.get(ORDERS + "?nextToken=" + token).body().at("/payload/orders").size()).isEqualTo(1);
        set("{\"fault\": \"emptyList\", \"count\": 1, \"operation\": \"GetShipmentDetails\"}");
        bench.acknowledge(a -> { });
        bench.ship("ASN1", 1, s -> { });
        String details = SimulatorBench.SHIPMENTS + "?vendorShipmentIdentifier=ASN1";
        assertThat(bench.us.get(details).body().at("/payload/shipments")).isEmpty();
        assertThat(bench.us.get(details).body().at("/payload/shipments").size()).isEqualTo(1);
    }

    @Test
    void inTheMiddleOfPagesATokenIsRefusedOrTheLoginExpires() {
        bench.us.post("/_sim/orders", "{\"generate\": 3, \"seed\": 1}");
        String next = ORDERS + "?limit=2&nextToken=" + Caller.encoded(bench.us.get(ORDERS + "?limit=2").body()
            .at("/payload/pagination/nextToken").asText());
        set("{\"fault\": \"invalidInputWhilePaging\", \"count\": 1}");
        assertThat(bench.us.get(ORDERS + "?limit=2").status()).isEqualTo(200);
        assertThat(bench.us.get(next).error()).isEqualTo("InvalidInput");
        assertThat(bench.us.get(next).status()).isEqualTo(200);
        set("{\"fault\": \"tokenExpiredWhilePaging\", \"count\": 1}");
        assertThat(bench.us.get(next).status()).isEqualTo(403);
        assertThat(bench.us.get(next).status()).isEqualTo(403);
        assertThat(bench.us.as("us").get(next).status()).isEqualTo(200);
    }

    @Test
    void answersComeDistorted() {
        set("{\"fault\": \"upperCase\"}");
        JsonNode shouted = bench.us.get(ORDERS + "/PO000001").body().path("payload");
        assertThat(shouted.path("purchaseOrderState").asText()).isEqualTo("NEW");
        assertThat(shouted.at("/orderDetails/items/1/orderedQuantity/unitOfMeasure").asText()).isEqualTo("CASES");
        set("{\"fault\": \"noZone\"}");
        assertThat(bench.us.get(ORDERS + "/PO000001").body().at("/payload/orderDetails/purchaseOrderDate").asText())
            .matches("\\d{4}-\\d{2}-\\d{2}T[\\d:.]+");
        set("{\"fault\": \"unknownEnum\"}");
        assertThat(bench.us.get(ORDERS + "/PO000001").body().at("/payload/orderDetails/purchaseOrderType").asText())
            .isEqualTo("Unheard-of");
        set("{\"fault\": \"numbersAsText\"}");
        assertThat(bench.us.get(ORDERS + "/PO000001").body().at("/payload/orderDetails/items/0/orderedQuantity/amount").isTextual())
            .isTrue();
    }

    @Test
    void aFaultOfTheTokenIsTheTokensAlone() {
        set("{\"fault\": \"error503\", \"operation\": \"token\", \"count\": 1}");
        assertThat(bench.us.get(ORDERS).status()).isEqualTo(200);
        assertThat(bench.us.login("grant_type=refresh_token").status()).isEqualTo(503);
    }

    @Test
    void aRegionThatIsDownTakesNoOtherWithIt() {
        Caller de = new Caller(bench.simulator).as("de");
        bench.us.put("/_sim/faults", "{\"regionsDown\": [\"EU\"]}");
        assertThat(de.get(ORDERS).status()).isEqualTo(503);
        assertThat(de.get("/eu" + ORDERS).status()).isEqualTo(503);
        assertThat(bench.us.get("/na" + ORDERS).status()).isEqualTo(200);
        bench.later(Duration.ofDays(4));
        bench.us.delete("/_sim/faults");
        assertThat(de.as("de").get(ORDERS).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"fault\": \"nonsense\"}", "{}", "{\"fault\": \"error500\", \"share\": 2}",
        "{\"fault\": \"error500\", \"operation\": \"getOrders\"}", "{\"fault\": \"error500\", \"often\": 1}"})
    void aFaultThatMakesNoSenseIsRefusedInWords(String fault) {
        Caller.Got got = bench.us.put("/_sim/faults", "{\"faults\": [" + fault + "]}");
        assertThat(got.status()).isEqualTo(400);
        assertThat(got.body().at("/errors/0/message").asText()).isNotBlank();
    }
}
