// SPDX-License-Identifier: Apache-2.0
package io.acornhub.canonical;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The vendor's answer to an order (X12 855, IDoc ORDRSP, SP-API submitAcknowledgement; schema
 * {@code edi-mappings/canonical/OrderAcknowledgment.v1.json}).
 *
 * @param vendorOrderNumber the ERP's own number of the order (SAP sales order), if it says
 * @param acknowledgmentDate the day of the answer
 * @param answers ORDER, or CHANGE for the answer to a change of the order (865); null means ORDER
 */
public record OrderAcknowledgment(String type, String poNumber, LocalDate orderDate, LocalDate acknowledgmentDate,
                                  String answers, String vendorCode, String vendorOrderNumber, List<Line> lines,
                                  Map<String, String> extras) implements CanonicalDocument {

    @Override
    public String documentNumber() {
        return poNumber;
    }

    @Override
    public List<String> poNumbers() {
        return List.of(poNumber);
    }

    /** One line of the order; {@code lineNo} is the buyer's line number, {@code ordered} null where the ERP does not say. */
    public record Line(String lineNo, String buyerItem, String vendorItem, String gtin, String isbn, Quantity ordered,
                       Price price, List<Disposition> dispositions, Map<String, String> extras) {
    }

    /**
     * What happens to a part of the line's quantity.
     *
     * @param status ACCEPTED, BACKORDERED, REJECTED, or CONFIRMED: a quantity the ERP confirms for a date, which becomes
     *               ACCEPTED or BACKORDERED by the order's window before it is sent
     * @param reason only with REJECTED: TEMPORARILY_UNAVAILABLE, INVALID_PRODUCT_IDENTIFIER, OBSOLETE_PRODUCT, INVALID_UNIT
     */
    public record Disposition(String status, Quantity quantity, LocalDate shipDate, LocalDate deliveryDate, String reason) {
    }
}
