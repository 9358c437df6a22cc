// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.acknowledgment;

import io.acornhub.canonical.OrderAcknowledgment;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.LineNumbers;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.OrderState;
import io.acornhub.lifecycle.guards.GuardSettings;
import io.acornhub.lifecycle.guards.NamedGuard;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A line that was rejected as a whole is not taken up again. */
public final class NoRevival extends NamedGuard<OrderAcknowledgment> {
    public NoRevival() {
        super("no-revival", FaultCode.REJECTED_LINE_REVIVED, "a rejected line taken up again");
    }

    @Override
    public List<Fault> check(OrderAcknowledgment answer, OrderBook book, GuardSettings settings) {
        Optional<OrderAcknowledgment> before = book.order(answer.poNumber()).map(OrderState::acknowledgment);
        if (before.isEmpty()) {
            return List.of();
        }
        return AnsweredLine.of(answer, book).stream().filter(l -> confirmed(l.line()).signum() > 0
                && before.get().lines().stream().filter(b -> LineNumbers.same(b.lineNo(), l.line().lineNo())).findFirst()
                    .filter(b -> confirmed(b).signum() == 0).isPresent())
            .map(l -> fault(l.path(), l.line().lineNo(), "Line " + l.line().lineNo()
                + " was rejected before; Amazon does not take a rejected line up again. Ask for a new order.")).toList();
    }

    /** What of a line is still to come: accepted or back-ordered. */
    private static BigDecimal confirmed(OrderAcknowledgment.Line line) {
        return line.dispositions().stream().filter(d -> !"REJECTED".equals(d.status()) && d.quantity() != null)
            .map(d -> d.quantity().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
