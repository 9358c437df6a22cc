// SPDX-License-Identifier: Apache-2.0
package io.acornhub.interchange;

/**
 * The closed list of what can be wrong. Where a standard has a code for it, {@link #list()} names the code list as the
 * acknowledgment does (TA105, AK905, AK502, AK304, AK403) and {@link #standardCode()} is the code.
 */
public enum FaultCode {
    // ---- the file as a whole
    FILE_EMPTY(FaultFamily.PARTNER), FILE_NOT_EDI(FaultFamily.PARTNER), FILE_ENCODING(FaultFamily.PARTNER),
    FILE_TRAILING_DATA(FaultFamily.PARTNER), FILE_TOO_LARGE(FaultFamily.PARTNER),
    // ---- interchange, TA105 (X12 I18)
    INTERCHANGE_CONTROL_NUMBER_MISMATCH("TA105", "001"), INTERCHANGE_SEGMENT_TERMINATOR_INVALID("TA105", "004"),
    INTERCHANGE_SENDER_UNKNOWN("TA105", "006"), INTERCHANGE_RECEIVER_UNKNOWN("TA105", "009"),
    INTERCHANGE_DATE_INVALID("TA105", "014"), INTERCHANGE_TIME_INVALID("TA105", "015"),
    INTERCHANGE_VERSION_INVALID("TA105", "017"), INTERCHANGE_CONTROL_NUMBER_INVALID("TA105", "018"),
    INTERCHANGE_USAGE_INVALID("TA105", "020"), INTERCHANGE_GROUP_COUNT_WRONG("TA105", "021"),
    INTERCHANGE_STRUCTURE_INVALID("TA105", "022"), INTERCHANGE_ENDS_EARLY("TA105", "023"),
    INTERCHANGE_DUPLICATE("TA105", "025"), INTERCHANGE_ELEMENT_SEPARATOR_INVALID("TA105", "026"),
    // the same control number with other content: an alarm for a person, code 025 to the partner
    INTERCHANGE_NUMBER_REUSED("TA105", "025"),
    // ---- functional group, AK905 (X12 716)
    GROUP_NOT_SUPPORTED("AK905", "1"), GROUP_VERSION_NOT_SUPPORTED("AK905", "2"), GROUP_TRAILER_MISSING("AK905", "3"),
    GROUP_CONTROL_NUMBER_MISMATCH("AK905", "4"), GROUP_SET_COUNT_WRONG("AK905", "5"),
    GROUP_CONTROL_NUMBER_INVALID("AK905", "6"),
    // ---- transaction set, AK502 (X12 718)
    SET_NOT_SUPPORTED("AK502", "1"), SET_TRAILER_MISSING("AK502", "2"), SET_CONTROL_NUMBER_MISMATCH("AK502", "3"),
    SET_SEGMENT_COUNT_WRONG("AK502", "4"), SET_SEGMENTS_IN_ERROR("AK502", "5"), SET_NOT_IN_GROUP("AK502", "6"),
    SET_CONTROL_NUMBER_INVALID("AK502", "7"), SET_CONTROL_NUMBER_NOT_UNIQUE("AK502", "23"),
    // ---- segment, AK304 (X12 720)
    SEGMENT_UNKNOWN("AK304", "1"), SEGMENT_UNEXPECTED("AK304", "2"), SEGMENT_MISSING("AK304", "3"),
    LOOP_OVER_MAXIMUM("AK304", "4"), SEGMENT_OVER_MAXIMUM("AK304", "5"), SEGMENT_NOT_IN_SET("AK304", "6"),
    SEGMENT_OUT_OF_SEQUENCE("AK304", "7"),
    // ---- data element, AK403 (X12 723)
    ELEMENT_MISSING("AK403", "1"), ELEMENT_CONDITION_MISSING("AK403", "2"), ELEMENTS_TOO_MANY("AK403", "3"),
    ELEMENT_TOO_SHORT("AK403", "4"), ELEMENT_TOO_LONG("AK403", "5"), ELEMENT_CHARACTER_INVALID("AK403", "6"),
    ELEMENT_CODE_INVALID("AK403", "7"), ELEMENT_DATE_INVALID("AK403", "8"), ELEMENT_TIME_INVALID("AK403", "9"),
    ELEMENT_EXCLUDED("AK403", "10"), ELEMENT_REPEATED_TOO_OFTEN("AK403", "12"),
    // ---- acknowledgments that come in
    ACKNOWLEDGMENT_ORPHAN(FaultFamily.BUSINESS), ACKNOWLEDGMENT_CONTRADICTS(FaultFamily.BUSINESS),
    ACKNOWLEDGMENT_REJECTS(FaultFamily.BUSINESS),
    // ---- what an ERP system says of what it was given
    APPLICATION_NOT_POSTED(FaultFamily.BUSINESS),
    // ---- business rules on what came in
    LINE_COUNT_WRONG(FaultFamily.BUSINESS), HASH_TOTAL_WRONG(FaultFamily.BUSINESS),
    GTIN_CHECK_DIGIT_WRONG(FaultFamily.BUSINESS), WINDOW_REVERSED(FaultFamily.BUSINESS),
    TEST_ON_LIVE(FaultFamily.BUSINESS), PURCHASE_ORDER_REPEATED(FaultFamily.BUSINESS),
    PURCHASE_ORDER_NOT_NEW(FaultFamily.BUSINESS), ORDER_COPY_DIFFERS(FaultFamily.BUSINESS), LINE_NUMBER_REPEATED(FaultFamily.BUSINESS),
    // ---- guards on what goes out
    ORDER_UNKNOWN(FaultFamily.BUSINESS), LINE_NOT_ACKNOWLEDGED(FaultFamily.BUSINESS),
    LINE_NOT_ORDERED(FaultFamily.BUSINESS), QUANTITY_ABOVE_ORDER(FaultFamily.BUSINESS),
    PRICE_ABOVE_ORDER(FaultFamily.BUSINESS), UNIT_DIFFERS(FaultFamily.BUSINESS),
    REJECTED_LINE_REVIVED(FaultFamily.BUSINESS), QUANTITY_NOT_ALL_ANSWERED(FaultFamily.BUSINESS),
    QUANTITY_NOT_POSITIVE(FaultFamily.BUSINESS), QUANTITY_FRACTIONAL(FaultFamily.BUSINESS),
    // of shipment notices
    ORDER_CANCELLED(FaultFamily.BUSINESS), ORDER_NOT_ACKNOWLEDGED(FaultFamily.BUSINESS),
    SHIPPED_ABOVE_ACKNOWLEDGED(FaultFamily.BUSINESS), REJECTED_LINE_SHIPPED(FaultFamily.BUSINESS),
    SHIP_DATE_MISSING(FaultFamily.BUSINESS), SHIP_DATE_IN_FUTURE(FaultFamily.BUSINESS),
    SHIPMENT_ID_REUSED(FaultFamily.BUSINESS), CARTON_DATA_MISSING(FaultFamily.BUSINESS),
    SSCC_MISSING(FaultFamily.BUSINESS), SSCC_CHECK_DIGIT_WRONG(FaultFamily.BUSINESS), SSCC_REUSED(FaultFamily.BUSINESS),
    PACKAGE_TREE_BROKEN(FaultFamily.BUSINESS), PACKAGE_ITEM_UNKNOWN(FaultFamily.BUSINESS),
    PACKAGE_SUM_WRONG(FaultFamily.BUSINESS), PACKAGE_EMPTY(FaultFamily.BUSINESS), PACKAGE_COUNT_WRONG(FaultFamily.BUSINESS),
    FREIGHT_DIFFERS(FaultFamily.BUSINESS), AMAZON_REFERENCE_MISSING(FaultFamily.BUSINESS),
    AMAZON_REFERENCE_DIFFERS(FaultFamily.BUSINESS), CARRIER_REFERENCE_MISSING(FaultFamily.BUSINESS),
    BILL_OF_LADING_MISSING(FaultFamily.BUSINESS), BILL_OF_LADING_INVALID(FaultFamily.BUSINESS),
    CARRIER_CODE_INVALID(FaultFamily.BUSINESS), EXPIRY_MISSING(FaultFamily.BUSINESS), EXPIRY_PASSED(FaultFamily.BUSINESS),
    PARTY_MISSING(FaultFamily.BUSINESS), SHIP_TO_DIFFERS(FaultFamily.BUSINESS),
    // of invoices
    INVOICED_ABOVE_SHIPPED(FaultFamily.BUSINESS), PRICE_DIFFERS(FaultFamily.BUSINESS),
    LINE_AMOUNT_WRONG(FaultFamily.BUSINESS), TOTAL_WRONG(FaultFamily.BUSINESS), TOTAL_NOT_POSITIVE(FaultFamily.BUSINESS),
    AMOUNT_NOT_IN_CENTS(FaultFamily.BUSINESS), INVOICE_NUMBER_REUSED(FaultFamily.BUSINESS),
    INVOICE_NUMBER_INVALID(FaultFamily.BUSINESS), INVOICE_DATE_IMPLAUSIBLE(FaultFamily.BUSINESS),
    CURRENCY_MISSING(FaultFamily.BUSINESS), CURRENCY_DIFFERS(FaultFamily.BUSINESS),
    ORIGINAL_INVOICE_UNKNOWN(FaultFamily.BUSINESS), CREDIT_ABOVE_INVOICE(FaultFamily.BUSINESS),
    TAX_CODE_UNKNOWN(FaultFamily.BUSINESS), TAX_AMOUNT_WRONG(FaultFamily.BUSINESS), TAX_RATE_IMPLAUSIBLE(FaultFamily.BUSINESS),
    SALES_TAX_ON_RESALE(FaultFamily.BUSINESS),
    // of inventory advices and routing requests
    ADVICE_EMPTY(FaultFamily.BUSINESS), STOCK_WOULD_BE_ZEROED(FaultFamily.BUSINESS), STOCK_NEGATIVE(FaultFamily.BUSINESS),
    ITEM_UNIDENTIFIED(FaultFamily.BUSINESS), FREIGHT_NOT_COLLECT(FaultFamily.BUSINESS), COUNT_NOT_POSITIVE(FaultFamily.BUSINESS),
    // ---- business rules on what else comes in
    PAYMENT_SUM_WRONG(FaultFamily.BUSINESS), PAYMENT_REPEATED(FaultFamily.BUSINESS), INVOICE_UNKNOWN(FaultFamily.BUSINESS),
    BELOW_SHIPPED(FaultFamily.BUSINESS), ROUTING_INCOMPLETE(FaultFamily.BUSINESS),
    // levels of a ship notice (HL) that make no tree
    HIERARCHY_BROKEN(FaultFamily.BUSINESS),
    // ---- IDoc
    IDOC_CONTROL_RECORD_MISSING(FaultFamily.MAPPING), IDOC_RECORD_TYPE_OLD(FaultFamily.MAPPING),
    IDOC_TYPE_UNKNOWN(FaultFamily.MAPPING), IDOC_SEGMENT_UNKNOWN(FaultFamily.MAPPING),
    IDOC_SEGMENT_OUT_OF_PLACE(FaultFamily.MAPPING), IDOC_FIELD_UNKNOWN(FaultFamily.MAPPING),
    IDOC_VALUE_TOO_LONG(FaultFamily.MAPPING), IDOC_UNREADABLE(FaultFamily.MAPPING), IDOC_REPEATED(FaultFamily.BUSINESS),
    // ---- JSON and CSV files
    CSV_UNREADABLE(FaultFamily.MAPPING), JSON_UNREADABLE(FaultFamily.MAPPING), DOCUMENT_REPEATED(FaultFamily.BUSINESS),
    // of what leaves by the Selling Partner API
    OBSOLETE_PRODUCT_ANSWERED(FaultFamily.BUSINESS), REJECTED_UNITS_REVIVED(FaultFamily.BUSINESS),
    ANSWER_CHANGED_LATE(FaultFamily.BUSINESS),
    REPLACEMENT_LATE(FaultFamily.BUSINESS), REPLACEMENT_ADDS(FaultFamily.BUSINESS), INVOICE_PARTY_MISSING(FaultFamily.BUSINESS),
    CREDIT_NOTE_NOT_TAKEN(FaultFamily.BUSINESS),
    // ---- which door a document leaves by, and what became of it there
    DOORS_DIFFER(FaultFamily.BUSINESS), SUBMISSION_REFUSED(FaultFamily.BUSINESS), SUBMISSION_FAILED(FaultFamily.BUSINESS),
    // ---- what the life of an order does not allow
    ILLEGAL_STEP(FaultFamily.BUSINESS),
    // ---- mapping
    AGREEMENT_MISSING(FaultFamily.MAPPING), CODE_NOT_IN_LIST(FaultFamily.MAPPING), VALUE_MISSING(FaultFamily.MAPPING),
    VALUE_UNREADABLE(FaultFamily.MAPPING), TEMPLATE_ERROR(FaultFamily.MAPPING), CANONICAL_INVALID(FaultFamily.MAPPING),
    OUTGOING_INVALID(FaultFamily.MAPPING),
    // ---- identifiers and units
    SSCC_RANGE_EXHAUSTED(FaultFamily.MAPPING), PACK_SIZE_UNKNOWN(FaultFamily.MAPPING), PACK_SIZE_CONTRADICTS(FaultFamily.MAPPING),
    QUANTITY_FRACTION(FaultFamily.MAPPING),
    // ---- channels and ERP systems
    TARGET_UNREACHABLE(FaultFamily.CHANNEL), TARGET_REFUSED(FaultFamily.CHANNEL),
    CERTIFICATE_UNUSABLE(FaultFamily.CHANNEL), CHANNEL_SETTING_WRONG(FaultFamily.CHANNEL),
    // a row of the ERP that was changed after it had been taken
    COLLECTED_ROW_CHANGED(FaultFamily.MAPPING);

    private final FaultFamily family;
    private final String list;
    private final String standardCode;

    FaultCode(FaultFamily family) {
        this.family = family;
        this.list = null;
        this.standardCode = null;
    }

    FaultCode(String list, String standardCode) {
        this.family = FaultFamily.PARTNER;
        this.list = list;
        this.standardCode = standardCode;
    }

    public FaultFamily family() {
        return family;
    }

    /** The element of the acknowledgment that carries the code: TA105, AK905, AK502, AK304 or AK403; else null. */
    public String list() {
        return list;
    }

    public String standardCode() {
        return standardCode;
    }

    /** True for a code of that element, for example {@code AK403}. */
    public boolean isOf(String elementOfAcknowledgment) {
        return elementOfAcknowledgment.equals(list);
    }
}
