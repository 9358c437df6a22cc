// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import io.acornhub.canonical.Remittance;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Business rules on a payment: it adds up, it is about invoices that were sent, and it did not come before. */
public final class RemittanceRules {
    /** Names by which agreements set them. */
    public static final List<String> NAMES = List.of("payment-sum", "payment-repeated", "invoice-known");

    private RemittanceRules() {
    }

    public static List<Finding> check(Remittance payment, OrderBook book) {
        List<Finding> findings = new ArrayList<>();
        List<Remittance.Item> items = payment.items() == null ? List.of() : payment.items();
        BigDecimal sum = items.stream().map(Remittance.Item::net).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(payment.total()) != 0) {
            findings.add(new Finding("payment-sum", Fault.onPath(FaultCode.PAYMENT_SUM_WRONG, "total", payment.total().toPlainString(),
                "The payment is " + payment.total().toPlainString() + ", its items sum to " + sum.toPlainString()
                    + ". Ask the partner which items are missing before it is posted.")));
        }
        Optional<OrderBook.Use> before = book.payment(payment.paymentReference());
        before.ifPresent(use -> findings.add(new Finding("payment-repeated", Fault.onPath(FaultCode.PAYMENT_REPEATED, "paymentReference",
            payment.paymentReference(), "Payment " + payment.paymentReference() + " came before (document " + use.documentId()
                + "). Drop it, unless the partner says that it is another payment."))));
        for (int i = 0; i < items.size(); i++) {
            String number = items.get(i).invoiceNumber();
            if (number != null && book.invoice(number).isEmpty()) {
                findings.add(new Finding("invoice-known", Fault.onPath(FaultCode.INVOICE_UNKNOWN, "items[" + i + "].invoiceNumber", number,
                    "Invoice " + number + " never left from here. Check the number (" + items.get(i).reference()
                        + "); release if it was sent another way.")));
            }
        }
        return findings;
    }
}
