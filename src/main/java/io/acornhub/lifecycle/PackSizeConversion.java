// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import io.acornhub.canonical.Quantity;
import io.acornhub.interchange.MappingFault;
import io.acornhub.partner.PackSizes;
import java.util.Arrays;
import java.util.Optional;

/** Converts by {@code config/code-lists/pack-sizes.csv}, which may name an item by any id of its order line. */
public final class PackSizeConversion implements UnitConversion {
    private final PackSizes sizes;
    private final String[] owners;

    /** @param owners code list folders that go before the common file */
    public PackSizeConversion(PackSizes sizes, String... owners) {
        this.sizes = sizes;
        this.owners = owners.clone();
    }

    @Override
    public Optional<Quantity> toUnitOf(Quantity quantity, OrderState.Line line) {
        try {
            return Optional.of(sizes.convert(quantity, line.unit(), Arrays.asList(line.vendorItem(), line.gtin(), line.isbn(),
                line.buyerItem()), owners));
        } catch (MappingFault unknownOrFraction) {
            // the quantity stays in its own unit, and the guard on units holds the document
            return Optional.empty();
        }
    }
}
