// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.invoice;

import io.acornhub.canonical.Invoice;
import io.acornhub.canonical.Tax;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.guards.GuardSettings;
import io.acornhub.lifecycle.guards.NamedGuard;
import java.math.BigDecimal;
import java.util.List;

/** Rate times taxable amount is the tax, to the cent. */
public final class TaxAmount extends NamedGuard<Invoice> {
    public TaxAmount() {
        super("tax-amount", FaultCode.TAX_AMOUNT_WRONG, "a tax that is not its rate of the taxable amount");
    }

    @Override
    public List<Fault> check(Invoice invoice, OrderBook book, GuardSettings settings) {
        return PlacedTax.of(invoice).stream().filter(t -> t.tax().rate() != null && t.tax().taxable() != null && t.tax().amount() != null
                && due(t.tax()).compareTo(t.tax().amount()) != 0)
            .map(t -> fault(t.path() + ".amount", plain(t.tax().amount()), t.tax().code() + " of " + plain(t.tax().taxable()) + " at "
                + plain(t.tax().rate()) + " % is " + plain(due(t.tax())) + ", the invoice says " + plain(t.tax().amount())
                + ". Correct the tax in the ERP.")).toList();
    }

    private static BigDecimal due(Tax tax) {
        return Amounts.cents(tax.taxable().multiply(tax.rate()).movePointLeft(2));
    }
}
