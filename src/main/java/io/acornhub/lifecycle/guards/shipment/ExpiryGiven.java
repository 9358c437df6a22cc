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
import java.util.stream.Stream;

/** Dated items say until when they are good: the item itself or each part of it in the cartons. */
public final class ExpiryGiven extends NoticeGuard {
    public ExpiryGiven() {
        super("expiry", FaultCode.EXPIRY_MISSING, "a dated item without an expiry date");
    }

    @Override
    protected List<Fault> inspect(ShipmentNotice notice, OrderBook book, GuardSettings settings) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < notice.items().size(); i++) {
            ShipmentNotice.Item item = notice.items().get(i);
            if (item.expiry() != null || !dated(item, settings)) {
                continue;
            }
            List<ShipmentNotice.Content> parts = packages(notice).stream().flatMap(p -> contents(p).stream())
                .filter(c -> item.itemNo().equals(c.itemNo())).toList();
            if (parts.isEmpty() || parts.stream().anyMatch(c -> c.expiry() == null)) {
                faults.add(fault("items[" + i + "].expiry", null, "Item " + item.itemNo() + " is dated goods and has no expiry date. "
                    + "Enter it with "
                    + "the batch in the ERP (the list of dated goods is config/code-lists/dated-items.csv)."));
            }
        }
        return faults;
    }

    /** The list names an item by any of its numbers. */
    private static boolean dated(ShipmentNotice.Item item, GuardSettings settings) {
        return Stream.of(item.vendorItem(), item.gtin(), item.buyerItem(), item.isbn()).filter(Objects::nonNull)
            .anyMatch(id -> settings.codeLists().fromCanonical("dated-items", "dated", id, settings.owner())
                .filter(d -> d.equalsIgnoreCase("yes")).isPresent());
    }
}
