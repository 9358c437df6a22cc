// SPDX-License-Identifier: Apache-2.0
package io.acornhub.canonical;

import java.math.BigDecimal;

/**
 * A quantity in the unit it was ordered in, never only in eaches.
 *
 * @param unit canonical unit such as EACH or CASE (code list {@code units})
 * @param unitSize eaches in one unit where known, else null
 */
public record Quantity(BigDecimal amount, String unit, Integer unitSize) {
}
