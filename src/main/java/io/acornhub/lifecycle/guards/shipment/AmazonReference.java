// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.shipment;

import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.guards.GuardSettings;
import java.util.List;

/** Collect freight carries the ARN of the routing instruction. */
public final class AmazonReference extends NoticeGuard {
    public AmazonReference() {
        super("amazon-reference", FaultCode.AMAZON_REFERENCE_MISSING, "collect freight without an ARN");
    }

    @Override
    protected List<Fault> inspect(ShipmentNotice notice, OrderBook book, GuardSettings settings) {
        return !"COLLECT".equals(freight(notice, book)) || !blank(notice.amazonReference()) ? List.of()
            : List.of(fault("amazonReference", null, "Freight is collect and the ARN is missing. Ask for routing (753), or enter the "
                + "ARN of the "
                + "routing instruction in the delivery."));
    }
}
