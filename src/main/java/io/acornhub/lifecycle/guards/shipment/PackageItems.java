// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.shipment;

import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.guards.GuardSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What lies in a package is an item of the notice. */
public final class PackageItems extends NoticeGuard {
    public PackageItems() {
        super("package-items", FaultCode.PACKAGE_ITEM_UNKNOWN, "a carton with an item that the shipment does not have");
    }

    @Override
    protected List<Fault> inspect(ShipmentNotice notice, OrderBook book, GuardSettings settings) {
        Set<String> items = notice.items().stream().map(ShipmentNotice.Item::itemNo).collect(Collectors.toSet());
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < packages(notice).size(); i++) {
            List<ShipmentNotice.Content> contents = contents(packages(notice).get(i));
            for (int k = 0; k < contents.size(); k++) {
                if (!items.contains(contents.get(k).itemNo())) {
                    faults.add(fault("packages[" + i + "].contents[" + k + "].itemNo", contents.get(k).itemNo(),
                        named(packages(notice).get(i))
                        + " holds item " + contents.get(k).itemNo() + ", which the shipment does not have. Correct the item's number."));
                }
            }
        }
        return faults;
    }
}
