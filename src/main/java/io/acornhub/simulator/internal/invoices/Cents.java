// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.invoices;

import com.fasterxml.jackson.databind.JsonNode;
import io.acornhub.simulator.internal.base.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Sums of money with two decimals, halves away from zero. */
final class Cents {
    private Cents() {
    }

    static BigDecimal round(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }

    /** The sum of a list's amounts of money; those without an amount are none. */
    static BigDecimal sum(JsonNode list, String money) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode entry : list) {
            BigDecimal amount = Json.decimal(entry, money, "amount");
            sum = amount == null ? sum : sum.add(amount);
        }
        return sum;
    }
}
