// SPDX-License-Identifier: Apache-2.0
package io.acornhub.canonical;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Amazon's change or cancellation of an order (X12 860, an 850 that is no original, IDoc ORDCHG).
 * Schema: {@code edi-mappings/canonical/PurchaseOrderChange.v1.json}.
 *
 * @param poNumber Amazon's purchase order number
 * @param purpose what is done to the order: CHANGE, CANCEL, REPLACE
 * @param changeNumber what tells this change of the order from others: the sequence number of the change, or the
 *     control number of its interchange
 * @param orderType canonical order type such as NEW_ORDER (code list order-types)
 * @param orderDate the day of the order
 * @param changeDate the day of the change
 * @param vendorCode the selling party's code at Amazon; one company has many
 * @param currency ISO 4217 code; absent where the document names none
 * @param backOrderAllowed whether goods may come later; absent where the change does not say
 * @param shipWindow new days between which the goods leave
 * @param deliveryWindow new days between which the goods reach the fulfilment centre
 * @param texts free text, in the order of the source
 * @param lines lines that change; none for a cancellation of all, every line for a replacement
 * @param totals control totals as the sender states them
 */
public record PurchaseOrderChange(String type, String poNumber, String purpose, String changeNumber,
                                  String orderType, LocalDate orderDate, LocalDate changeDate,
                                  String vendorCode, String currency, Boolean backOrderAllowed,
                                  Window shipWindow, Window deliveryWindow, List<Party> parties,
                                  List<String> texts, List<Line> lines, Totals totals,
                                  Map<String, String> extras) implements CanonicalDocument {

    @Override
    public String documentNumber() {
        return poNumber;
    }

    @Override
    public List<String> poNumbers() {
        return List.of(poNumber);
    }

    /**
     * One line of the change.
     *
     * @param lineNo the buyer's line number
     * @param action what happens to the line: ADD, DELETE, CHANGE, QUANTITY, PRICE, REPLACE, NONE
     * @param vendorItem the vendor's article number (SKU)
     * @param description in words
     * @param quantity the quantity ordered from now on, not the difference; 0 or absent for a deleted line
     * @param price the net price from now on; absent where it stays
     */
    public record Line(String lineNo, String action, String buyerItem, String vendorItem, String gtin,
                       String isbn, String description, Quantity quantity, Price price,
                       Map<String, String> extras) {
    }
}
