// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import static io.acornhub.lifecycle.Orders.line;
import static io.acornhub.lifecycle.Orders.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.canonical.PurchaseOrder;
import io.acornhub.canonical.Totals;
import io.acornhub.canonical.Window;
import io.acornhub.interchange.FaultCode;
import io.acornhub.partner.Agreement;
import io.acornhub.partner.Direction;
import io.acornhub.lifecycle.identifiers.CheckDigit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderRulesTest {
    private static final Window WINDOW = new Window(LocalDate.of(2026, 3, 10), LocalDate.of(2026, 3, 16));

    @Test
    void anOrdinaryOrderPasses() {
        assertThat(found(order(true, WINDOW, new Totals(2, new BigDecimal("30")), line("1", "24", "1"), line("2", "6", "1")))).isEmpty();
    }

    @Test
    void controlTotalsThatDoNotFitAreFound() {
        assertThat(found(order(true, WINDOW, new Totals(3, new BigDecimal("31")), line("1", "24", "1"), line("2", "6", "1"))))
            .containsExactly(FaultCode.LINE_COUNT_WRONG, FaultCode.HASH_TOTAL_WRONG);
    }

    @Test
    void aWindowThatEndsBeforeItBeginsIsFound() {
        assertThat(found(order(true, new Window(WINDOW.to(), WINDOW.from()), null, line("1", "24", "1"))))
            .containsExactly(FaultCode.WINDOW_REVERSED);
    }

    @Test
    void aLineNumberThatStandsTwiceIsFound() {
        assertThat(found(order(true, WINDOW, null, line("1", "24", "1"), line("1", "6", "1"))))
            .containsExactly(FaultCode.LINE_NUMBER_REPEATED);
    }

    @ParameterizedTest
    @CsvSource({"614141000104,true", "614141000105,false", "00614141000104,true", "96385074,true", "9638507,false", "12345,false"})
    void checkDigitsHoldForEveryLengthOfGtin(String gtin, boolean holds) {
        assertThat(CheckDigit.holds(gtin)).isEqualTo(holds);
    }

    @Test
    void theAgreementSaysWhatHoldsAndWhatOnlyWarns() {
        PurchaseOrder order = order(true, new Window(WINDOW.to(), WINDOW.from()), new Totals(9, null),
            line("1", "24", "1"), line("1", "6", "1"));
        Agreement agreement = new Agreement("850", Direction.INBOUND, "004010", "PurchaseOrder", "b", "folder", "PO", "00400", List.of(),
            Duration.ofHours(24), Map.of("control-totals", "warn", "line-numbers", "off"), null, List.of(), Map.of());

        Verdicts verdicts = Verdicts.of(OrderRules.check(order), agreement);

        assertThat(verdicts.holds()).extracting("code").containsExactly(FaultCode.WINDOW_REVERSED);
        assertThat(verdicts.warnings()).extracting("code").containsExactly(FaultCode.LINE_COUNT_WRONG);
    }

    private static List<FaultCode> found(PurchaseOrder order) {
        return OrderRules.check(order).stream().map(f -> f.fault().code()).toList();
    }
}
