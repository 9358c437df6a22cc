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
import java.util.Map;
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

    @Test
    void aLineThatWasCancelledBeforeItWasAnsweredIsAnsweredWithNothing() {
        assertThat(resolved(order(true, line("1", "0", "7.35")), part("CONFIRMED", "0", IN_TIME))).containsExactly("ACCEPTED 0");
    }

    @Test
    void aLineMayTakeNoBackOrderWhereOthersDo() {
        PurchaseOrder.Line line = withExtras(line("1", "48", "7.35"), Map.of("isBackOrderAllowed", "false"));
        assertThat(resolved(order(null, line), part("CONFIRMED", "48", LATE))).containsExactly("REJECTED 48 TEMPORARILY_UNAVAILABLE");
    }

    @Test
    void whatTheOrderSaidBesidesGoesBackUnlessTheAnswerSaysItItself() {
        PurchaseOrder.Line line = withExtras(line("1", "48", "7.35"), Map.of("vendorProductIdentifier", "00614141000104", "own", "order"));
        OrderAcknowledgment.Line said = answered("1", null, part("CONFIRMED", "48", IN_TIME));
        OrderAcknowledgment answer = answer(new OrderAcknowledgment.Line(said.lineNo(), null, null, null, null, null, null,
            said.dispositions(), Map.of("own", "answer")));
        assertThat(AcknowledgmentResolver.resolve(answer, order(true, line)).lines().get(0).extras())
            .isEqualTo(Map.of("vendorProductIdentifier", "00614141000104", "own", "answer"));
    }

    private static PurchaseOrder.Line withExtras(PurchaseOrder.Line l, Map<String, String> extras) {
        return new PurchaseOrder.Line(l.lineNo(), l.buyerItem(), l.vendorItem(), l.gtin(), l.isbn(), l.description(), l.quantity(),
            l.price(), extras);
    }

    private static List<String> resolved(PurchaseOrder order, Disposition... parts) {
        return AcknowledgmentResolver.resolve(answer(answered("1", null, parts)), order).lines().get(0).dispositions().stream()
            .map(d -> d.status() + " " + d.quantity().amount().toPlainString() + (d.reason() == null ? "" : " " + d.reason())).toList();
    }
}
