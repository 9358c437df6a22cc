// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.invoice;

import io.acornhub.canonical.Invoice;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.guards.GuardSettings;
import io.acornhub.lifecycle.guards.NamedGuard;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The amount of a line is quantity times price by the price's basis; {@code amountTolerance} of the agreement, in units of the
 * currency, allows for rounding in the ERP.
 */
public final class LineAmount extends NamedGuard<Invoice> {
    public LineAmount() {
        super("line-amount", FaultCode.LINE_AMOUNT_WRONG, "a line amount that is not quantity times price");
    }

    @Override
    public List<Fault> check(Invoice invoice, OrderBook book, GuardSettings settings) {
        BigDecimal tolerance = settings.number("amountTolerance", "0");
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < invoice.lines().size(); i++) {
            Invoice.Line line = invoice.lines().get(i);
            Optional<BigDecimal> computed = Amounts.computed(line);
            String path = "lines[" + i + "].amount";
            if (line.amount() == null && computed.isEmpty()) {
                faults.add(fault(path, null, "What line " + line.lineNo() + " comes to cannot be told: its price is for each and "
                    + "nobody says how "
                    + "many are in a " + line.quantity().unit() + ". Give the line's amount or the pack size."));
            } else if (line.amount() != null && computed.isPresent()
                && line.amount().subtract(computed.get()).abs().compareTo(tolerance) > 0) {
                faults.add(fault(path, plain(line.amount()), "Line " + line.lineNo() + " says " + plain(line.amount())
                    + ", quantity times price is " + plain(computed.get()) + ". Correct amount, quantity or price in the ERP."));
            }
        }
        return faults;
    }
}
