// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards;

import static io.acornhub.lifecycle.guards.RightChain.found;
import static io.acornhub.lifecycle.guards.RightChain.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.canonical.InventoryAdvice;
import io.acornhub.canonical.Measure;
import io.acornhub.canonical.OrderAcknowledgment;
import io.acornhub.canonical.Quantity;
import io.acornhub.canonical.RoutingRequest;
import io.acornhub.interchange.FaultCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards of acknowledgments, inventory advices and routing requests at their edges. */
class OtherGuardsTest {
    private static final RightChain CHAIN = RightChain.example();

    @Test
    void aLowerPriceALineThatIsRejectedLaterAndAWrongGtinOfARejectedLinePass() {
        assertThat(found(Mutated.set(CHAIN.acknowledgment(), "lines[0].price.amount", "12.49"), CHAIN.beforeAcknowledgment())).isEmpty();
        assertThat(found(Mutated.set(CHAIN.acknowledgment(), "lines[0].dispositions[0].status", "REJECTED"), CHAIN.beforeShipment()))
            .isEmpty();
        assertThat(found(Mutated.set(CHAIN.acknowledgment(), "lines[2].gtin", "614141000999"), CHAIN.beforeAcknowledgment())).isEmpty();
    }

    @Test
    void leadingZerosOfLineNumbersDoNotCount() {
        assertThat(found(Mutated.set(CHAIN.acknowledgment(), "lines[0].lineNo", "000001"), CHAIN.beforeAcknowledgment())).isEmpty();
    }

    @Test
    void aLineThatWasNotOrderedIsHeld() {
        OrderAcknowledgment answer = Mutated.set(CHAIN.acknowledgment(), "lines[0].lineNo", "9");
        assertThat(found(answer, CHAIN.beforeAcknowledgment()))
            .containsExactly(FaultCode.LINE_NOT_ORDERED, FaultCode.LINE_NOT_ACKNOWLEDGED);
    }

    @ParameterizedTest(name = "{0} of 10 items left, share {1}: held {2}")
    @CsvSource({"8, 0.2, false", "7, 0.2, true", "7, 0.3, false", "9, 0, true", "10, 0, false", "1, 1, false"})
    void aFullAdviceMayZeroOnlyAShareOfTheStock(int left, String share, boolean held) {
        BookInMemory book = new BookInMemory(RightChain.NOW).withFullAdvice(advice("FULL", 10, 10));
        assertThat(Guards.check(advice("FULL", 10, left), book, settings(Map.of("zeroShare", share)))).hasSize(held ? 1 : 0);
        assertThat(Guards.check(advice("FULL", left, left), book, settings(Map.of("zeroShare", share)))).hasSize(held ? 1 : 0);
    }

    @Test
    void aPartialAdviceAndTheFirstFullOneZeroWhatTheySay() {
        BookInMemory book = new BookInMemory(RightChain.NOW).withFullAdvice(advice("FULL", 10, 10));
        assertThat(found(advice("PARTIAL", 10, 0), book)).isEmpty();
        assertThat(found(advice("FULL", 10, 0), new BookInMemory(RightChain.NOW))).isEmpty();
        assertThat(found(advice("FULL", 10, 0), book)).containsExactly(FaultCode.STOCK_WOULD_BE_ZEROED);
    }

    @Test
    void anEmptyAdviceNegativeStockAWrongGtinAndALineWithoutItemAreHeld() {
        BookInMemory book = new BookInMemory(RightChain.NOW).withFullAdvice(advice("FULL", 10, 10));
        assertThat(found(advice("FULL", 0, 0), book)).containsExactly(FaultCode.ADVICE_EMPTY);
        assertThat(found(Mutated.set(advice("PARTIAL", 2, 2), "lines[0].available.amount", "-1"), book))
            .containsExactly(FaultCode.STOCK_NEGATIVE);
        assertThat(found(Mutated.set(advice("PARTIAL", 2, 2), "lines[0].gtin", "1234567890123"), book))
            .containsExactly(FaultCode.GTIN_CHECK_DIGIT_WRONG);
        assertThat(found(Mutated.set(advice("PARTIAL", 2, 2), "lines[0].vendorItem", null), book))
            .containsExactly(FaultCode.ITEM_UNIDENTIFIED);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(nullValues = "-", value = {
        "purpose=ORIGINAL, -", "orders[0].poNumber=9UNKNOWN, ORDER_UNKNOWN",
        "orders[0].cartonCount=0, COUNT_NOT_POSITIVE", "orders[0].cartonCount=- orders[0].palletCount=-, COUNT_NOT_POSITIVE",
        "orders[0].palletCount=0, -", "orders[0].cartonCount=-, -", "orders[0].grossWeight.amount=0, COUNT_NOT_POSITIVE",
        "orders[0].cartonCount=0 purpose=CANCEL, -"})
    void routingRequests(String changes, String reasons) {
        RoutingRequest request = request();
        for (String change : changes.split(" ")) {
            request = Mutated.set(request, change.split("=")[0], change.endsWith("=-") ? null : change.split("=")[1]);
        }
        assertThat(found(request, CHAIN.beforeShipment()).stream().map(FaultCode::name).toList())
            .containsExactly(reasons == null ? new String[0] : reasons.split(" "));
    }

    @Test
    void routingIsNotAskedForAnOrderThatIsPrepaid() {
        assertThat(found(request(), new BookInMemory(RightChain.NOW, Mutated.set(CHAIN.acknowledged(), "order.freight", "PREPAID"))))
            .containsExactly(FaultCode.FREIGHT_NOT_COLLECT);
    }

    private static RoutingRequest request() {
        return new RoutingRequest("RoutingRequest", "RR1", "ORIGINAL", RightChain.NOW, RightChain.NOW, "ACME5", null, null, null, null,
            null, List.of(new RoutingRequest.OrderLoad(RightChain.PO, "PHX6", 4, 1, new Measure(new BigDecimal("61.5"), "POUND"), null,
                null, null)), null);
    }

    /** @param stocked how many of the items, from the first, have stock */
    private static InventoryAdvice advice(String purpose, int items, int stocked) {
        return new InventoryAdvice("InventoryAdvice", "A1", purpose, LocalDate.of(2026, 3, 9), "ACME5", "USD", null,
            IntStream.range(0, items).mapToObj(i -> new InventoryAdvice.Line(Integer.toString(i + 1), null, "AC-" + i, null, null, null,
                null, new Quantity(BigDecimal.valueOf(i < stocked ? 5 : 0), "EACH", null), null, null, null, null, null)).toList(), null);
    }
}
