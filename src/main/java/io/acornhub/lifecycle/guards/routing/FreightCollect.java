// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.routing;

import io.acornhub.canonical.RoutingRequest;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.guards.GuardSettings;
import io.acornhub.lifecycle.guards.NamedGuard;
import java.util.List;

/** Routing is asked for only where Amazon pays the carrier. */
public final class FreightCollect extends NamedGuard<RoutingRequest> {
    public FreightCollect() {
        super("freight-collect", FaultCode.FREIGHT_NOT_COLLECT, "a routing request for an order that is not freight collect");
    }

    @Override
    public List<Fault> check(RoutingRequest request, OrderBook book, GuardSettings settings) {
        return "CANCEL".equals(request.purpose()) ? List.of() : request.poNumbers().stream().flatMap(po -> book.order(po).stream()
                .filter(o -> o.order().freight() != null && !"COLLECT".equals(o.order().freight()))
                .map(o -> fault("orders", po, "Order " + po + " is freight " + o.order().freight()
                    + "; Amazon collects only what is COLLECT. Take "
                    + "the order out of the request and book the carrier yourself."))).toList();
    }
}
