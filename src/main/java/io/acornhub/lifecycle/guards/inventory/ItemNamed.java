// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.inventory;

import io.acornhub.canonical.InventoryAdvice;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.guards.GuardSettings;
import io.acornhub.lifecycle.guards.NamedGuard;
import java.util.ArrayList;
import java.util.List;

/** Every line names its item. */
public final class ItemNamed extends NamedGuard<InventoryAdvice> {
    public ItemNamed() {
        super("item-named", FaultCode.ITEM_UNIDENTIFIED, "a line without any item number");
    }

    @Override
    public List<Fault> check(InventoryAdvice advice, OrderBook book, GuardSettings settings) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < advice.lines().size(); i++) {
            InventoryAdvice.Line line = advice.lines().get(i);
            if (blank(line.vendorItem()) && blank(line.gtin()) && blank(line.buyerItem()) && blank(line.isbn())) {
                faults.add(fault("lines[" + i + "]", line.lineNo(), "Line " + line.lineNo()
                    + " names no item. Give its GTIN, SKU, ASIN or ISBN."));
            }
        }
        return faults;
    }
}
