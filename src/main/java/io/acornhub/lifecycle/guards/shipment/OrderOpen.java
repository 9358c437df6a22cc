// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.shipment;

import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.OrderState;
import io.acornhub.lifecycle.guards.GuardSettings;
import java.util.List;

/** Nothing is shipped on an order that was cancelled or closed. */
public final class OrderOpen extends NoticeGuard {
    public OrderOpen() {
        super("order-open", FaultCode.ORDER_CANCELLED, "goods for an order that was cancelled or closed");
    }

    @Override
    protected List<Fault> inspect(ShipmentNotice notice, OrderBook book, GuardSettings settings) {
        return notice.poNumbers().stream().flatMap(po -> book.order(po).stream()
                .filter(o -> o.step() == OrderState.Step.CANCELLED || o.step() == OrderState.Step.CLOSED)
                .map(o -> fault("items", po, "Order " + po + " is " + (o.step() == OrderState.Step.CLOSED ? "closed" : "cancelled")
                    + "; Amazon would refuse the goods. Stop the shipment or ask Amazon for a new order."))).toList();
    }
}
