// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.invoice;

import io.acornhub.canonical.Invoice;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.guards.GuardSettings;
import io.acornhub.lifecycle.guards.NamedGuard;
import java.util.List;

/** What Amazon buys to sell again bears no United States sales tax; set to warn where a state wants it. */
public final class SalesTaxOnResale extends NamedGuard<Invoice> {
    public SalesTaxOnResale() {
        super("resale-tax", FaultCode.SALES_TAX_ON_RESALE, "United States sales tax on goods for resale");
    }

    @Override
    public List<Fault> check(Invoice invoice, OrderBook book, GuardSettings settings) {
        return PlacedTax.of(invoice).stream().filter(t -> t.tax().code() != null
                && t.tax().code().matches("STATE_SALES|LOCAL_SALES|COUNTY|CITY|USE")
                && t.tax().amount() != null && t.tax().amount().signum() != 0)
            .map(t -> fault(t.path(), t.tax().code(), "The invoice takes " + t.tax().code() + " of " + plain(t.tax().amount())
                + ", but goods for resale bear no sales tax. Mark the customer as exempt in the ERP.")).toList();
    }
}
