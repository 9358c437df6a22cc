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
        BigDecimal amount = AmazonJson.number(node, "amount");
        BigDecimal size = AmazonJson.number(node, "unitSize");
        return amount == null ? null : new ItemAmount(amount, AmazonJson.word(node, "unitOfMeasure"), size == null ? null
            : size.intValue());
    }

    /** In eaches; a case whose size is not said counts as one, so that like is compared with like. */
    public BigDecimal eaches() {
        boolean cases = unit != null && unit.startsWith("CASE");
        return cases && unitSize != null ? amount.multiply(BigDecimal.valueOf(unitSize)) : amount;
    }

    public String inWords() {
        return amount.stripTrailingZeros().toPlainString() + (unit == null ? "" : " " + unit.toLowerCase(Locale.ROOT));
    }
}
