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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Taxes whose rates the list {@code tax-rates} knows are taken where and as they are due: HST in Ontario, GST and PST in British
 * Columbia.
 */
public final class TaxRate extends NamedGuard<Invoice> {
    public TaxRate() {
        super("tax-rate", FaultCode.TAX_RATE_IMPLAUSIBLE, "a Canadian tax that the province does not take, or at another rate");
    }

    @Override
    public List<Fault> check(Invoice invoice, OrderBook book, GuardSettings settings) {
        List<Map<String, String>> rates = settings.codeLists().rows("tax-rates", settings.owner());
        List<Fault> faults = new ArrayList<>();
        for (PlacedTax placed : PlacedTax.of(invoice)) {
            List<Map<String, String>> known = rates.stream().filter(r -> r.get("canonical").equals(placed.tax().code())).toList();
            if (!known.isEmpty() && placed.tax().rate() != null) {
                check(faults, placed, placed.jurisdiction(invoice).orElse(null), invoice.invoiceDate(), known);
            }
        }
        return faults;
    }

    private void check(List<Fault> faults, PlacedTax placed, String province, LocalDate day, List<Map<String, String>> known) {
        Tax tax = placed.tax();
        if (province == null) {
            faults.add(fault(placed.path() + ".jurisdiction", null, "Nobody says for which province " + tax.code() + " is taken. Give the "
                + "province of the ship-to."));
            return;
        }
        Optional<BigDecimal> due = known.stream().filter(r -> r.get("jurisdiction").equals(province))
            .filter(r -> day == null || !LocalDate.parse(r.get("from")).isAfter(day))
            .max(Comparator.comparing(r -> LocalDate.parse(r.get("from")))).map(r -> new BigDecimal(r.get("rate")));
        if (due.isEmpty() || due.get().compareTo(tax.rate()) != 0) {
            faults.add(fault(placed.path() + ".rate", plain(tax.rate()), province + (due.isEmpty() ? " takes no " + tax.code()
                : " takes " + tax.code() + " at " + plain(due.get()) + " %") + ", the invoice has " + plain(tax.rate())
                + " %. Correct the tax in the ERP, or the list config/code-lists/tax-rates.csv if the law changed."));
        }
    }
}
