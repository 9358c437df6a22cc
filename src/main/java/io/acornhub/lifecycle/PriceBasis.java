// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import io.acornhub.canonical.Quantity;
import java.math.BigDecimal;
import java.util.Optional;

/** What a price is for: one unit of the line unless its basis says otherwise (X12 data element 639). */
public final class PriceBasis {
    private PriceBasis() {
    }

    /**
     * How many prices one unit of the line costs: 1 for a price per unit, 12 for a case of 12 at a price per each, a hundredth
     * for a price per hundred. Empty for a price per each of a unit whose size nobody says, and for a
     * price by weight.
     */
    public static Optional<BigDecimal> perUnit(String basis, Quantity quantity) {
        switch (basis == null ? "" : basis) {
            case "PE":
                return "EACH".equals(quantity.unit()) ? Optional.of(BigDecimal.ONE)
                    : Optional.ofNullable(quantity.unitSize()).map(BigDecimal::valueOf);
            case "PN":
                return Optional.of(BigDecimal.ONE.movePointLeft(1));
            case "HP":
                return Optional.of(BigDecimal.ONE.movePointLeft(2));
            case "TP":
                return Optional.of(BigDecimal.ONE.movePointLeft(3));
            case "LB", "OZ", "GR", "KG":
                return Optional.empty();
            default:
                return Optional.of(BigDecimal.ONE);
        }
    }
}
