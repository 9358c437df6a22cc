// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import io.acornhub.canonical.DocumentType;
import io.acornhub.canonical.PurchaseOrder;
import io.acornhub.canonical.PurchaseOrderChange;

/** A change or cancellation that came in the shape of an order: an 850 whose BEG01 is not 00 (facts, sections 4.1 and 10). */
public final class ChangeByOrder {
    private ChangeByOrder() {
    }

    public static boolean isChange(PurchaseOrder order) {
        return !"ORIGINAL".equals(order.purpose());
    }

    /** @param number tells this change of the order from others: the control number of its interchange */
    public static PurchaseOrderChange of(PurchaseOrder order, String number) {
        String action = switch (order.purpose()) {
            case "CANCEL" -> "DELETE";
            case "REPLACE" -> "REPLACE";
            default -> "CHANGE";
        };
        return new PurchaseOrderChange(DocumentType.PURCHASE_ORDER_CHANGE.title(), order.poNumber(), order.purpose(), number,
            order.orderType(), order.orderDate(), null, order.vendorCode(), order.currency(), order.backOrderAllowed(),
            order.shipWindow(), order.deliveryWindow(), order.parties(), order.texts(), order.lines().stream().map(l ->
                new PurchaseOrderChange.Line(l.lineNo(), action, l.buyerItem(), l.vendorItem(), l.gtin(), l.isbn(), l.description(),
                    l.quantity(), l.price(), l.extras())).toList(), order.totals(), order.extras());
    }
}
