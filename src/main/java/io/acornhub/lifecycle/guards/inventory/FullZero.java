// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.inventory;

import io.acornhub.canonical.InventoryAdvice;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.guards.GuardSettings;
import io.acornhub.lifecycle.guards.NamedGuard;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A full advice does not set more than a share of the items in stock to zero; {@code zeroShare} of the agreement, 0.2 without it. */
public final class FullZero extends NamedGuard<InventoryAdvice> {
    public FullZero() {
        super("full-zero", FaultCode.STOCK_WOULD_BE_ZEROED, "a full advice that would zero more than a share of the stock");
    }

    @Override
    public List<Fault> check(InventoryAdvice advice, OrderBook book, GuardSettings settings) {
        if (!"FULL".equals(advice.purpose()) || advice.lines().isEmpty() || book.fullAdvice().isEmpty()) {
            return List.of();
        }
        Set<String> before = inStock(book.fullAdvice().get());
        Set<String> now = inStock(advice);
        long zeroed = before.stream().filter(item -> !now.contains(item)).count();
        BigDecimal most = settings.number("zeroShare", "0.2").multiply(BigDecimal.valueOf(before.size()));
        return BigDecimal.valueOf(zeroed).compareTo(most) <= 0 ? List.of() : List.of(fault("lines", Long.toString(zeroed),
            "The advice would set "
            + zeroed + " of " + before.size() + " items that had stock to zero, as items left out count as zero. Check the export; "
                + "release if "
            + "it is so."));
    }

    /** The items with stock in any warehouse, by the number that names them. */
    private static Set<String> inStock(InventoryAdvice advice) {
        return advice.lines().stream().filter(l -> l.available() != null && l.available().amount().signum() > 0)
            .map(l -> l.vendorItem() != null ? "SKU " + l.vendorItem() : l.gtin() != null ? "GTIN " + l.gtin()
                : l.buyerItem() != null ? "ASIN " + l.buyerItem() : "ISBN " + l.isbn()).collect(Collectors.toSet());
    }
}
