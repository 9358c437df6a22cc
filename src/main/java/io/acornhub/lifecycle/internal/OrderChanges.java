// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.internal;

import io.acornhub.canonical.Party;
import io.acornhub.canonical.PurchaseOrder;
import io.acornhub.canonical.PurchaseOrderChange;
import io.acornhub.canonical.Quantity;
import io.acornhub.lifecycle.LineNumbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The order as a change leaves it. A line that is taken out stays with quantity 0, so that its number is never another line's. */
public final class OrderChanges {
    private OrderChanges() {
    }

    public static PurchaseOrder apply(PurchaseOrder order, PurchaseOrderChange change) {
        List<PurchaseOrder.Line> lines = new ArrayList<>(order.lines());
        boolean cancelsAll = "CANCEL".equals(change.purpose()) && none(change.lines());
        if (cancelsAll || "REPLACE".equals(change.purpose())) {
            lines.replaceAll(OrderChanges::without);
        }
        for (PurchaseOrderChange.Line line : none(change.lines()) ? List.<PurchaseOrderChange.Line>of() : change.lines()) {
            Optional<PurchaseOrder.Line> known = lines.stream().filter(l -> LineNumbers.same(l.lineNo(), line.lineNo())).findFirst();
            Optional<PurchaseOrder.Line> original = order.lines().stream().filter(l -> LineNumbers.same(l.lineNo(), line.lineNo()))
                .findFirst();
            PurchaseOrder.Line changed = line(original.orElse(null), line, "CANCEL".equals(change.purpose()));
            if (known.isPresent()) {
                lines.set(lines.indexOf(known.get()), changed);
            } else {
                lines.add(changed);
            }
        }
        return new PurchaseOrder(order.type(), order.poNumber(), order.purpose(), or(change.orderType(), order.orderType()),
            order.orderDate(), or(change.vendorCode(), order.vendorCode()), or(change.currency(), order.currency()),
            or(change.backOrderAllowed(), order.backOrderAllowed()), order.freight(), order.dealCode(), order.associatedPoNumber(),
            or(change.shipWindow(), order.shipWindow()), or(change.deliveryWindow(), order.deliveryWindow()),
            parties(order.parties(), change.parties()),
            order.texts(), lines, null, order.extras());
    }

    /** A party of the change takes the place of the one with its role. */
    private static List<Party> parties(List<Party> before, List<Party> changed) {
        if (none(changed)) {
            return before;
        }
        Set<String> roles = changed.stream().map(Party::role).collect(Collectors.toSet());
        List<Party> after = new ArrayList<>(before == null ? List.of() : before);
        after.removeIf(p -> roles.contains(p.role()));
        after.addAll(changed);
        return after;
    }

    private static PurchaseOrder.Line line(PurchaseOrder.Line before, PurchaseOrderChange.Line now, boolean cancelled) {
        Quantity quantity = now.quantity() != null ? now.quantity() : before != null ? before.quantity() : null;
        if (cancelled || "DELETE".equals(now.action()) || quantity == null) {
            String unit = quantity == null ? "EACH" : quantity.unit();
            quantity = new Quantity(BigDecimal.ZERO, unit, quantity == null ? null : quantity.unitSize());
        }
        if (before == null) {
            return new PurchaseOrder.Line(now.lineNo(), now.buyerItem(), now.vendorItem(), now.gtin(), now.isbn(), now.description(),
                quantity, now.price(), now.extras());
        }
        return new PurchaseOrder.Line(before.lineNo(), or(now.buyerItem(), before.buyerItem()), or(now.vendorItem(), before.vendorItem()),
            or(now.gtin(), before.gtin()), or(now.isbn(), before.isbn()), or(now.description(), before.description()), quantity,
            or(now.price(), before.price()), before.extras());
    }

    private static PurchaseOrder.Line without(PurchaseOrder.Line line) {
        return new PurchaseOrder.Line(line.lineNo(), line.buyerItem(), line.vendorItem(), line.gtin(), line.isbn(), line.description(),
            new Quantity(BigDecimal.ZERO, line.quantity().unit(), line.quantity().unitSize()), line.price(), line.extras());
    }

    private static boolean none(List<?> list) {
        return list == null || list.isEmpty();
    }

    private static <T> T or(T now, T before) {
        return now != null ? now : before;
    }
}
