// SPDX-License-Identifier: Apache-2.0
package io.acornhub.canonical;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What Amazon paid, item by item (X12 820, IDoc REMADV). Amounts carry the sign they count with: deductions are
 * negative, their reversals positive.
 * Schema: {@code edi-mappings/canonical/Remittance.v1.json}.
 *
 * @param paymentReference number of the payment
 * @param paymentDate the day the money arrives
 * @param method how it is paid: ACH, CHECK, WIRE, NON_PAYMENT (code list payment-methods), or the source's code
 * @param currency ISO 4217 code; absent where the document names none
 * @param total what is paid in all
 * @param vendorCode the selling party's code at Amazon; one company has many
 * @param items what the payment is for
 */
public record Remittance(String type, String paymentReference, LocalDate paymentDate, String method,
                         String currency, BigDecimal total, String vendorCode, List<Party> parties,
                         List<Item> items, Map<String, String> extras) implements CanonicalDocument {

    @Override
    public String documentNumber() {
        return paymentReference;
    }

    @Override
    public List<String> poNumbers() {
        return items == null ? List.of() : items.stream().map(Item::poNumber).filter(Objects::nonNull).distinct().toList();
    }

    /**
     * One reference of the payment.
     *
     * @param reference the number as Amazon writes it, suffix included
     * @param kind what the item is: INVOICE, CREDIT, DEDUCTION, REVERSAL, OTHER
     * @param deduction why money is kept back or given back: SHORTAGE_CLAIM, CHARGEBACK ... (code list deductions)
     * @param invoiceNumber the invoice it is about; absent where it is about none
     * @param poNumber Amazon's purchase order number
     * @param date the day of the invoice or deduction
     * @param gross the amount before discount and adjustment
     * @param discount cash discount taken, positive
     * @param adjustment other adjustment, with its sign
     * @param adjustmentReason code of the adjustment as Amazon writes it
     * @param net what the item adds to the payment
     * @param text remarks
     */
    public record Item(String reference, String kind, String deduction, String invoiceNumber,
                       String poNumber, LocalDate date, BigDecimal gross, BigDecimal discount,
                       BigDecimal adjustment, String adjustmentReason, BigDecimal net, String text) {
    }
}
