// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.shipment;

import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.guards.GuardSettings;
import java.util.List;

/** A shipment id is unique for 365 days; only a replacement uses the same again. */
public final class ShipmentId extends NoticeGuard {
    public ShipmentId() {
        super("shipment-id", FaultCode.SHIPMENT_ID_REUSED, "a shipment id that was used within 365 days");
    }

    @Override
    protected List<Fault> inspect(ShipmentNotice notice, OrderBook book, GuardSettings settings) {
        if ("REPLACE".equals(notice.purpose())) {
            return List.of();
        }
        return book.shipment(notice.shipmentId()).map(use -> List.of(fault("shipmentId", notice.shipmentId(), "Shipment "
            + notice.shipmentId()
            + " was sent at " + use.at() + " (document " + use.documentId() + "). Send it as a replacement or give the shipment a new "
                + "number.")))
            .orElse(List.of());
    }
}
