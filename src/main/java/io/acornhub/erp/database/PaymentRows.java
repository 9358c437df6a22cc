// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp.database;

import io.acornhub.canonical.Remittance;
import io.acornhub.erp.Delivery;

/** The rows of one payment: amounts with the sign they count with, so that the items' net adds up to the total. */
final class PaymentRows extends RowsToErp {
    private int seq;

    PaymentRows(Delivery delivery, Remittance payment, Conventions conventions) {
        super(delivery, "PAYMENT", conventions);
        header().set("doc_date", payment.paymentDate()).set("currency", payment.currency())
            .set("payment_ref", payment.paymentReference()).set("payment_date", payment.paymentDate())
            .set("payment_method", payment.method()).set("total_amount", payment.total())
            .set("line_count", orEmpty(payment.items()).size());
        orEmpty(payment.items()).forEach(this::item);
        parties(payment.parties());
        extras(WHOLE, payment.extras());
    }

    /** adjustment_code is the hub's word for a deduction; without one, what Amazon wrote. */
    private void item(Remittance.Item item) {
        seq++;
        String code = item.deduction() == null ? item.adjustmentReason() : codes.deduction(item.deduction());
        add(InterfaceTable.PAYMENT_ITEM, Integer.toString(seq)).set("seq", seq).set("reference", item.reference())
            .set("doc_kind", item.kind()).set("invoice_no", item.invoiceNumber()).set("po_number", item.poNumber())
            .set("item_date", item.date()).set("gross", item.gross()).set("discount", item.discount())
            .set("adjustment", item.adjustment()).set("adjustment_code", code)
            .set("adjustment_reason", item.adjustmentReason()).set("net", item.net()).set("remark", item.text());
    }
}
