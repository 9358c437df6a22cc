// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import static io.acornhub.lifecycle.Orders.IN_TIME;
import static io.acornhub.lifecycle.Orders.LATE;
import static io.acornhub.lifecycle.Orders.answer;
import static io.acornhub.lifecycle.Orders.answered;
import static io.acornhub.lifecycle.Orders.line;
import static io.acornhub.lifecycle.Orders.order;
import static io.acornhub.lifecycle.Orders.part;
import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.canonical.OrderAcknowledgment;
import io.acornhub.canonical.OrderAcknowledgment.Disposition;
import io.acornhub.canonical.PurchaseOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

class AcknowledgmentResolverTest {
    private static final PurchaseOrder ORDER = order(true, line("1", "48", "7.35"));

    @Test
    void whatIsConfirmedInsideTheWindowIsAcceptedAndWhatComesLaterIsBackOrdered() {
        assertThat(resolved(ORDER, part("CONFIRMED", "40", IN_TIME), part("CONFIRMED", "8", LATE)))
            .containsExactly("ACCEPTED 40", "BACKORDERED 8");
    }

    @Test
    void whatComesTooLateIsRejectedWhereTheOrderTakesNoBackOrder() {
        assertThat(resolved(order(false, line("1", "48", "7.35")), part("CONFIRMED", "40", IN_TIME), part("CONFIRMED", "8", LATE)))
            .containsExactly("ACCEPTED 40", "REJECTED 8 TEMPORARILY_UNAVAILABLE");
    }

    @Test
    void whatTheErpDoesNotMentionIsRejectedSoThatThePartsSumToTheOrder() {
        assertThat(resolved(ORDER, part("CONFIRMED", "30", IN_TIME))).containsExactly("ACCEPTED 30", "REJECTED 18 TEMPORARILY_UNAVAILABLE");
    }

    @Test
    void aRejectionKeepsItsReason() {
        assertThat(resolved(ORDER, part("REJECTED", "48", null))).containsExactly("REJECTED 48 OBSOLETE_PRODUCT");
    }

    @Test
    void moreThanOrderedStaysForTheGuardToFind() {
        assertThat(resolved(ORDER, part("CONFIRMED", "60", IN_TIME))).containsExactly("ACCEPTED 60");
    }

    @Test
    void theLineIsJoinedWhateverZerosLeadItsNumberAndEchoesTheOrder() {
        OrderAcknowledgment answer = answer(answered("000001", "7.35", part("CONFIRMED", "48", IN_TIME)));
        OrderAcknowledgment.Line line = AcknowledgmentResolver.resolve(answer, ORDER)
            .lines().get(0);

        assertThat(line.lineNo()).isEqualTo("1");
        assertThat(line.gtin()).isEqualTo("614141000104");
        assertThat(line.price().basis()).isEqualTo("NT");
        assertThat(line.ordered()).isEqualTo(Orders.each("48"));
    }

    private static List<String> resolved(PurchaseOrder order, Disposition... parts) {
        return AcknowledgmentResolver.resolve(answer(answered("1", null, parts)), order).lines().get(0).dispositions().stream()
            .map(d -> d.status() + " " + d.quantity().amount().toPlainString() + (d.reason() == null ? "" : " " + d.reason())).toList();
    }
}
