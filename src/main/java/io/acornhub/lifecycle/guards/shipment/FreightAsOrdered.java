// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.shipment;

import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.OrderState;
import io.acornhub.lifecycle.guards.GuardSettings;
import java.util.List;

/** Who pays the carrier is as ordered. */
public final class FreightAsOrdered extends NoticeGuard {
    public FreightAsOrdered() {
        super("freight", FaultCode.FREIGHT_DIFFERS, "collect where prepaid was ordered, or the reverse");
    }

    @Override
    protected List<Fault> inspect(ShipmentNotice notice, OrderBook book, GuardSettings settings) {
        return notice.poNumbers().stream().flatMap(po -> book.order(po).stream().map(OrderState::order)
                .filter(o -> notice.freight() != null && o.freight() != null && !o.freight().equals(notice.freight()))
                .map(o -> fault("freight", notice.freight(), "Order " + po + " is freight " + o.freight() + ", the shipment is "
                    + notice.freight() + ". Correct the freight terms of the delivery."))).toList();
    }
}
