// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.invoice;

import io.acornhub.canonical.Invoice;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.guards.GuardSettings;
import io.acornhub.lifecycle.guards.NamedGuard;
import java.util.List;

/** An invoice number is never used again, not even after years. */
public final class InvoiceNumber extends NamedGuard<Invoice> {
    public InvoiceNumber() {
        super("invoice-number", FaultCode.INVOICE_NUMBER_REUSED, "an invoice number that was ever used before");
    }

    @Override
    public List<Fault> check(Invoice invoice, OrderBook book, GuardSettings settings) {
        return book.invoice(invoice.invoiceNumber()).map(use -> List.of(fault("invoiceNumber", invoice.invoiceNumber(), "Invoice "
            + invoice.invoiceNumber() + " was sent at " + use.at() + " (document " + use.documentId() + "). Give this one a new number.")))
            .orElse(List.of());
    }
}
