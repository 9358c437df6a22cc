// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.shipment;

import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.guards.GuardSettings;
import java.time.Duration;
import java.util.List;

/** The time of departure is not in the future; {@code futureTolerance} of the agreement allows for clocks that differ. */
public final class ShipDate extends NoticeGuard {
    public ShipDate() {
        super("ship-date", FaultCode.SHIP_DATE_IN_FUTURE, "a ship date in the future");
    }

    @Override
    protected List<Fault> inspect(ShipmentNotice notice, OrderBook book, GuardSettings settings) {
        Duration tolerance = settings.duration("futureTolerance");
        if (notice.shippedAt() == null || !notice.shippedAt().isAfter(book.now().plus(tolerance))) {
            return List.of();
        }
        return List.of(fault("shippedAt", notice.shippedAt().toString(), "The goods leave only at " + notice.shippedAt()
            + ". Send the notice when they have left, or correct the date in the ERP."));
    }
}
