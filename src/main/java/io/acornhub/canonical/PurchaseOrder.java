// SPDX-License-Identifier: Apache-2.0
package io.acornhub.canonical;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * An order from Amazon to the vendor. Field by field: X12 850, IDoc ORDERS, SP-API vendorOrders (schema
 * {@code edi-mappings/canonical/PurchaseOrder.v1.json}).
 *
 * @param purpose ORIGINAL, CHANGE, CANCEL or REPLACE
 * @param orderType canonical order type such as NEW_ORDER (code list {@code order-types})
 * @param vendorCode the selling party's five characters; one company has many
 * @param backOrderAllowed null where the order does not say
 * @param freight COLLECT or PREPAID; null if unsaid
 * @param extras what a customer's mapping adds, by name
 */
public record PurchaseOrder(String type, String poNumber, String purpose, String orderType, LocalDate orderDate,
                            String vendorCode, String currency, Boolean backOrderAllowed, String freight, String dealCode,
                            String associatedPoNumber, Window shipWindow, Window deliveryWindow, List<Party> parties,
                            List<String> texts, List<Line> lines, Totals totals, Map<String, String> extras)
        implements CanonicalDocument {

    @Override
    public String documentNumber() {
        return poNumber;
    }

    @Override
    public List<String> poNumbers() {
        return List.of(poNumber);
    }

    /**
     * @param buyerItem Amazon's ASIN; {@code vendorItem} the vendor's SKU; {@code gtin} UPC, EAN or GTIN-14 with its check digit
     * @param isbn ten-character ISBN where that is the id
     */
    public record Line(String lineNo, String buyerItem, String vendorItem, String gtin, String isbn, String description,
                       Quantity quantity, Price price, Map<String, String> extras) {
    }
}
