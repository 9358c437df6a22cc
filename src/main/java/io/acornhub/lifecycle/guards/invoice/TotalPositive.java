// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.invoice;

import io.acornhub.canonical.Invoice;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.guards.GuardSettings;
import io.acornhub.lifecycle.guards.NamedGuard;
import java.util.List;

/** A total is never zero or less: a credit note says so by its kind. */
public final class TotalPositive extends NamedGuard<Invoice> {
    public TotalPositive() {
        super("total-positive", FaultCode.TOTAL_NOT_POSITIVE, "a total of zero or less");
    }

    @Override
    public List<Fault> check(Invoice invoice, OrderBook book, GuardSettings settings) {
        return invoice.total() == null || invoice.total().signum() > 0 ? List.of() : List.of(fault("total", plain(invoice.total()),
            "The total is " + plain(invoice.total()) + ". Send no invoice over nothing; what is given back is a credit note with "
                + "positive amounts."));
    }
}
