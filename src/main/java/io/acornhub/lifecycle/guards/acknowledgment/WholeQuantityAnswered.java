// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.acknowledgment;

import io.acornhub.canonical.OrderAcknowledgment;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.guards.GuardSettings;
import io.acornhub.lifecycle.guards.NamedGuard;
import java.util.List;

/** The parts of a line sum to what was ordered, so that nothing of it is left unsaid (ERP facts, section 3). */
public final class WholeQuantityAnswered extends NamedGuard<OrderAcknowledgment> {
    public WholeQuantityAnswered() {
        super("quantity-complete", FaultCode.QUANTITY_NOT_ALL_ANSWERED, "a part of a line's quantity that is not answered");
    }

    @Override
    public List<Fault> check(OrderAcknowledgment answer, OrderBook book, GuardSettings settings) {
        return AnsweredLine.of(answer, book).stream().filter(l -> l.inUnitOrdered() && l.answered().compareTo(l.ordered().ordered()) < 0)
            .map(l -> fault(l.path() + ".dispositions", plain(l.answered()), "Line " + l.line().lineNo() + " answers only "
                + plain(l.answered()) + " of the " + plain(l.ordered().ordered()) + " ordered. Say what happens to the rest: accepted, "
                + "back-ordered or rejected.")).toList();
    }
}
