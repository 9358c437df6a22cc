// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.invoice;

import io.acornhub.canonical.Invoice;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.guards.GuardSettings;
import io.acornhub.lifecycle.guards.NamedGuard;
import java.util.List;

/** A credit note names the invoice it corrects, and that invoice was sent. */
public final class OriginalInvoice extends NamedGuard<Invoice> {
    public OriginalInvoice() {
        super("original-invoice", FaultCode.ORIGINAL_INVOICE_UNKNOWN, "a credit note for an invoice that was never sent");
    }

    @Override
    public List<Fault> check(Invoice invoice, OrderBook book, GuardSettings settings) {
        if (!"CREDIT".equals(invoice.kind())) {
            return List.of();
        }
        String original = invoice.originalInvoice();
        if (blank(original)) {
            return List.of(fault("originalInvoice", null, "The credit note does not say which invoice it corrects. Enter the reference "
                + "in the ERP."));
        }
        return book.invoice(original).isPresent() ? List.of() : List.of(fault("originalInvoice", original, "Invoice " + original
            + ", which the credit note corrects, was never sent. Correct the reference; release if it was sent another way."));
    }
}
