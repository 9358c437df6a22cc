// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.acknowledgment;

import io.acornhub.canonical.OrderAcknowledgment;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.guards.GuardSettings;
import io.acornhub.lifecycle.guards.NamedGuard;
import java.util.List;

/** No price goes up. */
public final class AnsweredPrice extends NamedGuard<OrderAcknowledgment> {
    public AnsweredPrice() {
        super("price", FaultCode.PRICE_ABOVE_ORDER, "a price above the order's");
    }

    @Override
    public List<Fault> check(OrderAcknowledgment answer, OrderBook book, GuardSettings settings) {
        return AnsweredLine.of(answer, book).stream().filter(l -> l.line().price() != null && l.line().price().amount() != null
                && l.ordered().unitPrice() != null && l.line().price().amount().compareTo(l.ordered().unitPrice()) > 0)
            .map(l -> fault(l.path() + ".price", plain(l.line().price().amount()), "Line " + l.line().lineNo() + " costs "
                + plain(l.line().price().amount()) + ", ordered at " + plain(l.ordered().unitPrice())
                + ". A price may only go down; correct it in the ERP.")).toList();
    }
}
