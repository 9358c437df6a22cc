// SPDX-License-Identifier: Apache-2.0
package io.acornhub.canonical;

import java.math.BigDecimal;

/**
 * A charge or an allowance beside the price of the goods.
 *
 * @param kind whether it is added or taken off: CHARGE, ALLOWANCE
 * @param code what for: FREIGHT, PACKING ... (code list charges), or the source's code
 * @param description in words
 * @param amount the amount, in units of the currency, never negative
 * @param percent the rate it comes from, in per cent
 */
public record Charge(String kind, String code, String description, BigDecimal amount, BigDecimal percent) {
}
