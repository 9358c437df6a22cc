// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.inventory;

import io.acornhub.canonical.InventoryAdvice;
import io.acornhub.canonical.Quantity;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.guards.GuardSettings;
import io.acornhub.lifecycle.guards.NamedGuard;
import java.util.ArrayList;
import java.util.List;

/** No stock is below zero. */
public final class StockNegative extends NamedGuard<InventoryAdvice> {
    public StockNegative() {
        super("negative-stock", FaultCode.STOCK_NEGATIVE, "a stock below zero");
    }

    @Override
    public List<Fault> check(InventoryAdvice advice, OrderBook book, GuardSettings settings) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < advice.lines().size(); i++) {
            Quantity available = advice.lines().get(i).available();
            if (available != null && available.amount().signum() < 0) {
                faults.add(fault("lines[" + i + "].available", plain(available.amount()), "Stock of " + plain(available.amount())
                    + " cannot be offered. Correct it to zero or to what there is."));
            }
        }
        return faults;
    }
}
