// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.shipment;

import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.guards.GuardSettings;
import java.util.List;

/** An order is acknowledged before anything of it ships. */
public final class OrderAcknowledged extends NoticeGuard {
    public OrderAcknowledged() {
        super("order-acknowledged", FaultCode.ORDER_NOT_ACKNOWLEDGED, "goods of an order that was never acknowledged");
    }

    @Override
    protected List<Fault> inspect(ShipmentNotice notice, OrderBook book, GuardSettings settings) {
        return notice.poNumbers().stream().filter(po -> book.order(po).filter(o -> o.acknowledgment() == null).isPresent())
            .map(po -> fault("items", po, "Order " + po + " has not been acknowledged. Send its acknowledgment first.")).toList();
    }
}
