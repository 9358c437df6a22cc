// SPDX-License-Identifier: Apache-2.0
package io.acornhub.canonical;

import java.math.BigDecimal;

/**
 * A measured amount with its unit.
 *
 * @param amount how much
 * @param unit canonical unit such as POUND, KILOGRAM, CUBIC_FOOT, INCH (code list units)
 */
public record Measure(BigDecimal amount, String unit) {
}
