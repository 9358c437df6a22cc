// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.invoice;

import io.acornhub.canonical.Invoice;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.guards.GuardSettings;
import io.acornhub.lifecycle.guards.NamedGuard;
import java.util.List;

/** The invoice says its currency (CUR is mandatory). */
public final class CurrencyGiven extends NamedGuard<Invoice> {
    public CurrencyGiven() {
        super("currency-given", FaultCode.CURRENCY_MISSING, "an invoice without a currency");
    }

    @Override
    public List<Fault> check(Invoice invoice, OrderBook book, GuardSettings settings) {
        return !blank(invoice.currency()) ? List.of() : List.of(fault("currency", null, "The invoice names no currency, and neither "
            + "does the order. "
            + "Enter it in the ERP."));
    }
}
