// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.shipment;

import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.guards.GuardSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** No package is empty. */
public final class PackageFilled extends NoticeGuard {
    public PackageFilled() {
        super("package-empty", FaultCode.PACKAGE_EMPTY, "an empty carton or pallet");
    }

    @Override
    protected List<Fault> inspect(ShipmentNotice notice, OrderBook book, GuardSettings settings) {
        Set<String> parents = packages(notice).stream().map(ShipmentNotice.Package::parentNo).filter(Objects::nonNull)
            .collect(Collectors.toSet());
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < packages(notice).size(); i++) {
            ShipmentNotice.Package box = packages(notice).get(i);
            if (contents(box).isEmpty() && !parents.contains(box.packageNo())) {
                faults.add(fault("packages[" + i + "].contents", box.packageNo(), named(box)
                    + " is empty. Say what lies in it, or leave it out."));
            }
        }
        return faults;
    }
}
