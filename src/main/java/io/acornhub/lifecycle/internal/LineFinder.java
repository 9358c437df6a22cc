// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.internal;

import io.acornhub.canonical.Quantity;
import io.acornhub.lifecycle.LineNumbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the order line that a line of another document means: by its number, else by the item. Where an order has the item on
 * several lines, they fill up one after another.
 */
public final class LineFinder {
    private final List<OrderTable.Line> lines;
    private final Map<String, BigDecimal> taken = new HashMap<>();

    /** @param already what earlier documents took of each line */
    public LineFinder(List<OrderTable.Line> lines, Map<String, BigDecimal> already) {
        this.lines = lines;
        this.taken.putAll(already);
    }

    /** How a document names an item; absent ids are null. */
    public record Item(String lineNo, String gtin, String buyerItem, String vendorItem, String isbn) {
        private boolean is(OrderTable.Line line) {
            return same(gtin, line.gtin()) || same(buyerItem, line.buyerItem()) || same(vendorItem, line.vendorItem())
                || same(isbn, line.isbn());
        }

        private static boolean same(String one, String other) {
            return one != null && Objects.equals(one, other);
        }
    }

    public Optional<OrderTable.Line> find(Item item, Quantity quantity) {
        Optional<OrderTable.Line> found = item.lineNo() == null ? Optional.empty()
            : lines.stream().filter(l -> LineNumbers.same(l.lineNo(), item.lineNo())).findFirst();
        if (found.isEmpty()) {
            List<OrderTable.Line> possible = lines.stream().filter(item::is).toList();
            found = Stream.concat(possible.stream().filter(l -> room(l).compareTo(in(quantity, l)) >= 0), possible.stream()).findFirst();
        }
        found.ifPresent(l -> taken.merge(l.lineNo(), in(quantity, l), BigDecimal::add));
        return found;
    }

    private BigDecimal room(OrderTable.Line line) {
        return line.ordered().subtract(taken.getOrDefault(line.lineNo(), BigDecimal.ZERO));
    }

    /** The quantity in the unit the line was ordered in, where both say how many eaches a unit holds; else as it is. */
    public static BigDecimal in(Quantity quantity, OrderTable.Line line) {
        if (quantity == null) {
            return BigDecimal.ZERO;
        }
        if (quantity.unit() == null || quantity.unit().equals(line.unit())) {
            return quantity.amount();
        }
        Integer from = size(quantity.unit(), quantity.unitSize());
        Integer to = size(line.unit(), line.unitSize());
        return from == null || to == null || to == 0 ? quantity.amount()
            : quantity.amount().multiply(BigDecimal.valueOf(from)).divide(BigDecimal.valueOf(to), MathContext.DECIMAL64);
    }

    private static Integer size(String unit, Integer size) {
        return "EACH".equals(unit) ? Integer.valueOf(1) : size;
    }
}
