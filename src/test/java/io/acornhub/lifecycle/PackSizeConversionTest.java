// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.canonical.Quantity;
import io.acornhub.partner.PackSizes;
import io.acornhub.partner.PackSizes.PackSize;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackSizeConversionTest {
    private final UnitConversion conversion = new PackSizeConversion(new PackSizes(List.of(new PackSize("", "614141000104", "CASE", 12),
        new PackSize("amazon-mx", "SKU-1", "CASE", 10))));

    @Test
    void aShippedQuantityIsSaidInTheUnitOfItsOrderLine() {
        assertThat(conversion.toUnitOf(each("36"), line("CASE"))).contains(new Quantity(new BigDecimal("3"), "CASE", 12));
        assertThat(new PackSizeConversion(new PackSizes(List.of(new PackSize("amazon-mx", "SKU-1", "CASE", 10))), "amazon-mx")
            .toUnitOf(each("30"), line("CASE"))).contains(new Quantity(new BigDecimal("3"), "CASE", 10));
    }

    @Test
    void whatIsLeftOverOrNotConfiguredIsNotConverted() {
        assertThat(conversion.toUnitOf(each("30"), line("CASE"))).isEmpty();
        assertThat(conversion.toUnitOf(each("36"), line("PALLET"))).isEmpty();
    }

    private static Quantity each(String amount) {
        return new Quantity(new BigDecimal(amount), "EACH", null);
    }

    private static OrderState.Line line(String unit) {
        return new OrderState.Line("1", "B00ABC1234", "SKU-1", "00614141000104", null, unit, null, BigDecimal.TEN, BigDecimal.TEN,
            BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, null, null);
    }
}
