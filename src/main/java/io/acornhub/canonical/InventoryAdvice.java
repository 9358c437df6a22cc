// SPDX-License-Identifier: Apache-2.0
package io.acornhub.canonical;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Stock and cost of items (X12 846). A full advice replaces everything Amazon knows, so what is left out counts as
 * zero.
 * Schema: {@code edi-mappings/canonical/InventoryAdvice.v1.json}.
 *
 * @param adviceNumber number of the advice
 * @param purpose FULL replaces everything known before, PARTIAL only what it names: FULL, PARTIAL
 * @param asOf the day the figures are of
 * @param vendorCode the selling party's code at Amazon; one company has many
 * @param currency ISO 4217 code; absent where the document names none
 * @param lines an entry for each item and warehouse
 */
public record InventoryAdvice(String type, String adviceNumber, String purpose, LocalDate asOf,
                              String vendorCode, String currency, List<Party> parties, List<Line> lines,
                              Map<String, String> extras) implements CanonicalDocument {

    @Override
    public String documentNumber() {
        return adviceNumber;
    }

    @Override
    public List<String> poNumbers() {
        return List.of();
    }

    /**
     * Stock of one item.
     *
     * @param lineNo the line's number in the advice
     * @param vendorItem the vendor's article number (SKU)
     * @param description in words
     * @param warehouse where it lies; absent for all together
     * @param available what can be ordered now
     * @param nextAvailable what comes next
     * @param nextAvailableOn when it comes
     * @param cost net cost of one unit
     * @param discontinued whether the item is not made any more
     */
    public record Line(String lineNo, String buyerItem, String vendorItem, String gtin, String isbn,
                       String description, String warehouse, Quantity available, Quantity nextAvailable,
                       LocalDate nextAvailableOn, Price cost, Boolean discontinued,
                       Map<String, String> extras) {
    }
}
