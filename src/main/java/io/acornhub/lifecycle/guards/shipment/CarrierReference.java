// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.shipment;

import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.guards.GuardSettings;
import java.util.List;

/**
 * A PRO or tracking number for freight that the vendor pays, for less than truckload and for parcels; parcels may carry one on each
 * carton, and by API must.
 */
public final class CarrierReference extends NoticeGuard {
    public CarrierReference() {
        super("carrier-reference", FaultCode.CARRIER_REFERENCE_MISSING, "freight or parcels without a PRO or tracking number");
    }

    @Override
    protected List<Fault> inspect(ShipmentNotice notice, OrderBook book, GuardSettings settings) {
        boolean exempt = "COLLECT".equals(freight(notice, book)) && !"LESS_THAN_TRUCKLOAD".equals(notice.shipmentType())
            && !"SMALL_PARCEL".equals(notice.shipmentType());
        List<ShipmentNotice.Package> cartons = packages(notice).stream().filter(p -> "CARTON".equals(p.kind())).toList();
        boolean tracked = !cartons.isEmpty() && cartons.stream().noneMatch(p -> blank(p.trackingNumber()));
        if (settings.byApi() && "SMALL_PARCEL".equals(notice.shipmentType()) && !tracked) {
            return List.of(fault("packages", null, "A carton of this small parcel shipment has no tracking number; by API Amazon wants one"
                + " on each. Enter them in the delivery."));
        }
        return exempt || tracked || !blank(notice.proNumber()) ? List.of() : List.of(fault("proNumber", null, "The carrier's PRO number is "
            + "missing, and so are tracking numbers of the cartons. Enter it in the delivery."));
    }
}
