// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import io.acornhub.lifecycle.identifiers.Gtin;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds the order line that a document means: by its number, else by GTIN, vendor item, ASIN or ISBN, in that order. */
final class LineMatch {
    private LineMatch() {
    }

    /**
     * The one line that fits. A number that is said decides alone. Of the ids the first that is said and that the order knows
     * decides; where it stands on several lines nobody can tell which is meant.
     */
    static Optional<OrderState.Line> find(OrderState order, String lineNo, String gtin, String vendorItem, String buyerItem,
                                          String isbn) {
        if (lineNo != null) {
            return order.line(lineNo);
        }
        List<Predicate<OrderState.Line>> ways = List.of(
            l -> gtin != null && l.gtin() != null && Gtin.same(gtin, l.gtin()),
            l -> vendorItem != null && vendorItem.equals(l.vendorItem()),
            l -> buyerItem != null && buyerItem.equals(l.buyerItem()),
            l -> isbn != null && isbn.equals(l.isbn()));
        for (Predicate<OrderState.Line> way : ways) {
            List<OrderState.Line> fitting = order.lines().stream().filter(way).toList();
            if (!fitting.isEmpty()) {
                return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** What all orders of a document say alike; null where they differ or say nothing. */
    static <T> T common(List<T> said) {
        List<T> different = said.stream().filter(s -> s != null).distinct().toList();
        return different.size() == 1 ? different.get(0) : null;
    }

    static <T> T or(T said, T otherwise) {
        return said != null ? said : otherwise;
    }
}
