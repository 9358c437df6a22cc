// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator;

import static io.acornhub.simulator.Caller.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** getPurchaseOrders and getPurchaseOrdersStatus: windows, filters, pages, and what Amazon changes. */
class OrderListTest {
    private static final String ORDERS = "/vendor/orders/v1/purchaseOrders";
    private static final String STATUS = "/vendor/orders/v1/purchaseOrdersStatus";
    private final Simulator simulator = Simulator.start(SimulatorSettings.defaults().withUsagePlans(UsagePlans.none()));
    private final Caller us = new Caller(simulator).as("us");

    @AfterEach
    void close() {
        simulator.close();
    }

    private static String after(String name, Instant time) {
        return name + "=" + encoded(time.toString());
    }

    private List<String> numbers(Caller.Got got) {
        List<String> numbers = new ArrayList<>();
        got.body().at("/payload/orders").forEach(order -> numbers.add(order.path("purchaseOrderNumber").asText()));
        return numbers;
    }

    @Test
    void aThousandOrdersComeInPagesOfAHundredEachOnce() {
        us.post("/_sim/orders", "{\"generate\": 1000, \"seed\": 4, \"spread\": \"P6D\"}");
        List<String> all = new ArrayList<>();
        String filters = "?purchaseOrderState=New&" + after("createdAfter", Instant.now().minus(Duration.ofDays(7)).plusSeconds(60));
        Caller.Got page = us.get(ORDERS + filters);
        int pages = 1;
        while (page.body().at("/payload/pagination").has("nextToken")) {
            assertThat(numbers(page)).hasSize(100);
            all.addAll(numbers(page));
            page = us.get(ORDERS + filters + "&nextToken=" + encoded(page.body().at("/payload/pagination/nextToken").asText()));
            pages++;
        }
        all.addAll(numbers(page));
        assertThat(pages).isEqualTo(10);
        assertThat(all).hasSize(1000).doesNotHaveDuplicates();
        assertThat(new HashSet<>(numbers(us.get(ORDERS + filters + "&sortOrder=DESC"))))
            .containsExactlyInAnyOrderElementsOf(all.subList(900, 1000));
    }

    @Test
    void aPageThatShrinksBehindTheTokenLosesNothing() {
        us.post("/_sim/orders", "[" + Samples.order("PO000001") + "," + Samples.order("PO000002") + "," + Samples.order("PO000003") + "]");
        String first = ORDERS + "?purchaseOrderState=New&limit=1";
        Caller.Got page = us.get(first);
        us.post("/vendor/orders/v1/acknowledgements", Samples.acknowledgement("PO000001"));
        assertThat(numbers(page)).containsExactly("PO000001");
        assertThat(numbers(us.get(first + "&nextToken=" + encoded(page.body().at("/payload/pagination/nextToken").asText()))))
            .containsExactly("PO000002");
    }

    @Test
    void aTokenGoesWithItsFiltersAndAccountAlone() {
        us.post("/_sim/orders", "{\"generate\": 5, \"seed\": 1}");
        String token = encoded(us.get(ORDERS + "?limit=2").body().at("/payload/pagination/nextToken").asText());
        assertThat(us.get(ORDERS + "?limit=2&nextToken=" + token).status()).isEqualTo(200);
        assertThat(us.get(ORDERS + "?limit=2&purchaseOrderState=New&nextToken=" + token).error()).isEqualTo("InvalidInput");
        assertThat(us.get(STATUS + "?limit=2&nextToken=" + token).error()).isEqualTo("InvalidInput");
        assertThat(us.get(ORDERS + "?nextToken=AAAA").error()).isEqualTo("InvalidInput");
        assertThat(new Caller(simulator).as("de").get(ORDERS + "?limit=2&nextToken=" + token).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"createdAfter, P8D, 400", "createdAfter, P6D, 200", "changedAfter, P8D, 400", "changedAfter, P1D, 200"})
    void aSpanOfMoreThanSevenDaysIsRefused(String name, Duration back, int status) {
        assertThat(us.get(ORDERS + "?" + after(name, Instant.now().minus(back))).status()).isEqualTo(status);
    }

    @Test
    void sixMonthsBackIsTheLimitAndTheClockMovesIt() {
        Instant old = Instant.now().minus(Duration.ofDays(170));
        String span = "?" + after("createdAfter", old) + "&" + after("createdBefore", old.plus(Duration.ofDays(7)));
        assertThat(us.get(ORDERS + span).status()).isEqualTo(200);
        us.advance(Duration.ofDays(30));
        assertThat(us.as("us").get(ORDERS + span).error()).isEqualTo("InvalidInput");
        assertThat(us.get(ORDERS + "?createdAfter=2019-08-2100:00:00").error()).isEqualTo("InvalidRequest");
        assertThat(us.get(ORDERS + "?limit=101").status()).isEqualTo(400);
        assertThat(us.get(ORDERS + "?purchaseOrderState=new").status()).isEqualTo(400);
    }

    @Test
    void anAccountSeesItsOrdersAndTheVendorCodeNarrowsThem() {
        us.post("/_sim/orders", "{\"generate\": 4, \"vendorCodes\": [\"ACME1\", \"ACME2\"]}");
        us.post("/_sim/orders", "{\"generate\": 3, \"seed\": 2, \"vendorCodes\": [\"ACMDE\"]}");
        assertThat(numbers(us.get(ORDERS))).hasSize(4);
        assertThat(numbers(us.get(ORDERS + "?orderingVendorCode=ACME2"))).hasSize(2);
        Caller de = new Caller(simulator).as("de");
        List<String> german = numbers(de.get(ORDERS + "?includeDetails=false"));
        assertThat(german).hasSize(3);
        assertThat(us.get(ORDERS + "/" + german.get(0)).status()).isEqualTo(404);
        assertThat(de.get(ORDERS + "/" + german.get(0)).body().at("/payload/orderDetails/items").isEmpty()).isFalse();
    }

    @Test
    void whatAmazonChangesShowsByItsChangedDateAndInTheHistory() {
        us.post("/_sim/orders", "[" + Samples.order("PO000001") + "," + Samples.order("PO000002") + "]");
        us.post("/vendor/orders/v1/acknowledgements", Samples.acknowledgement("PO000001"));
        assertThat(numbers(us.get(ORDERS + "?isPOChanged=true"))).isEmpty();
        us.advance(Duration.ofHours(3));
        us.as("us").post("/_sim/orders/PO000001/changes", """
            [{"line": "1", "quantity": 0}, {"line": "2", "netCost": "2.00"}, {"shipTo": "ABE8"},
             {"newLine": {"itemSequenceNumber": "3", "amazonProductIdentifier": "B000000003", "isBackOrderAllowed": false,
              "orderedQuantity": {"amount": 7, "unitOfMeasure": "Eaches", "unitSize": 1}}}]""");
        Instant now = simulator.clock().instant();
        Caller.Got changed = us.get(ORDERS + "?" + after("changedAfter", now.minus(Duration.ofHours(1))));
        assertThat(numbers(changed)).containsExactly("PO000001");
        JsonNode details = changed.body().at("/payload/orders/0/orderDetails");
        assertThat(details.at("/items/0/orderedQuantity/amount").asInt(-1)).isZero();
        assertThat(details.at("/items/1/netCost/amount").asText()).isEqualTo("2.00");
        assertThat(details.at("/items").size()).isEqualTo(3);
        assertThat(details.at("/shipToParty/partyId").asText()).isEqualTo("ABE8");
        assertThat(numbers(us.get(ORDERS + "?poItemState=Cancelled"))).containsExactly("PO000001");
        JsonNode ordered = us.get(STATUS + "?purchaseOrderNumber=PO000001").body()
            .at("/payload/ordersStatus/0/itemStatus/0/orderedQuantity");
        assertThat(ordered.at("/orderedQuantityDetails/0/cancelledQuantity/amount").asInt()).isEqualTo(10);
        assertThat(ordered.at("/orderedQuantityDetails/1/orderedQuantity/amount").asInt()).isEqualTo(10);
    }

    @Test
    void aCancelledOrderClosesAndComesBack() {
        us.post("/_sim/orders", "[" + Samples.order("PO000001") + "]");
        us.post("/_sim/orders/PO000001/changes", "[{\"cancel\": true}]");
        assertThat(us.get(ORDERS + "/PO000001").body().at("/payload/purchaseOrderState").asText()).isEqualTo("Closed");
        us.post("/_sim/orders/PO000001/changes", "[{\"cancel\": false}]");
        JsonNode back = us.get(ORDERS + "/PO000001").body().path("payload");
        assertThat(back.path("purchaseOrderState").asText()).isEqualTo("New");
        assertThat(back.at("/orderDetails/items/0/orderedQuantity/amount").asInt()).isEqualTo(10);
    }

    @Test
    void someOrdersChangeAtRandomTheSameWayForTheSameSeed() {
        List<JsonNode> runs = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            try (Simulator one = Simulator.start(SimulatorSettings.defaults())) {
                Caller caller = new Caller(one);
                caller.post("/_sim/orders", "{\"generate\": 50, \"seed\": 9}");
                runs.add(caller.post("/_sim/changes", "{\"random\": 20, \"seed\": 3}").body());
            }
        }
        assertThat(runs.get(0).path("changed").asInt()).isEqualTo(20);
        assertThat(runs.get(0)).isEqualTo(runs.get(1));
    }

    @Test
    void anOrderCanBecomeVisibleLateWithItsOldDate() {
        us.post("/_sim/orders", "{\"visibleAfter\": \"PT5H\", \"orders\": [" + Samples.order("PO000001") + "]}");
        assertThat(numbers(us.get(ORDERS))).isEmpty();
        assertThat(us.get(ORDERS + "/PO000001").status()).isEqualTo(200);
        us.advance(Duration.ofHours(5));
        assertThat(numbers(us.as("us").get(ORDERS))).containsExactly("PO000001");
        assertThat(numbers(us.get(ORDERS + "?" + after("createdAfter", simulator.clock().instant().minusSeconds(3600))))).isEmpty();
    }
}
