// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.shipment;

import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.guards.GuardSettings;
import java.util.List;

/** The ARN is the one that the routing instruction of the order gave. */
public final class AmazonReferenceKnown extends NoticeGuard {
    public AmazonReferenceKnown() {
        super("amazon-reference-known", FaultCode.AMAZON_REFERENCE_DIFFERS, "an ARN other than the one that Amazon gave");
    }

    @Override
    protected List<Fault> inspect(ShipmentNotice notice, OrderBook book, GuardSettings settings) {
        if (blank(notice.amazonReference())) {
            return List.of();
        }
        return notice.poNumbers().stream().flatMap(po -> book.order(po).stream()
                .filter(o -> !blank(o.amazonReference()) && !o.amazonReference().equals(notice.amazonReference()))
                .map(o -> fault("amazonReference", notice.amazonReference(), "Order " + po + " was given ARN " + o.amazonReference()
                    + ", the shipment says " + notice.amazonReference() + ". Take the one of the routing instruction."))).toList();
    }
}
