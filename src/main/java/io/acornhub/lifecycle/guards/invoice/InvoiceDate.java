// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.invoice;

import io.acornhub.canonical.Invoice;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.OrderState;
import io.acornhub.lifecycle.guards.GuardSettings;
import io.acornhub.lifecycle.guards.NamedGuard;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** The day of the invoice is the order's day or later, and not in the future. */
public final class InvoiceDate extends NamedGuard<Invoice> {
    public InvoiceDate() {
        super("invoice-date", FaultCode.INVOICE_DATE_IMPLAUSIBLE, "an invoice dated before the order or in the future");
    }

    @Override
    public List<Fault> check(Invoice invoice, OrderBook book, GuardSettings settings) {
        LocalDate day = invoice.invoiceDate();
        if (day == null) {
            return List.of(fault("invoiceDate", null, "The invoice has no date. Enter it in the ERP."));
        }
        Duration tolerance = settings.duration("futureTolerance");
        if (day.isAfter(book.now().plus(tolerance).atZone(settings.zone()).toLocalDate())) {
            return List.of(fault("invoiceDate", day.toString(), "The invoice is dated " + day
                + ", which is in the future. Send it on that day, or "
                + "correct the date."));
        }
        return invoice.poNumbers().stream().flatMap(po -> book.order(po).stream().map(OrderState::order)
                .filter(o -> o.orderDate() != null && day.isBefore(o.orderDate()))
                .map(o -> fault("invoiceDate", day.toString(), "The invoice is dated " + day + ", before order " + po + " of "
                    + o.orderDate()
                    + ". Correct the date."))).toList();
    }
}
