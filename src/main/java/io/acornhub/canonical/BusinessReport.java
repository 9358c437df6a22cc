// SPDX-License-Identifier: Apache-2.0
package io.acornhub.canonical;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A document that is taken as data and not acted upon (X12 830, 852, 861, 864, 824, 214): what it says, item by
 * item.
 * Schema: {@code edi-mappings/canonical/BusinessReport.v1.json}.
 *
 * @param report what is reported: FORECAST, PRODUCT_ACTIVITY, RECEIVING_ADVICE, TEXT_MESSAGE, APPLICATION_ADVICE,
 *     SHIPMENT_STATUS
 * @param reportNumber number of the report
 * @param purpose ORIGINAL, REPLACE, CANCEL or CHANGE (code list purposes), or the source's code
 * @param reportDate the day of the report
 * @param period the days it is about
 * @param vendorCode the selling party's code at Amazon; one company has many
 * @param poNumber Amazon's purchase order number, where it is about one
 * @param outcome what an application advice says of the document it answers: ACCEPTED, ACCEPTED_WITH_CHANGE, REJECTED
 * @param references numbers it refers to
 * @param texts free text, in the order of the source
 * @param lines what it says of items or shipments
 */
public record BusinessReport(String type, String report, String reportNumber, String purpose,
                             LocalDate reportDate, Window period, String vendorCode, String poNumber,
                             String outcome, List<Reference> references, List<Party> parties,
                             List<String> texts, List<Line> lines, Map<String, String> extras) implements CanonicalDocument {

    @Override
    public String documentNumber() {
        return reportNumber;
    }

    @Override
    public List<String> poNumbers() {
        return poNumber == null ? List.of() : List.of(poNumber);
    }

    /**
     * A number the report refers to.
     *
     * @param kind PURCHASE_ORDER, INVOICE, BILL_OF_LADING, PRO_NUMBER, SHIPMENT, GROUP_CONTROL, SET_CONTROL ..., or the
     *     source's qualifier
     * @param value the number
     */
    public record Reference(String kind, String value) {
    }

    /**
     * What is said of one item or shipment.
     *
     * @param lineNo the line's number in the report
     * @param vendorItem the vendor's article number (SKU)
     * @param description in words
     * @param poNumber Amazon's purchase order number
     * @param place fulfilment centre or city it is about
     * @param figures quantities, amounts and events
     * @param texts free text
     */
    public record Line(String lineNo, String buyerItem, String vendorItem, String gtin, String isbn,
                       String description, String poNumber, String place, List<Figure> figures,
                       List<String> texts) {
    }

    /**
     * A quantity, amount or event.
     *
     * @param code what it is: the source's code, such as element 673 or 1005
     * @param quantity a quantity
     * @param amount an amount
     * @param from first day it is about
     * @param to last day it is about
     * @param at when it happened
     * @param text in words
     */
    public record Figure(String code, Quantity quantity, BigDecimal amount, LocalDate from, LocalDate to,
                         Instant at, String text) {
    }
}
