// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.acknowledgment;

import io.acornhub.canonical.OrderAcknowledgment;
import io.acornhub.canonical.PurchaseOrder;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.LineNumbers;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.guards.GuardSettings;
import io.acornhub.lifecycle.guards.NamedGuard;
import java.util.List;
import java.util.stream.Stream;

/** Every line of the order is answered: Amazon counts one left out as rejected. */
public final class EveryLine extends NamedGuard<OrderAcknowledgment> {
    public EveryLine() {
        super("every-line", FaultCode.LINE_NOT_ACKNOWLEDGED, "a line that is not answered");
    }

    @Override
    public List<Fault> check(OrderAcknowledgment answer, OrderBook book, GuardSettings settings) {
        return book.order(answer.poNumber()).map(o -> o.order().lines().stream()).orElse(Stream.empty())
            // one that was cancelled before it was answered orders nothing
            .filter(line -> line.quantity().amount().signum() != 0).map(PurchaseOrder.Line::lineNo)
            .filter(ordered -> answer.lines().stream().noneMatch(l -> LineNumbers.same(l.lineNo(), ordered)))
            .map(ordered -> fault("lines", ordered, "Line " + ordered + " of order " + answer.poNumber()
                + " is not answered; Amazon would count it as rejected. Confirm or reject it in the ERP and send the acknowledgment "
                + "again."))
            .toList();
    }
}
