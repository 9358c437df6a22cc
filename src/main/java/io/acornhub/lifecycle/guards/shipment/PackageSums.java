// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.shipment;

import io.acornhub.canonical.Quantity;
import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.guards.GuardSettings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What lies in the packages sums to what is shipped, item by item. */
public final class PackageSums extends NoticeGuard {
    public PackageSums() {
        super("package-sums", FaultCode.PACKAGE_SUM_WRONG, "cartons that do not sum to what is shipped");
    }

    @Override
    protected List<Fault> inspect(ShipmentNotice notice, OrderBook book, GuardSettings settings) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; !packages(notice).isEmpty() && i < notice.items().size(); i++) {
            ShipmentNotice.Item item = notice.items().get(i);
            List<Quantity> packed = packages(notice).stream().flatMap(p -> contents(p).stream())
                .filter(c -> item.itemNo().equals(c.itemNo()) && c.quantity() != null).map(ShipmentNotice.Content::quantity).toList();
            BigDecimal sum = packed.stream().map(Quantity::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
            boolean oneUnit = packed.stream().allMatch(q -> q.unit().equals(item.quantity().unit()));
            if (oneUnit && sum.compareTo(item.quantity().amount()) != 0) {
                faults.add(fault("items[" + i + "].quantity", plain(item.quantity().amount()), "Item " + item.itemNo() + " ships "
                    + plain(item.quantity().amount()) + " " + item.quantity().unit() + ", the cartons hold " + plain(sum)
                    + ". Correct the packing or the quantity."));
            }
        }
        return faults;
    }
}
