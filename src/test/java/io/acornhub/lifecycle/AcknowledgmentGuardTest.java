// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import static io.acornhub.lifecycle.Orders.IN_TIME;
import static io.acornhub.lifecycle.Orders.answer;
import static io.acornhub.lifecycle.Orders.answered;
import static io.acornhub.lifecycle.Orders.line;
import static io.acornhub.lifecycle.Orders.order;
import static io.acornhub.lifecycle.Orders.part;
import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.canonical.OrderAcknowledgment;
import io.acornhub.canonical.OrderAcknowledgment.Disposition;
import io.acornhub.canonical.PurchaseOrder;
import io.acornhub.canonical.Quantity;
import io.acornhub.interchange.FaultCode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AcknowledgmentGuardTest {
    private static final PurchaseOrder ORDER = order(true, line("1", "24", "12.5"), line("2", "6", "5"));
    private static final OrderAcknowledgment.Line SECOND = answered("2", null, part("ACCEPTED", "6", IN_TIME));

    @Test
    void aFullAnswerPasses() {
        assertThat(found(Optional.empty(), answered("1", "12.5", part("ACCEPTED", "24", IN_TIME)), SECOND)).isEmpty();
    }

    @Test
    void aLineLeftOutIsFound() {
        assertThat(found(Optional.empty(), SECOND)).containsExactly(FaultCode.LINE_NOT_ACKNOWLEDGED);
    }

    @Test
    void aLineThatWasNotOrderedIsFound() {
        assertThat(found(Optional.empty(), answered("1", null, part("ACCEPTED", "24", IN_TIME)), SECOND,
            answered("9", null, part("ACCEPTED", "1", IN_TIME)))).containsExactly(FaultCode.LINE_NOT_ORDERED);
    }

    @Test
    void aQuantityAboveTheOrderIsFoundOverAllItsParts() {
        assertThat(found(Optional.empty(), answered("1", null, part("ACCEPTED", "20", IN_TIME), part("BACKORDERED", "5", IN_TIME)), SECOND))
            .containsExactly(FaultCode.QUANTITY_ABOVE_ORDER);
    }

    @Test
    void aPriceAboveTheOrderIsFoundAndALowerOnePasses() {
        assertThat(found(Optional.empty(), answered("1", "12.51", part("ACCEPTED", "24", IN_TIME)), SECOND))
            .containsExactly(FaultCode.PRICE_ABOVE_ORDER);
        assertThat(found(Optional.empty(), answered("1", "12.49", part("ACCEPTED", "24", IN_TIME)), SECOND)).isEmpty();
    }

    @Test
    void anotherUnitIsFound() {
        Disposition cases = new Disposition("ACCEPTED", new Quantity(BigDecimal.ONE, "CASE", null), null, IN_TIME, null);
        assertThat(found(Optional.empty(), answered("1", null, cases), SECOND)).containsExactly(FaultCode.UNIT_DIFFERS);
    }

    @Test
    void aRejectedLineIsNotTakenUpAgainButAnAcceptedOneMayBeRejectedLater() {
        OrderAcknowledgment rejected = answer(answered("1", null, part("REJECTED", "24", null)), SECOND);
        assertThat(found(Optional.of(rejected), answered("1", null, part("ACCEPTED", "24", IN_TIME)), SECOND))
            .containsExactly(FaultCode.REJECTED_LINE_REVIVED);

        OrderAcknowledgment accepted = answer(answered("1", null, part("ACCEPTED", "24", IN_TIME)), SECOND);
        assertThat(found(Optional.of(accepted), answered("1", null, part("REJECTED", "24", null)), SECOND)).isEmpty();
    }

    private static List<FaultCode> found(Optional<OrderAcknowledgment> before, OrderAcknowledgment.Line... lines) {
        return AcknowledgmentGuard.check(answer(lines), ORDER, before).stream().map(f -> f.fault().code()).toList();
    }
}
