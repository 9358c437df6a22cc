// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.shipment;

import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.LineNumbers;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.guards.GuardSettings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** By API a replacement may only reduce what the notice before it said; more goods are a shipment of their own. */
public final class ReplacementReduces extends NoticeGuard {
    public ReplacementReduces() {
        super("replacement-reduces", FaultCode.REPLACEMENT_ADDS, "by API: a replacement with more goods than the notice it replaces");
    }

    @Override
    protected List<Fault> inspect(ShipmentNotice notice, OrderBook book, GuardSettings settings) {
        List<Fault> faults = new ArrayList<>();
        if (settings.byApi() && "REPLACE".equals(notice.purpose())) {
            book.replaced(notice.shipmentId()).ifPresent(before -> {
                Map<String, BigDecimal> earlier = sums(before.notice());
                sums(notice).forEach((line, now) -> {
                    BigDecimal then = earlier.getOrDefault(line, BigDecimal.ZERO);
                    if (now.compareTo(then) > 0) {
                        faults.add(fault("items", plain(now), "The replacement has " + plain(now) + " of " + line
                            + ", the notice before it " + plain(then) + ". Send what was added as a shipment with a number of its own."));
                    }
                });
            });
        }
        return faults;
    }

    private static Map<String, BigDecimal> sums(ShipmentNotice notice) {
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        for (ShipmentNotice.Item item : notice.items() == null ? List.<ShipmentNotice.Item>of() : notice.items()) {
            if (item.quantity() != null && item.quantity().amount() != null) {
                String of = item.poLineNo() != null ? "line " + LineNumbers.stripped(item.poLineNo()) : "item "
                    + (item.buyerItem() != null ? item.buyerItem() : item.vendorItem());
                sums.merge(of + " of order " + item.poNumber(), item.quantity().amount(), BigDecimal::add);
            }
        }
        return sums;
    }
}
