// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.invoice;

import io.acornhub.canonical.Invoice;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.guards.GuardSettings;
import io.acornhub.lifecycle.guards.NamedGuard;
import java.util.List;

/** An invoice number fits BIG02: 1 to 22 characters without blanks at its ends. */
public final class InvoiceNumberForm extends NamedGuard<Invoice> {
    public InvoiceNumberForm() {
        super("invoice-number-form", FaultCode.INVOICE_NUMBER_INVALID, "an invoice number over 22 characters or with blanks at its ends");
    }

    @Override
    public List<Fault> check(Invoice invoice, OrderBook book, GuardSettings settings) {
        String number = invoice.invoiceNumber();
        return !blank(number) && number.length() <= 22 && number.equals(number.strip()) ? List.of() : List.of(fault("invoiceNumber", number,
            "Invoice number '" + (number == null ? "" : number) + "' does not fit: 1 to 22 characters, no blanks at its ends. Change "
                + "the number "
            + "range in the ERP."));
    }
}
