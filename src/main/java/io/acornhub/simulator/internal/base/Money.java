// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.base;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/**
 * An amount of money as the vendor APIs write it: the amount is a decimal in a string.
 *
 * @param unitOfMeasure of goods priced by weight, else null
 */
public record Money(BigDecimal amount, String currencyCode, String unitOfMeasure) {

    /** Null for a node that is missing or has no amount. */
    public static Money of(JsonNode node) {
        BigDecimal amount = Json.decimal(node, "amount");
        return amount == null ? null : new Money(amount, Json.text(node, "currencyCode"), Json.text(node, "unitOfMeasure"));
    }

    public ObjectNode json() {
        ObjectNode json = Json.object();
        if (currencyCode != null) {
            json.put("currencyCode", currencyCode);
        }
        json.put("amount", amount.toPlainString());
        if (unitOfMeasure != null) {
            json.put("unitOfMeasure", unitOfMeasure);
        }
        return json;
    }
}
