// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.shipment;

import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.guards.GuardSettings;
import java.util.List;

/** Truckload and less than truckload have a bill of lading. */
public final class BillOfLading extends NoticeGuard {
    public BillOfLading() {
        super("bill-of-lading", FaultCode.BILL_OF_LADING_MISSING, "truck freight without a bill of lading");
    }

    @Override
    protected List<Fault> inspect(ShipmentNotice notice, OrderBook book, GuardSettings settings) {
        boolean truck = "TRUCKLOAD".equals(notice.shipmentType()) || "LESS_THAN_TRUCKLOAD".equals(notice.shipmentType());
        return !truck || !blank(notice.billOfLading()) ? List.of() : List.of(fault("billOfLading", null,
            "The number of the bill of lading is "
            + "missing. Enter it as it stands on the paper."));
    }
}
