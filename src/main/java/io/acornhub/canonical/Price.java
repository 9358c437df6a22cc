// SPDX-License-Identifier: Apache-2.0
package io.acornhub.canonical;

import java.math.BigDecimal;

/**
 * The net price of one unit.
 *
 * @param currency ISO 4217, null where the document names none
 * @param basis what the price is per, as the source says it (X12 data element 639 such as PE or NT); null if unsaid
 */
public record Price(BigDecimal amount, String currency, String basis) {
}
