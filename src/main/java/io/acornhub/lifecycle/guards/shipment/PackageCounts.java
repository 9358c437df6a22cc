// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.shipment;

import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.guards.GuardSettings;
import java.util.List;
import java.util.stream.Stream;

/** The counts of cartons and pallets are those of the packages. */
public final class PackageCounts extends NoticeGuard {
    public PackageCounts() {
        super("package-counts", FaultCode.PACKAGE_COUNT_WRONG, "carton or pallet counts that do not fit the packages");
    }

    @Override
    protected List<Fault> inspect(ShipmentNotice notice, OrderBook book, GuardSettings settings) {
        if (packages(notice).isEmpty()) {
            return List.of();
        }
        return Stream.of(count(notice, "cartonCount", notice.cartonCount(), "CARTON"), count(notice, "palletCount", notice.palletCount(),
            "PALLET"))
            .flatMap(List::stream).toList();
    }

    private List<Fault> count(ShipmentNotice notice, String path, Integer stated, String kind) {
        long counted = packages(notice).stream().filter(p -> kind.equals(p.kind())).count();
        return stated == null || stated == counted ? List.of() : List.of(fault(path, stated.toString(), "The shipment says " + stated
            + ", its packages are " + counted + " of kind " + kind + ". Correct the count or the packages."));
    }
}
