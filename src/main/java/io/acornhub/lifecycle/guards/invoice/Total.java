// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.invoice;

import io.acornhub.canonical.Invoice;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.guards.GuardSettings;
import io.acornhub.lifecycle.guards.NamedGuard;
import java.util.List;

/** The total is lines and charges less allowances and taxes, to the cent. */
public final class Total extends NamedGuard<Invoice> {
    public Total() {
        super("total", FaultCode.TOTAL_WRONG, "a total that does not add up to the cent");
    }

    @Override
    public List<Fault> check(Invoice invoice, OrderBook book, GuardSettings settings) {
        return Amounts.total(invoice).filter(sum -> invoice.total() == null || sum.compareTo(invoice.total()) != 0)
            .map(sum -> List.of(fault("total", invoice.total() == null ? null : plain(invoice.total()), "The total is "
                + (invoice.total() == null ? "missing" : plain(invoice.total())) + "; lines and charges less allowances and taxes are "
                    + plain(sum)
                + ". Correct the total or the missing part in the ERP."))).orElse(List.of());
    }
}
