// SPDX-License-Identifier: Apache-2.0
package io.acornhub.canonical;

import java.math.BigDecimal;

/**
 * A tax on the document or on a line.
 *
 * @param code kind of tax such as GST, HST, STATE_SALES (code list tax-codes), or the source's code
 * @param rate the rate in per cent
 * @param taxable the amount it is taken of, in units of the currency
 * @param amount the tax, in units of the currency, never negative
 * @param jurisdiction who takes it: state or province code
 * @param registration the seller's number with that authority
 */
public record Tax(String code, BigDecimal rate, BigDecimal taxable, BigDecimal amount, String jurisdiction,
                  String registration) {
}
