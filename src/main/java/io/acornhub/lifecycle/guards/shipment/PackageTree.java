// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.shipment;

import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.guards.GuardSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every package stands on or lies in one that the notice knows, without going round in circles. */
public final class PackageTree extends NoticeGuard {
    public PackageTree() {
        super("package-tree", FaultCode.PACKAGE_TREE_BROKEN, "packages whose nesting cannot be");
    }

    @Override
    protected List<Fault> inspect(ShipmentNotice notice, OrderBook book, GuardSettings settings) {
        Map<String, ShipmentNotice.Package> byNumber = new HashMap<>();
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < packages(notice).size(); i++) {
            ShipmentNotice.Package box = packages(notice).get(i);
            if (byNumber.putIfAbsent(box.packageNo(), box) != null) {
                faults.add(fault("packages[" + i + "].packageNo", box.packageNo(), "Package number " + box.packageNo()
                    + " stands twice; what lies where cannot be told. Number the packages anew."));
            }
        }
        for (int i = 0; i < packages(notice).size(); i++) {
            ShipmentNotice.Package box = packages(notice).get(i);
            String defect = defect(box, byNumber);
            if (defect != null) {
                faults.add(fault("packages[" + i + "].parentNo", box.parentNo(), named(box) + " " + defect
                    + ". Correct the handling units in the ERP or the warehouse file."));
            }
        }
        return faults;
    }

    private static String defect(ShipmentNotice.Package box, Map<String, ShipmentNotice.Package> byNumber) {
        Set<String> way = new HashSet<>();
        for (ShipmentNotice.Package at = box; at.parentNo() != null; at = byNumber.get(at.parentNo())) {
            if (!way.add(at.packageNo())) {
                return "lies in itself";
            }
            if (!byNumber.containsKey(at.parentNo())) {
                return at == box ? "lies in package " + at.parentNo() + ", which the notice does not have" : null;
            }
        }
        ShipmentNotice.Package parent = byNumber.get(box.parentNo());
        return parent != null && "PALLET".equals(box.kind()) && "CARTON".equals(parent.kind()) ? "lies in a carton" : null;
    }
}
