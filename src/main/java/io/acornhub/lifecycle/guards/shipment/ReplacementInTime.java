// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.shipment;

import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.guards.GuardSettings;
import java.time.Duration;
import java.util.List;

/** By API a notice is replaced within seven days, and only one that was sent. */
public final class ReplacementInTime extends NoticeGuard {
    private static final Duration WITHIN = Duration.ofDays(7);

    public ReplacementInTime() {
        super("replacement-in-time", FaultCode.REPLACEMENT_LATE, "by API: a notice that replaces none, or one sent over 7 days ago");
    }

    @Override
    protected List<Fault> inspect(ShipmentNotice notice, OrderBook book, GuardSettings settings) {
        if (!settings.byApi() || !"REPLACE".equals(notice.purpose())) {
            return List.of();
        }
        return book.replaced(notice.shipmentId()).map(before -> book.now().isAfter(before.use().at().plus(WITHIN))
                ? List.of(fault("purpose", "REPLACE", "Shipment " + notice.shipmentId() + " was sent at " + before.use().at()
                    + "; Amazon takes a replacement within 7 days. Report the difference in Vendor Central and drop this."))
                : List.<Fault>of())
            .orElseGet(() -> List.of(fault("purpose", "REPLACE", "No notice of shipment " + notice.shipmentId()
                + " was sent that this could replace. Send it as an original.")));
    }
}
