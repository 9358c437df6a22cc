// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.invoice;

import io.acornhub.canonical.Charge;
import io.acornhub.canonical.Invoice;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.guards.GuardSettings;
import io.acornhub.lifecycle.guards.NamedGuard;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Amounts have no more than two decimals, since X12 implies two (TDS01, SAC05, TXI02). */
public final class Cents extends NamedGuard<Invoice> {
    public Cents() {
        super("cents", FaultCode.AMOUNT_NOT_IN_CENTS, "an amount with more than two decimals");
    }

    @Override
    public List<Fault> check(Invoice invoice, OrderBook book, GuardSettings settings) {
        List<Fault> faults = new ArrayList<>();
        check(faults, "total", invoice.total());
        charges(faults, "", invoice.charges());
        for (int i = 0; i < invoice.lines().size(); i++) {
            check(faults, "lines[" + i + "].amount", invoice.lines().get(i).amount());
            charges(faults, "lines[" + i + "].", invoice.lines().get(i).charges());
        }
        PlacedTax.of(invoice).forEach(t -> check(faults, t.path() + ".amount", t.tax().amount()));
        return faults;
    }

    private void charges(List<Fault> faults, String prefix, List<Charge> charges) {
        for (int i = 0; charges != null && i < charges.size(); i++) {
            check(faults, prefix + "charges[" + i + "].amount", charges.get(i).amount());
        }
    }

    private void check(List<Fault> faults, String path, BigDecimal amount) {
        if (amount != null && amount.stripTrailingZeros().scale() > 2) {
            faults.add(fault(path, plain(amount), "The amount " + plain(amount) + " has fractions of a cent, which X12 cannot carry. "
                + "Round it in "
                + "the ERP."));
        }
    }
}
