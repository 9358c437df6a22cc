// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp.database;

import io.acornhub.canonical.PurchaseOrder;
import io.acornhub.erp.Delivery;
import java.math.BigDecimal;

/** The rows of one order. */
final class OrderRows extends RowsToErp {

    OrderRows(Delivery delivery, PurchaseOrder order, Conventions conventions) {
        super(delivery, "ORDER", conventions);
        header().set("doc_date", order.orderDate()).set("currency", order.currency()).set("order_type", order.orderType())
            .set("freight_terms", order.freight()).set("deal_code", order.dealCode()).set("related_po", order.associatedPoNumber())
            .set("total_qty", total(order)).set("line_count", order.lines().size());
        windows(order.shipWindow(), order.deliveryWindow());
        order.lines().forEach(line -> line(order, line));
        parties(order.parties());
        texts(WHOLE, order.texts());
        extras(WHOLE, order.extras());
    }

    /** Of all lines in eaches; null where that is not known of one of them. */
    private static BigDecimal total(PurchaseOrder order) {
        BigDecimal total = BigDecimal.ZERO;
        for (PurchaseOrder.Line line : order.lines()) {
            BigDecimal each = eaches(line.quantity());
            total = each == null || total == null ? null : total.add(each);
        }
        return total;
    }

    private void line(PurchaseOrder order, PurchaseOrder.Line line) {
        NewRow row = add(InterfaceTable.LINE, line.lineNo()).set("line_no", line.lineNo());
        article(row, line.buyerItem(), line.vendorItem(), line.gtin(), line.isbn(), line.description());
        quantity(row, line.quantity());
        row.set("net_price", line.price() == null ? null : line.price().amount())
            .set("price_basis_uom", line.price() == null ? null : codes.priceBasis(line.price().basis()))
            .set("po_number", order.poNumber()).set("po_line_no", line.lineNo())
            .set("backorder_allowed", yesNo(order.backOrderAllowed()));
        add(InterfaceTable.SCHEDULE, line.lineNo()).set("line_no", line.lineNo()).set("sched_no", 1).set("action", "ORDER")
            .set("qty", row.get("qty")).set("uom", row.get("uom")).set("ship_date", to(order.shipWindow()))
            .set("delivery_date", to(order.deliveryWindow()));
        extras(line.lineNo(), line.extras());
    }
}
