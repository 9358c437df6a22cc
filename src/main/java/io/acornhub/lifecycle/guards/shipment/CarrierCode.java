// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.shipment;

import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.guards.GuardSettings;
import java.util.List;

/** The carrier is named by its Standard Carrier Alpha Code of two to four letters. */
public final class CarrierCode extends NoticeGuard {
    public CarrierCode() {
        super("carrier-code", FaultCode.CARRIER_CODE_INVALID, "a shipment without a carrier code (SCAC)");
    }

    @Override
    protected List<Fault> inspect(ShipmentNotice notice, OrderBook book, GuardSettings settings) {
        return notice.carrierCode() != null && notice.carrierCode().matches("[A-Z]{2,4}") ? List.of()
            : List.of(fault("carrierCode", notice.carrierCode(), "The carrier is " + (blank(notice.carrierCode()) ? "missing" : "given as "
                + notice.carrierCode()) + "; its SCAC of two to four letters is needed. Enter it in the carrier's master data."));
    }
}
