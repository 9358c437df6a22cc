// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator;

import static io.acornhub.simulator.SimulatorBench.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Amazon's rules on acknowledgements: each refuses when on, and lets pass when off. */
class AcknowledgementRulesTest {
    private static final String FIRST = "/items/0/itemAcknowledgements/0";
    private static final String SECOND = "/items/1/itemAcknowledgements/0";
    private final SimulatorBench bench = new SimulatorBench();

    @AfterEach
    void close() {
        bench.close();
    }

    private static Arguments breach(String rule, Consumer<JsonNode> how) {
        return Arguments.of(rule, how);
    }

    static Stream<Arguments> breaches() {
        return Stream.of(
            breach("QUANTITY_ABOVE_ORDER", a -> object(a, FIRST + "/acknowledgedQuantity").put("amount", 11)),
            breach("QUANTITY_BELOW_ORDER", a -> object(a, FIRST + "/acknowledgedQuantity").put("amount", 9)),
            breach("BACKORDER", a -> object(a, FIRST).put("acknowledgementCode", "Backordered").put("scheduledShipDate", "2030-01-01")),
            breach("BACKORDER", a -> object(a, SECOND).put("acknowledgementCode", "Backordered")),
            breach("REJECTION_REASON", a -> object(a, FIRST).put("acknowledgementCode", "Rejected")),
            breach("REJECTION_REASON", a -> object(a, FIRST).put("rejectionReason", "ObsoleteProduct")),
            breach("NET_COST_REQUIRED", a -> object(a, "/items/0").remove("netCost")),
            breach("NET_COST_REQUIRED", a -> object(a, "/items/0/netCost").put("amount", "0")),
            breach("NET_COST_ABOVE_ORDER", a -> object(a, "/items/0/netCost").put("amount", "4.51")),
            breach("PRODUCT_IDENTIFIERS", a -> object(a, "/items/0").put("vendorProductIdentifier", "12345678905")),
            breach("SELLING_PARTY", a -> object(a, "/sellingParty").put("partyId", "ACME2")));
    }

    @ParameterizedTest
    @MethodSource("breaches")
    void aBreachIsTakenWith202AndFailsWithinTheWindowUnlessTheRuleIsOff(String rule, Consumer<JsonNode> how) {
        Caller.Got sent = bench.acknowledge(how);
        assertThat(sent.status()).isEqualTo(202);
        assertThat(bench.verdict()).isEqualTo("REFUSED");
        assertThat(bench.reason()).isEqualTo(rule);
        assertThat(bench.transaction(sent)).isEqualTo("Processing");
        assertThat(bench.status().at("/itemStatus/0/acknowledgementStatus/confirmationStatus").asText()).isEqualTo("UNCONFIRMED");
        bench.later(Duration.ofMinutes(15));
        assertThat(bench.transaction(sent)).isEqualTo("Failure");
        bench.rule(rule, false);
        bench.acknowledge(how);
        assertThat(bench.verdict()).isEqualTo("ACCEPTED");
    }

    @Test
    void aMissingLineIsRejectedUnlessTheRuleIsOff() {
        bench.acknowledge(a -> ((ArrayNode) a.path("items")).remove(1));
        assertThat(bench.status().at("/itemStatus/1/acknowledgementStatus/confirmationStatus").asText()).isEqualTo("REJECTED");
        assertThat(bench.status().at("/itemStatus/1/acknowledgementStatus/rejectedQuantity/amount").asInt()).isEqualTo(5);
        try (SimulatorBench other = new SimulatorBench()) {
            other.rule("MISSING_LINE_REJECTED", false);
            other.acknowledge(a -> ((ArrayNode) a.path("items")).remove(1));
            assertThat(other.status().at("/itemStatus/1/acknowledgementStatus/confirmationStatus").asText()).isEqualTo("UNCONFIRMED");
            other.acknowledge(a -> ((ArrayNode) a.path("items")).remove(0));
            assertThat(other.status().at("/itemStatus/0/acknowledgementStatus/confirmationStatus").asText()).isEqualTo("ACCEPTED");
        }
    }

    @Test
    void whatWasRejectedStaysRejected() {
        bench.acknowledge(a -> object(a, FIRST).put("acknowledgementCode", "Rejected").put("rejectionReason", "TemporarilyUnavailable"));
        assertThat(bench.status().at("/itemStatus/0/acknowledgementStatus/confirmationStatus").asText()).isEqualTo("REJECTED");
        bench.acknowledge(a -> { });
        assertThat(bench.reason()).isEqualTo("REJECTED_IS_FINAL");
        bench.rule("REJECTED_IS_FINAL", false);
        bench.acknowledge(a -> { });
        assertThat(bench.status().at("/itemStatus/0/acknowledgementStatus/confirmationStatus").asText()).isEqualTo("ACCEPTED");
        assertThat(bench.status().at("/itemStatus/0/acknowledgementStatus/acknowledgementStatusDetails").size()).isEqualTo(2);
    }

    @Test
    void acceptedUnitsCanBeCancelledLaterButNotAfterTwoDays() {
        Consumer<JsonNode> rejects = a -> object(a, FIRST).put("acknowledgementCode", "Rejected")
            .put("rejectionReason", "TemporarilyUnavailable");
        bench.acknowledge(a -> { });
        bench.later(Duration.ofHours(49));
        bench.acknowledge(rejects);
        assertThat(bench.reason()).isEqualTo("CHANGES_WITHIN_48_HOURS");
        bench.acknowledge(a -> object(a, FIRST).put("scheduledShipDate", "2030-01-01T00:00:00Z"));
        assertThat(bench.verdict()).isEqualTo("ACCEPTED");
        bench.rule("CHANGES_WITHIN_48_HOURS", false);
        bench.acknowledge(rejects);
        assertThat(bench.verdict()).isEqualTo("ACCEPTED");
    }

    @Test
    void severalEntriesOfALineAddUpAndAnUpdateMayNameOneLine() {
        bench.acknowledge(a -> {
            object(a, SECOND + "/acknowledgedQuantity").put("amount", 2);
            ((ArrayNode) a.at("/items/1/itemAcknowledgements")).add(Caller.json("""
                {'acknowledgementCode': 'Backordered', 'scheduledDeliveryDate': '2030-01-01',
                 'acknowledgedQuantity': {'amount': 18, 'unitOfMeasure': 'Eaches'}}"""));
        });
        assertThat(bench.status().at("/itemStatus/1/acknowledgementStatus/acceptedQuantity/amount").asInt()).isEqualTo(5);
        bench.acknowledge(a -> {
            ((ArrayNode) a.path("items")).remove(0);
            object(a, "/items/0/itemAcknowledgements/0").put("acknowledgementCode", "Rejected").put("rejectionReason", "ObsoleteProduct");
        });
        assertThat(bench.status().at("/itemStatus/1/acknowledgementStatus/confirmationStatus").asText()).isEqualTo("REJECTED");
        assertThat(bench.status().at("/itemStatus/0/acknowledgementStatus/confirmationStatus").asText()).isEqualTo("ACCEPTED");
    }

    @Test
    void anOrderThatIsRejectedInFullIsClosed() {
        bench.acknowledge(a -> {
            for (String entry : new String[] {FIRST, SECOND}) {
                object(a, entry).put("acknowledgementCode", "Rejected").put("rejectionReason", "TemporarilyUnavailable");
            }
        });
        assertThat(bench.status().path("purchaseOrderStatus").asText()).isEqualTo("CLOSED");
    }

    @Test
    void anUnknownOrderFailsWithItsCode() {
        bench.acknowledge(a -> object(a, "").put("purchaseOrderNumber", "NOWHERE1"));
        assertThat(bench.reason()).isEqualTo("INVALID_ORDER_ID");
    }

    @Test
    void theWrongCaseIsA400OrWithoutEffect() {
        Consumer<JsonNode> shouts = a -> object(a, FIRST).put("acknowledgementCode", "REJECTED");
        Caller.Got refused = bench.acknowledge(shouts);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error()).isEqualTo("InvalidInput");
        bench.rule("WRONG_CASE_WITHOUT_EFFECT", true);
        Caller.Got taken = bench.acknowledge(shouts);
        assertThat(taken.status()).isEqualTo(202);
        assertThat(bench.verdict()).isEqualTo("WITHOUT_EFFECT");
        bench.later(Duration.ofHours(1));
        assertThat(bench.transaction(taken)).isEqualTo("Processing");
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void aBodyThatIsNotOfTheFormIsA400(Consumer<JsonNode> how) {
        assertThat(bench.acknowledge(how).status()).isEqualTo(400);
        assertThat(bench.us.get("/_sim/received").body()).isEmpty();
    }

    static Stream<Consumer<JsonNode>> malformed() {
        return Stream.of(a -> object(a, FIRST + "/acknowledgedQuantity").put("amount", "10"),
            a -> object(a, "/items/0/netCost").put("amount", 4),
            a -> object(a, "/items/0/netCost").put("currencyCode", "DOLLAR"),
            a -> object(a, "").put("marketplaceIds", "ATVPDKIKX0DER"),
            a -> object(a, "").remove("acknowledgementDate"),
            a -> object(a, "").put("acknowledgementDate", "yesterday"),
            a -> object(a, "/sellingParty").remove("partyId"),
            a -> object(a, "").set("items", Caller.json("{}")));
    }

    @Test
    void theEffectCanTakeItsTime() {
        Timing slow = new Timing(Duration.ofHours(1), Duration.ofDays(180), Duration.ofMinutes(3), Duration.ofMinutes(5),
            Duration.ofMinutes(5), Duration.ofDays(1), Duration.ofMinutes(10), Duration.ofDays(30));
        try (SimulatorBench other = new SimulatorBench(SimulatorSettings.defaults().withTiming(slow))) {
            other.acknowledge(a -> { });
            assertThat(other.verdict()).isEqualTo("PENDING");
            other.later(Duration.ofMinutes(3));
            assertThat(other.verdict()).isEqualTo("ACCEPTED");
        }
    }
}
