// SPDX-License-Identifier: Apache-2.0
package io.acornhub.canonical;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * When a payment is due and what may be deducted for paying early.
 *
 * @param code name of the terms in the ERP
 * @param discountPercent cash discount in per cent
 * @param discountDays days within which the discount may be taken
 * @param netDays days within which the whole is due
 * @param dueDate the day it is due, where it is said
 */
public record PaymentTerms(String code, BigDecimal discountPercent, Integer discountDays, Integer netDays,
                           LocalDate dueDate) {
}
