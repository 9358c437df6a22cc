// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.shipment;

import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.guards.GuardSettings;
import io.acornhub.lifecycle.guards.LineReference;
import java.util.List;

/** Nothing of a rejected line is shipped. */
public final class RejectedLine extends NoticeGuard {
    public RejectedLine() {
        super("rejected-line", FaultCode.REJECTED_LINE_SHIPPED, "goods of a line that was rejected");
    }

    @Override
    protected List<Fault> inspect(ShipmentNotice notice, OrderBook book, GuardSettings settings) {
        return LineReference.sums(notice, book).stream()
            .filter(s -> s.order().acknowledgment() != null && s.line().promised().signum() == 0 && s.amount().signum() > 0)
            .map(s -> fault(s.path(), plain(s.amount()), "Line " + s.line().lineNo() + " of order " + s.first().poNumber()
                + " was rejected, and " + plain(s.amount()) + " are shipped. Take the item out of the shipment.")).toList();
    }
}
