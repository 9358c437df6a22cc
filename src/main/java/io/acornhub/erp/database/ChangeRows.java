// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp.database;

import io.acornhub.canonical.PurchaseOrderChange;
import io.acornhub.erp.Delivery;

/** The rows of one change of an order; what a change does not say is null. */
final class ChangeRows extends RowsToErp {

    ChangeRows(Delivery delivery, PurchaseOrderChange change, Conventions conventions) {
        super(delivery, "ORDER_CHANGE", conventions);
        header().set("purpose", change.purpose()).set("change_no", change.changeNumber())
            .set("doc_date", change.changeDate()).set("order_date", change.orderDate()).set("currency", change.currency())
            .set("order_type", change.orderType()).set("line_count", orEmpty(change.lines()).size());
        windows(change.shipWindow(), change.deliveryWindow());
        orEmpty(change.lines()).forEach(line -> line(change, line));
        parties(change.parties());
        texts(WHOLE, change.texts());
        extras(WHOLE, change.extras());
    }

    private void line(PurchaseOrderChange change, PurchaseOrderChange.Line line) {
        NewRow row = add(InterfaceTable.LINE, line.lineNo()).set("line_no", line.lineNo()).set("action", line.action());
        article(row, line.buyerItem(), line.vendorItem(), line.gtin(), line.isbn(), line.description());
        quantity(row, line.quantity());
        row.set("net_price", line.price() == null ? null : line.price().amount())
            .set("price_basis_uom", line.price() == null ? null : codes.priceBasis(line.price().basis()))
            .set("po_number", change.poNumber()).set("po_line_no", line.lineNo())
            .set("backorder_allowed", yesNo(change.backOrderAllowed()));
        extras(line.lineNo(), line.extras());
    }
}
