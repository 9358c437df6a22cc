// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.shipment;

import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.guards.GuardSettings;
import java.util.ArrayList;
import java.util.List;

/** Every package has an SSCC; a small parcel may go by its tracking number. */
public final class SsccPresent extends NoticeGuard {
    public SsccPresent() {
        super("sscc-present", FaultCode.SSCC_MISSING, "a pallet or carton without an SSCC");
    }

    @Override
    protected List<Fault> inspect(ShipmentNotice notice, OrderBook book, GuardSettings settings) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < packages(notice).size(); i++) {
            ShipmentNotice.Package box = packages(notice).get(i);
            boolean parcel = "SMALL_PARCEL".equals(notice.shipmentType()) && "CARTON".equals(box.kind()) && !blank(box.trackingNumber());
            if (blank(box.sscc()) && !parcel) {
                faults.add(fault("packages[" + i + "].sscc", null, named(box) + " has no SSCC. Give it one in the ERP or let the hub "
                    + "allocate "
                    + "them (sscc of the partner)."));
            }
        }
        return faults;
    }
}
