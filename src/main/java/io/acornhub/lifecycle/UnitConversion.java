// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import io.acornhub.canonical.Quantity;
import io.acornhub.interchange.MappingFault;
import io.acornhub.partner.PackSizes;
import java.util.Arrays;
import java.util.Optional;

/** Says a quantity in another unit, by what is configured of the item; never by a guess. */
@FunctionalInterface
public interface UnitConversion {
    /** Converts nothing. */
    UnitConversion NONE = (quantity, line) -> Optional.empty();

    /**
     * The quantity in the unit of the order line, exactly and whole; empty where no pack size of the item is configured, or
     * where something would be left over.
     */
    Optional<Quantity> toUnitOf(Quantity quantity, OrderState.Line line);

    /** By the pack sizes of {@code config/}; what they do not say, or not exactly, is not converted. */
    static UnitConversion by(PackSizes sizes, String... owners) {
        return (quantity, line) -> {
            try {
                return Optional.of(sizes.convert(quantity, line.unit(), Arrays.asList(line.vendorItem(), line.gtin(), line.buyerItem(),
                    line.isbn()), owners));
            } catch (MappingFault unknownOrFraction) {
                return Optional.empty();
            }
        };
    }
}
