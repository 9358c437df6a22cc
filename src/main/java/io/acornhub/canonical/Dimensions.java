// SPDX-License-Identifier: Apache-2.0
package io.acornhub.canonical;

import java.math.BigDecimal;

/**
 * Length, width and height of a package.
 *
 * @param length length
 * @param width width
 * @param height height
 * @param unit canonical unit of all three, such as INCH (code list units)
 */
public record Dimensions(BigDecimal length, BigDecimal width, BigDecimal height, String unit) {
}
