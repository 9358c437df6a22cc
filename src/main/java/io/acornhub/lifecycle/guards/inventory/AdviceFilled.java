// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.inventory;

import io.acornhub.canonical.InventoryAdvice;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.guards.GuardSettings;
import io.acornhub.lifecycle.guards.NamedGuard;
import java.util.List;

/** An advice says something: an empty full one would set all stock to zero. */
public final class AdviceFilled extends NamedGuard<InventoryAdvice> {
    public AdviceFilled() {
        super("advice-empty", FaultCode.ADVICE_EMPTY, "an advice without items");
    }

    @Override
    public List<Fault> check(InventoryAdvice advice, OrderBook book, GuardSettings settings) {
        return !advice.lines().isEmpty() ? List.of() : List.of(fault("lines", null, "The advice has no items"
            + (full(advice) ? "; as a full one it would set all stock to zero" : "") + ". Run the export of the ERP again."));
    }

    private static boolean full(InventoryAdvice advice) {
        return "FULL".equals(advice.purpose());
    }
}
