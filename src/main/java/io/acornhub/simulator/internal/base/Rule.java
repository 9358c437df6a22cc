// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.base;

/** Amazon's rules, each with its own switch. A rule that is off is not looked at. */
public enum Rule {
    /** A line that the first acknowledgement leaves out is rejected. */
    MISSING_LINE_REJECTED,
    /** More acknowledged than ordered. */
    QUANTITY_ABOVE_ORDER,
    /** The entries of a line do not add up to what was ordered. */
    QUANTITY_BELOW_ORDER,
    /** A rejected quantity never comes back. */
    REJECTED_IS_FINAL,
    /** Back-ordered only where the order allows it, with a date. */
    BACKORDER,
    /** A rejection has a reason, and only a rejection has one. */
    REJECTION_REASON,
    /** The net cost of a line is given and above zero. */
    NET_COST_REQUIRED,
    /** The net cost is at most the order's. */
    NET_COST_ABOVE_ORDER,
    /** 48 hours after the order only dates may change. */
    CHANGES_WITHIN_48_HOURS,
    /** Product identifiers go back as they came. */
    PRODUCT_IDENTIFIERS,
    /** The selling party is the order's. */
    SELLING_PARTY,
    /** An enumeration's value in the wrong case is taken with 202, and the document has no effect. Off by default: 400. */
    WRONG_CASE_WITHOUT_EFFECT(false),
    /** An SSCC is sent with the application identifier 00, 20 digits in all, with a right check digit. */
    SSCC_FORM,
    /** Shipment identifiers and SSCCs are not used again within 365 days. */
    IDENTIFIERS_REUSED,
    /** A replacement comes within 7 days of the original and before the goods arrive. */
    REPLACE_WINDOW,
    /** A replacement only takes away. */
    REPLACE_REDUCES,
    /** A shipment is not shipped in the future. */
    SHIPPED_DATE,
    /** One notice, one vendor code, one fulfilment centre: those of its orders. */
    ONE_DESTINATION,
    /** The bill of lading of a truck has 8 characters at least. */
    BILL_OF_LADING,
    /** A carrier's code is two to four letters, not its name. */
    CARRIER_SCAC,
    /** The Amazon reference number is one that Amazon gave. */
    AMAZON_REFERENCE,
    /** Cartons and pallets refer to what is there, and add up. */
    CONTAINERS,
    /** Every carton of a small parcel has a tracking number. */
    TRACKING_NUMBER,
    /** The invoice's total is its lines with charges, allowances and taxes. */
    INVOICE_TOTAL,
    /** The taxes of the header are those of the lines. */
    TAX_SUM,
    /** The bill-to party is Amazon's record of it. */
    BILL_TO,
    /** Bill-to and remit-to have an address. */
    INVOICE_ADDRESSES,
    /** The invoice's date is neither ahead nor before the order. */
    INVOICE_DATE,
    /** Invoiced only what was confirmed and shipped. */
    INVOICE_AFTER_SHIPMENT,
    /** An invoice number is used once, for ever. */
    INVOICE_NUMBER_REUSED,
    /** Credit notes exist in the EU only. */
    CREDIT_NOTE_REGION,
    /** Invoices of North America name no tax. */
    TAX_TYPE_REGION,
    /** getTransaction answers in the regions NA and EU only. */
    TRANSACTION_REGION,
    /** A failed transaction says NotAvailable for each error, and no more. Off by default. */
    REASONS_WITHHELD(false),
    /** A call names its user agent, in at most 500 characters. */
    USER_AGENT;

    private final boolean onByDefault;

    Rule() {
        this(true);
    }

    Rule(boolean onByDefault) {
        this.onByDefault = onByDefault;
    }

    public boolean onByDefault() {
        return onByDefault;
    }
}
