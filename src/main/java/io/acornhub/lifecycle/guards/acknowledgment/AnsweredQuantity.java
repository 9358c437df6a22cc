// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.acknowledgment;

import io.acornhub.canonical.OrderAcknowledgment;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.guards.GuardSettings;
import io.acornhub.lifecycle.guards.NamedGuard;
import java.util.List;

/** No line answers more than was ordered, all its parts together. */
public final class AnsweredQuantity extends NamedGuard<OrderAcknowledgment> {
    public AnsweredQuantity() {
        super("quantity", FaultCode.QUANTITY_ABOVE_ORDER, "more than ordered, all parts of a line together");
    }

    @Override
    public List<Fault> check(OrderAcknowledgment answer, OrderBook book, GuardSettings settings) {
        return AnsweredLine.of(answer, book).stream().filter(l -> l.inUnitOrdered() && l.answered().compareTo(l.ordered().ordered()) > 0)
            .map(l -> fault(l.path() + ".dispositions", plain(l.answered()), "Line " + l.line().lineNo() + " answers "
                + plain(l.answered()) + ", ordered are " + plain(l.ordered().ordered()) + ". A quantity may only go down.")).toList();
    }
}
