// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.invoice;

import io.acornhub.canonical.Invoice;
import io.acornhub.canonical.Price;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.guards.GuardSettings;
import io.acornhub.lifecycle.guards.NamedGuard;
import java.util.ArrayList;
import java.util.List;

/** The currency is the order's, on every line. */
public final class CurrencyAsOrdered extends NamedGuard<Invoice> {
    public CurrencyAsOrdered() {
        super("currency", FaultCode.CURRENCY_DIFFERS, "a currency other than ordered");
    }

    @Override
    public List<Fault> check(Invoice invoice, OrderBook book, GuardSettings settings) {
        List<Fault> faults = new ArrayList<>();
        for (String po : invoice.poNumbers()) {
            book.order(po).map(o -> o.order().currency()).filter(c -> !blank(invoice.currency()) && !c.equals(invoice.currency()))
                .ifPresent(c -> faults.add(fault("currency", invoice.currency(), "Order " + po + " is in " + c + ", the invoice in "
                    + invoice.currency() + ". Invoice in the order's currency.")));
        }
        for (int i = 0; i < invoice.lines().size(); i++) {
            Price price = invoice.lines().get(i).price();
            if (price != null && price.currency() != null && !blank(invoice.currency()) && !price.currency().equals(invoice.currency())) {
                faults.add(fault("lines[" + i + "].price.currency", price.currency(), "The line is priced in " + price.currency()
                    + ", the invoice is in " + invoice.currency() + ". One invoice has one currency."));
            }
        }
        return faults;
    }
}
