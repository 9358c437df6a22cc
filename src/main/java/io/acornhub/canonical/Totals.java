// SPDX-License-Identifier: Apache-2.0
package io.acornhub.canonical;

import java.math.BigDecimal;

/** Control totals as the sender states them (X12 CTT01 and CTT02); null where unsaid. Rules compare, mappings do not. */
public record Totals(Integer lineCount, BigDecimal quantityHash) {
}
