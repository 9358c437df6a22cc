// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.invoice;

import io.acornhub.canonical.Charge;
import io.acornhub.canonical.Invoice;
import io.acornhub.canonical.Tax;
import io.acornhub.lifecycle.PriceBasis;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** What an invoice adds up to. Cents are rounded half up, line by line. */
final class Amounts {
    private Amounts() {
    }

    /** Quantity times price by its basis; empty where that cannot be told. */
    static Optional<BigDecimal> computed(Invoice.Line line) {
        if (line.quantity() == null || line.price() == null || line.price().amount() == null) {
            return Optional.empty();
        }
        return PriceBasis.perUnit(line.price().basis(), line.quantity())
            .map(factor -> cents(line.quantity().amount().multiply(line.price().amount()).multiply(factor)));
    }

    /** The net amount of a line: as stated, else as computed. */
    static Optional<BigDecimal> net(Invoice.Line line) {
        return line.amount() != null ? Optional.of(line.amount()) : computed(line);
    }

    /** Lines and charges less allowances and taxes; empty where a line's amount cannot be told. */
    static Optional<BigDecimal> total(Invoice invoice) {
        BigDecimal sum = charges(invoice.charges()).add(taxes(invoice.taxes()));
        for (Invoice.Line line : invoice.lines()) {
            Optional<BigDecimal> net = net(line);
            if (net.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.add(net.get()).add(charges(line.charges())).add(taxes(line.taxes()));
        }
        return Optional.of(sum);
    }

    static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }

    private static BigDecimal charges(List<Charge> charges) {
        return charges == null ? BigDecimal.ZERO : charges.stream()
            .map(c -> "ALLOWANCE".equals(c.kind()) ? c.amount().negate() : c.amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal taxes(List<Tax> taxes) {
        return taxes == null ? BigDecimal.ZERO : taxes.stream().map(Tax::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
