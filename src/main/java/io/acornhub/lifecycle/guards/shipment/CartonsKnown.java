// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.shipment;

import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.guards.GuardSettings;
import java.util.List;

/** What lies in which carton is known. */
public final class CartonsKnown extends NoticeGuard {
    public CartonsKnown() {
        super("cartons", FaultCode.CARTON_DATA_MISSING, "a shipment without carton data");
    }

    @Override
    protected List<Fault> inspect(ShipmentNotice notice, OrderBook book, GuardSettings settings) {
        return !packages(notice).isEmpty() ? List.of() : List.of(fault("packages", null, "The shipment has no cartons. Send the "
            + "handling units from "
            + "the ERP, or a carton file from the warehouse; the notice is made of both."));
    }
}
