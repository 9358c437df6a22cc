// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.invoice;

import io.acornhub.canonical.Invoice;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.guards.GuardSettings;
import io.acornhub.lifecycle.guards.LineReference;
import io.acornhub.lifecycle.guards.NamedGuard;
import java.util.List;

/** What is invoiced now and before is not above what was shipped. */
public final class InvoicedQuantity extends NamedGuard<Invoice> {
    public InvoicedQuantity() {
        super("invoiced-quantity", FaultCode.INVOICED_ABOVE_SHIPPED, "more invoiced than shipped, earlier invoices included");
    }

    @Override
    public List<Fault> check(Invoice invoice, OrderBook book, GuardSettings settings) {
        if ("CREDIT".equals(invoice.kind())) {
            return List.of();
        }
        return LineReference.sums(invoice, book).stream()
            .filter(s -> s.line().invoiced().add(s.amount()).compareTo(s.line().shipped()) > 0)
            .map(s -> fault(s.path(), plain(s.amount()), "Line " + s.line().lineNo() + " of order " + s.first().poNumber() + ": "
                + plain(s.amount()) + " are invoiced now and " + plain(s.line().invoiced()) + " before, shipped are "
                + plain(s.line().shipped()) + ". Invoice what was shipped, or send the shipment notice first.")).toList();
    }
}
