// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator;

import static io.acornhub.simulator.SimulatorBench.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Advance shipment notices, transport requests and what is received. */
class ShipmentRulesTest {
    private static final String CODE = "/cartons/0/cartonIdentifiers/0";
    private final SimulatorBench bench = new SimulatorBench();

    @BeforeEach
    void acknowledge() {
        bench.acknowledge(a -> { });
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private static Arguments breach(String rule, Consumer<JsonNode> how) {
        return Arguments.of(rule, how);
    }

    static Stream<Arguments> breaches() {
        return Stream.of(
            breach("SSCC_FORM", s -> object(s, CODE).put("containerIdentificationNumber", Samples.sscc(1).substring(2))),
            breach("SSCC_FORM", s -> object(s, CODE).put("containerIdentificationNumber", "00123456789012345678")),
            breach("IDENTIFIERS_REUSED", s -> object(s, CODE).put("containerIdentificationNumber", Samples.sscc(12))),
            breach("SHIPPED_DATE", s -> object(s, "").put("shippedDate", "2099-01-01T00:00:00Z")),
            breach("ONE_DESTINATION", s -> object(s, "/shipToParty").put("partyId", "ABE8")),
            breach("ONE_DESTINATION", s -> object(s, "/sellingParty").put("partyId", "ACME2")),
            breach("BILL_OF_LADING", s -> object(s, "/transportationDetails").put("billOfLadingNumber", "1234567")),
            breach("CARRIER_SCAC", s -> object(s, "/transportationDetails").put("carrierScac", "ABF Freight")),
            breach("AMAZON_REFERENCE", s -> object(s, "").put("amazonReferenceNumber", "5551234567")),
            breach("TRACKING_NUMBER", s -> object(s, "").put("shipmentType", "SmallParcel")),
            breach("CONTAINERS", s -> object(s, "/cartons/0/items/0").put("itemReference", "009")),
            breach("CONTAINERS", s -> object(s, "/cartons/0/items/0/shippedQuantity").put("amount", 9)),
            breach("CONTAINERS", s -> object(s, "/shipmentMeasurements").put("cartonCount", 3)),
            breach("CONTAINERS", s -> object(s, "").set("pallets", Caller.json("""
                {'a': [{'palletIdentifiers': [], 'cartonReferenceDetails': {'cartonReferenceNumbers': ['7']}}]}""").path("a"))));
    }

    @ParameterizedTest
    @MethodSource("breaches")
    void aBreachFailsUnlessTheRuleIsOff(String rule, Consumer<JsonNode> how) {
        Caller.Got sent = bench.ship("ASN1", 11, how);
        assertThat(sent.status()).isEqualTo(202);
        assertThat(bench.reason()).isEqualTo(rule);
        bench.later(Duration.ofMinutes(15));
        assertThat(bench.transaction(sent)).isEqualTo("Failure");
        bench.rule(rule, false);
        bench.ship("ASN1", 11, how);
        assertThat(bench.verdict()).isEqualTo("ACCEPTED");
    }

    @Test
    void aNoticeSucceedsIsReadBackAndItsUnitsAreReceivedInTime() {
        Caller.Got sent = bench.ship("ASN1", 1, s -> { });
        assertThat(bench.transaction(sent)).isEqualTo("Processing");
        bench.later(Duration.ofMinutes(2));
        assertThat(bench.transaction(sent)).isEqualTo("Success");
        JsonNode shipment = bench.us.get(SimulatorBench.SHIPMENTS + "?vendorShipmentIdentifier=ASN1").body().at("/payload/shipments/0");
        assertThat(shipment.path("currentShipmentStatus").asText()).isEqualTo("Shipped");
        assertThat(shipment.at("/purchaseOrders/0/purchaseOrderNumber").asText()).isEqualTo("PO000001");
        assertThat(shipment.at("/purchaseOrders/0/items/1/shippedQuantity/amount").asInt()).isEqualTo(5);
        assertThat(bench.status().at("/itemStatus/0/receivingStatus/receiveStatus").asText()).isEqualTo("NOT_RECEIVED");
        bench.later(Duration.ofDays(2));
        assertThat(bench.status().at("/itemStatus/0/receivingStatus/receivedQuantity/amount").asInt()).isEqualTo(10);
        assertThat(bench.status().at("/itemStatus/1/receivingStatus/receiveStatus").asText()).isEqualTo("RECEIVED");
        assertThat(bench.status().path("purchaseOrderStatus").asText()).isEqualTo("CLOSED");
    }

    @Test
    void whatIsMissingAtTheReceiptLeavesTheOrderOpen() {
        bench.us.post("/_sim/orders/PO000001/shortages", "[{\"line\": \"1\", \"units\": 3}]");
        bench.ship("ASN1", 1, s -> { });
        bench.later(Duration.ofDays(3));
        assertThat(bench.status().at("/itemStatus/0/receivingStatus/receivedQuantity/amount").asInt()).isEqualTo(7);
        assertThat(bench.status().at("/itemStatus/0/receivingStatus/receiveStatus").asText()).isEqualTo("PARTIALLY_RECEIVED");
        assertThat(bench.status().path("purchaseOrderStatus").asText()).isEqualTo("OPEN");
    }

    @Test
    void anIdentifierIsFreeAgainAfterAYear() {
        bench.ship("ASN1", 1, s -> { });
        bench.later(Duration.ofDays(30));
        bench.ship("ASN1", 21, s -> { });
        assertThat(bench.reason()).isEqualTo("IDENTIFIERS_REUSED");
        bench.ship("ASN2", 1, s -> { });
        assertThat(bench.reason()).isEqualTo("IDENTIFIERS_REUSED");
        bench.later(Duration.ofDays(336));
        bench.ship("ASN1", 1, s -> { });
        assertThat(bench.verdict()).isEqualTo("ACCEPTED");
    }

    @Test
    void aReplacementTakesAwayWithinAWeekAndBeforeTheGoodsArrive() {
        Consumer<JsonNode> replace = s -> object(s, "").put("shipmentConfirmationType", "Replace");
        Consumer<JsonNode> less = replace.andThen(s -> {
            object(s, "/shippedItems/0/shippedQuantity").put("amount", 8);
            object(s, "/cartons/0/items/0/shippedQuantity").put("amount", 8);
        });
        bench.ship("ASN1", 1, less);
        assertThat(bench.reason()).isEqualTo("INVALID_SHIPMENT_ID");
        bench.ship("ASN1", 1, s -> { });
        bench.ship("ASN1", 1, less);
        assertThat(bench.verdict()).isEqualTo("ACCEPTED");
        bench.ship("ASN1", 1, replace);
        assertThat(bench.reason()).isEqualTo("REPLACE_REDUCES");
        bench.later(Duration.ofDays(3));
        assertThat(bench.status().at("/itemStatus/0/receivingStatus/receivedQuantity/amount").asInt()).isEqualTo(8);
        bench.ship("ASN1", 1, less);
        assertThat(bench.reason()).isEqualTo("REPLACE_WINDOW");
    }

    @Test
    void aTransportRequestGetsItsReferenceAndLabelsLater() {
        String request = """
            {"shipments": [{"vendorShipmentIdentifier": "T1", "transactionType": "New", "transactionDate": "2026-01-01T00:00:00Z",
             "shipmentFreightTerm": "Collect", "sellingParty": {"partyId": "ACME1"}, "shipFromParty": {"partyId": "ACMEWH"},
             "shipToParty": {"partyId": "PHX7"}, "shipmentMeasurements": {"totalCartonCount": 2},
             "transportationDetails": {"shipMode": "SmallParcel"}, "purchaseOrders": [{"purchaseOrderNumber": "PO000001"}]}]}""";
        Caller.Got sent = bench.us.post(SimulatorBench.SHIPMENTS, request);
        JsonNode early = bench.us.get(SimulatorBench.SHIPMENTS + "?vendorShipmentIdentifier=T1").body().at("/payload/shipments/0");
        assertThat(early.has("buyerReferenceNumber")).isFalse();
        assertThat(early.path("currentShipmentStatus").asText()).isEqualTo("TransportationRequested");
        assertThat(bench.us.get("/vendor/shipping/v1/transportLabels").body().at("/payload/transportLabels")).isEmpty();
        bench.later(Duration.ofMinutes(15));
        assertThat(bench.transaction(sent)).isEqualTo("Success");
        String reference = bench.us.get(SimulatorBench.SHIPMENTS + "?vendorShipmentIdentifier=T1").body()
            .at("/payload/shipments/0/buyerReferenceNumber").asText();
        JsonNode label = bench.us.get("/vendor/shipping/v1/transportLabels?buyerReferenceNumber=" + reference).body()
            .at("/payload/transportLabels/0");
        assertThat(label.path("labelData").size()).isEqualTo(2);
        assertThat(new String(Base64.getDecoder().decode(label.at("/labelData/1/label").asText()), StandardCharsets.US_ASCII))
            .startsWith("%PDF-1.4").contains(reference);
        bench.ship("ASN1", 1, s -> object(s, "").put("amazonReferenceNumber", reference));
        assertThat(bench.verdict()).isEqualTo("ACCEPTED");
        bench.us.post(SimulatorBench.SHIPMENTS, request.replace("\"New\"", "\"Cancel\""));
        assertThat(bench.verdict()).isEqualTo("ACCEPTED");
        assertThat(bench.us.get(SimulatorBench.SHIPMENTS + "?vendorShipmentIdentifier=T1").body()
            .at("/payload/shipments/0/transactionType").asText()).isEqualTo("Cancel");
    }

    @Test
    void shipmentsComeInPagesOfFifty() {
        bench.rule("IDENTIFIERS_REUSED", false);
        for (int i = 0; i < 60; i++) {
            bench.ship("ASN" + i, i * 10, s -> { });
        }
        JsonNode first = bench.us.get(SimulatorBench.SHIPMENTS).body().path("payload");
        assertThat(first.path("shipments").size()).isEqualTo(50);
        assertThat(bench.us.get(SimulatorBench.SHIPMENTS + "?nextToken="
            + Caller.encoded(first.at("/pagination/nextToken").asText())).body().at("/payload/shipments").size()).isEqualTo(10);
        assertThat(bench.us.get(SimulatorBench.SHIPMENTS + "?limit=51").status()).isEqualTo(400);
        assertThat(bench.us.get(SimulatorBench.SHIPMENTS + "?currentShipmentStatus=Created").body().at("/payload/shipments")).isEmpty();
        assertThat(bench.us.get(SimulatorBench.SHIPMENTS + "?shippedAfter=2020-01-01&shippedBefore=2020-01-02").body()
            .at("/payload/shipments")).isEmpty();
    }
}
