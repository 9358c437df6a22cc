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

/** A credit note gives back no more than was invoiced, line by line. */
public final class CreditedQuantity extends NamedGuard<Invoice> {
    public CreditedQuantity() {
        super("credited-quantity", FaultCode.CREDIT_ABOVE_INVOICE, "more credited than invoiced");
    }

    @Override
    public List<Fault> check(Invoice invoice, OrderBook book, GuardSettings settings) {
        if (!"CREDIT".equals(invoice.kind())) {
            return List.of();
        }
        return LineReference.sums(invoice, book).stream().filter(s -> s.amount().compareTo(s.line().invoiced()) > 0)
            .map(s -> fault(s.path(), plain(s.amount()), "Line " + s.line().lineNo() + " of order " + s.first().poNumber() + ": "
                + plain(s.amount()) + " are credited, invoiced and not yet credited are " + plain(s.line().invoiced())
                + ". Credit no more than that.")).toList();
    }
}
