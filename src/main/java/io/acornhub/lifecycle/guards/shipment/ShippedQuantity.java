// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.shipment;

import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.guards.GuardSettings;
import io.acornhub.lifecycle.guards.LineReference;
import java.util.List;

/** Shipped now and before is not above what was promised: accepted or back-ordered. */
public final class ShippedQuantity extends NoticeGuard {
    public ShippedQuantity() {
        super("shipped-quantity", FaultCode.SHIPPED_ABOVE_ACKNOWLEDGED, "more than acknowledged, this shipment and earlier ones together");
    }

    @Override
    protected List<Fault> inspect(ShipmentNotice notice, OrderBook book, GuardSettings settings) {
        return LineReference.sums(notice, book).stream()
            .filter(s -> s.order().acknowledgment() != null && s.line().promised().signum() > 0
                && s.line().shipped().add(s.amount()).compareTo(s.line().promised()) > 0)
            .map(s -> fault(s.path(), plain(s.amount()), "Line " + s.line().lineNo() + " of order " + s.first().poNumber() + ": "
                + plain(s.amount()) + " are shipped now and " + plain(s.line().shipped()) + " before, acknowledged are "
                + plain(s.line().promised()) + ". Ship no more than that, or correct the quantity.")).toList();
    }
}
