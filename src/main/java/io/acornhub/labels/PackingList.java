// SPDX-License-Identifier: Apache-2.0
package io.acornhub.labels;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.acornhub.canonical.Measure;
import io.acornhub.canonical.Party;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What lies in a shipment, package by package, as its notice says.
 *
 * @param packages pallets and cartons, each followed by what stands on it or lies in it
 * @param unpacked items that the notice puts into no package
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PackingList(String shipmentId, String vendorCode, Instant shippedAt, Instant estimatedDelivery, String billOfLading,
                          String proNumber, String amazonReference, String sealNumber, String freight, String carrierCode,
                          String carrierName, List<Party> parties, List<Entry> packages, List<Line> unpacked, Totals totals) {

    /** The party of a role such as SHIP_TO. */
    public Optional<Party> party(String role) {
        return parties.stream().filter(p -> role.equals(p.role())).findFirst();
    }

    /**
     * A package.
     *
     * @param number counts the packages of its kind, from 1 to {@code of}
     * @param depth 0 for what stands by itself, 1 for what lies in that, and so on
     * @param sscc 18 digits, or what the notice says where that is no SSCC
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Entry(String packageNo, String parentNo, String kind, int number, int of, int depth, String sscc, String trackingNumber,
                        Measure grossWeight, List<Line> contents) {
    }

    /** A quantity of an item, in the unit of the notice. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Line(String poNumber, String poLineNo, String vendorItem, String buyerItem, String gtin, String isbn, String description,
                       BigDecimal quantity, String unit, String lot, LocalDate expiry) {
        /** What the item is known by: the GTIN, else the ISBN, the vendor's number, the buyer's. */
        public String itemId() {
            return gtin != null ? gtin : isbn != null ? isbn : vendorItem != null ? vendorItem : buyerItem;
        }
    }

    /**
     * Sums over the packages and what is unpacked.
     *
     * @param orders Amazon's order numbers, each once
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Totals(int pallets, int cartons, List<Amount> quantities, Measure grossWeight, Measure volume, List<String> orders) {
    }

    /** A sum in one unit. */
    public record Amount(BigDecimal quantity, String unit) {
    }
}
