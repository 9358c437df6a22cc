// SPDX-License-Identifier: Apache-2.0
package io.acornhub.canonical;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An invoice or a credit note (IDoc INVOIC, X12 810). Amounts are positive for both; {@code kind} says which way
 * they count.
 * Schema: {@code edi-mappings/canonical/Invoice.v1.json}.
 *
 * @param invoiceNumber the number of the invoice, never used again
 * @param invoiceDate the day of the invoice
 * @param kind which way the amounts count: INVOICE, CREDIT
 * @param poNumber Amazon's purchase order number; absent where lines are of several
 * @param orderDate the day of the order
 * @param originalInvoice the invoice that a credit note corrects
 * @param shipmentId the shipment that is invoiced
 * @param vendorCode the selling party's code at Amazon; one company has many
 * @param currency ISO 4217 code; absent where the document names none
 * @param terms terms of payment
 * @param lines what is invoiced
 * @param charges charges and allowances on the whole invoice
 * @param taxes taxes on the whole invoice
 * @param total what is to be paid or credited before cash discount: lines, charges, less allowances, taxes
 */
public record Invoice(String type, String invoiceNumber, LocalDate invoiceDate, String kind,
                      String poNumber, LocalDate orderDate, String originalInvoice, String shipmentId,
                      String vendorCode, String currency, PaymentTerms terms, List<Party> parties,
                      List<Line> lines, List<Charge> charges, List<Tax> taxes, BigDecimal total,
                      Map<String, String> extras) implements CanonicalDocument {

    @Override
    public String documentNumber() {
        return invoiceNumber;
    }

    @Override
    public List<String> poNumbers() {
        return lines.stream().map(l -> l.poNumber() != null ? l.poNumber() : poNumber).filter(Objects::nonNull).distinct().toList();
    }

    /**
     * One line of the invoice.
     *
     * @param lineNo the line's number in the invoice
     * @param poNumber Amazon's purchase order number; absent where the header has it
     * @param poLineNo the buyer's line number; absent where the source does not say
     * @param vendorItem the vendor's article number (SKU)
     * @param description in words
     * @param quantity what is invoiced
     * @param price the net price of one unit
     * @param amount net value of the line as the source states it
     * @param charges charges and allowances on the line
     * @param taxes taxes on the line
     */
    public record Line(String lineNo, String poNumber, String poLineNo, String buyerItem, String vendorItem,
                       String gtin, String isbn, String description, Quantity quantity, Price price,
                       BigDecimal amount, List<Charge> charges, List<Tax> taxes, Map<String, String> extras) {
    }
}
