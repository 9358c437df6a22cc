// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Locale;

/**
 * A quantity as Amazon writes it.
 *
 * @param unit EACHES, CASES, or as Amazon writes it, in capitals; null where it says none
 * @param unitSize eaches in one case; null where it says none
 */
public record ItemAmount(BigDecimal amount, String unit, Integer unitSize) {

    /** Null where there is no amount. */
    public static ItemAmount read(JsonNode node) {
        BigDecimal amount = Lenient.decimal(node, "amount");
        BigDecimal size = Lenient.decimal(node, "unitSize");
        return amount == null ? null : new ItemAmount(amount, word(node, "unitOfMeasure"), size == null ? null
            : size.intValue());
    }

    /** In eaches; a case whose size is not said counts as one, so that like is compared with like. */
    public BigDecimal eaches() {
        boolean cases = unit != null && unit.startsWith("CASE");
        return cases && unitSize != null ? amount.multiply(BigDecimal.valueOf(unitSize)) : amount;
    }

    /** A word of a list in capitals; null where none stands. */
    static String word(JsonNode node, String... path) {
        String text = Lenient.text(node, path);
        return text == null ? null : text.toUpperCase(Locale.ROOT);
    }

    public String inWords() {
        return amount.stripTrailingZeros().toPlainString() + (unit == null ? "" : " " + unit.toLowerCase(Locale.ROOT));
    }
}
