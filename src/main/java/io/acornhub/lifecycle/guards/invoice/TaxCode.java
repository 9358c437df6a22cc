// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.invoice;

import io.acornhub.canonical.Invoice;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.guards.GuardSettings;
import io.acornhub.lifecycle.guards.NamedGuard;
import java.util.List;

/** Every tax is one of the code list {@code tax-codes}. */
public final class TaxCode extends NamedGuard<Invoice> {
    public TaxCode() {
        super("tax-code", FaultCode.TAX_CODE_UNKNOWN, "a tax whose code is not in the list");
    }

    @Override
    public List<Fault> check(Invoice invoice, OrderBook book, GuardSettings settings) {
        return PlacedTax.of(invoice).stream().filter(t -> t.tax().code() == null
                || settings.codeLists().fromCanonical("tax-codes", "canonical", t.tax().code(), settings.owner()).isEmpty())
            .map(t -> fault(t.path() + ".code", t.tax().code(), "Tax " + t.tax().code() + " is not in config/code-lists/tax-codes.csv. "
                + "Correct the "
                + "code, or add it there with the partner's code.")).toList();
    }
}
