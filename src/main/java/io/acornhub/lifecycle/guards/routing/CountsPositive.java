// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.routing;

import io.acornhub.canonical.RoutingRequest;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.guards.GuardSettings;
import io.acornhub.lifecycle.guards.NamedGuard;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Amazon is told how much there is to collect: cartons or pallets, and weight and volume above zero where they are said. */
public final class CountsPositive extends NamedGuard<RoutingRequest> {
    public CountsPositive() {
        super("counts", FaultCode.COUNT_NOT_POSITIVE, "a routing request without cartons, or with counts or weights of zero");
    }

    @Override
    public List<Fault> check(RoutingRequest request, OrderBook book, GuardSettings settings) {
        if ("CANCEL".equals(request.purpose())) {
            return List.of();
        }
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < request.orders().size(); i++) {
            RoutingRequest.OrderLoad load = request.orders().get(i);
            String path = "orders[" + i + "].";
            if (load.cartonCount() == null && load.palletCount() == null) {
                faults.add(fault(path + "cartonCount", null, "Order " + load.poNumber() + " says neither cartons nor pallets. Enter "
                    + "how many."));
            }
            positive(faults, path + "cartonCount", load.poNumber(), load.cartonCount() == null ? null
                : BigDecimal.valueOf(load.cartonCount()));
            boolean loose = load.palletCount() != null && load.palletCount() == 0 && load.cartonCount() != null;
            positive(faults, path + "palletCount", load.poNumber(),
                load.palletCount() == null || loose ? null : BigDecimal.valueOf(load.palletCount()));
            positive(faults, path + "grossWeight", load.poNumber(), load.grossWeight() == null ? null : load.grossWeight().amount());
            positive(faults, path + "volume", load.poNumber(), load.volume() == null ? null : load.volume().amount());
        }
        return faults;
    }

    private void positive(List<Fault> faults, String path, String poNumber, BigDecimal number) {
        if (number != null && number.signum() <= 0) {
            faults.add(fault(path, plain(number), "Order " + poNumber + " says " + plain(number)
                + " here. Enter what there is, or leave the "
                + "order out."));
        }
    }
}
