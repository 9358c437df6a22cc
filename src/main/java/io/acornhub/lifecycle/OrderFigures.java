// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What the documents of an order sum up to. Quantities are in the unit ordered, money in the order's currency. */
public record OrderFigures(OrderState.Step step, List<Line> lines, Money money, List<InvoiceFigures> invoices, List<PaymentItem> payments) {

    /**
     * One line.
     *
     * @param firstOrdered by the order itself; {@code ordered} with its changes
     * @param received by Amazon, as it says; null where it has said nothing, or in a unit that cannot be converted
     * @param receipt NOT_RECEIVED, PARTIALLY_RECEIVED, RECEIVED, or as Amazon writes it; null where it has said nothing
     * @param lastReceipt when goods were last received
     * @param invoiced less what was credited; {@code credited} that alone
     * @param invoicedAmount the line's amounts on invoices less those on credit notes
     * @param paidAmount the line's share of what was paid on its invoices; {@code discount} of what was taken off, {@code deducted}
     *                   of what was kept back, {@code openAmount} of what none of these accounts for
     */
    public record Line(String lineNo, String buyerItem, String vendorItem, String gtin, String isbn, String unit, Integer unitSize,
                       boolean cancelled, BigDecimal firstOrdered, BigDecimal ordered, BigDecimal accepted, BigDecimal backOrdered,
                       BigDecimal rejected, BigDecimal shipped, BigDecimal received, String receipt,
                       Instant lastReceipt, BigDecimal invoiced, BigDecimal credited, BigDecimal unitPrice,
                       BigDecimal acknowledgedPrice, BigDecimal invoicedAmount, BigDecimal paidAmount, BigDecimal discount,
                       BigDecimal deducted, BigDecimal openAmount) {
        /** What Amazon expects of the line: accepted or back-ordered. */
        public BigDecimal promised() {
            return accepted.add(backOrdered);
        }
    }

    /**
     * The order's money.
     *
     * @param invoiced by invoices less credit notes
     * @param paid what arrived, deductions being taken off already
     * @param deducted kept back and not given back; {@code deductions} the same by type
     * @param open invoiced, less paid, discount and deducted
     * @param disputable what of the deducted can be disputed; Amazon's reversals count against it
     */
    public record Money(BigDecimal invoiced, BigDecimal credited, BigDecimal paid, BigDecimal discount, BigDecimal deducted,
                        BigDecimal open, BigDecimal disputable, Map<String, BigDecimal> deductions) {
    }

    /** How far an invoice is paid: nothing, less than is due, all. */
    public enum Payment {
        OPEN, SHORT_PAID, PAID
    }

    /**
     * An invoice or credit note as far as it concerns the order; amounts are positive for both kinds.
     *
     * @param total of the whole document; {@code share} what of it is this order's, the rest being other orders'
     * @param open what is not accounted for of the share by payment, discount or deduction
     */
    public record InvoiceFigures(String documentId, String number, String kind, LocalDate date, String currency, BigDecimal total,
                                 BigDecimal share, BigDecimal paid, BigDecimal discount, BigDecimal deducted, BigDecimal open,
                                 Payment status, boolean acceptedByPartner, Instant sentAt) {
    }

    /**
     * A reference of a payment that concerns the order.
     *
     * @param attributedBy what says that it does: REFERENCE (it names the order), INVOICE, PAYMENT (which is about this order alone)
     * @param net what it adds to the payment, with its sign
     */
    public record PaymentItem(String documentId, String payment, LocalDate date, String method, String reference, String kind,
                              String deduction, String invoiceNumber, String attributedBy, BigDecimal gross, BigDecimal discount,
                              BigDecimal deducted, BigDecimal net, String text) {
    }
}
