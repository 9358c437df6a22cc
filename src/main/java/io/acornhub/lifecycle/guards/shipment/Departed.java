// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.shipment;

import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.guards.GuardSettings;
import java.util.List;

/** A notice is sent when the goods have left, not when they are picked. */
public final class Departed extends NoticeGuard {
    public Departed() {
        super("shipped", FaultCode.SHIP_DATE_MISSING, "a notice before the goods left");
    }

    @Override
    protected List<Fault> inspect(ShipmentNotice notice, OrderBook book, GuardSettings settings) {
        return notice.shippedAt() != null ? List.of() : List.of(fault("shippedAt", null, "The shipment has no time of departure. Post "
            + "the goods "
            + "issue in the ERP and send the notice again."));
    }
}
