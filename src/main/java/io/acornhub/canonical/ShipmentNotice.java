// SPDX-License-Identifier: Apache-2.0
package io.acornhub.canonical;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is on its way to a fulfilment centre, down to the carton (IDoc DESADV, warehouse files, X12 856). Packages
 * form a tree by their parent; what lies in a package names the item, so that one shipment may serve several orders.
 * Schema: {@code edi-mappings/canonical/ShipmentNotice.v1.json}.
 *
 * @param shipmentId the shipment's number, unique for 365 days
 * @param purpose a first notice, one that replaces it, or a cancellation: ORIGINAL, REPLACE, CANCEL
 * @param createdAt when the notice was made
 * @param shippedAt when the goods left
 * @param estimatedDelivery when they are expected at the fulfilment centre
 * @param appointment when they are to be received, as agreed with the fulfilment centre
 * @param vendorCode the selling party's code at Amazon; one company has many
 * @param billOfLading number of the bill of lading
 * @param proNumber the carrier's own number of the freight (PRO) or of a parcel shipment (tracking number)
 * @param amazonReference Amazon's number of a collect shipment (ARN)
 * @param sealNumber number of the seal
 * @param freight who pays the carrier: COLLECT, PREPAID
 * @param shipmentType how it travels: TRUCKLOAD, LESS_THAN_TRUCKLOAD, SMALL_PARCEL, AIR, OCEAN
 * @param carrierCode Standard Carrier Alpha Code (SCAC)
 * @param carrierName the carrier's name
 * @param cartonCount cartons in the shipment as the source states it
 * @param palletCount pallets in the shipment as the source states it
 * @param grossWeight gross weight of all
 * @param volume volume of all
 * @param texts free text, in the order of the source
 * @param items what is shipped, an entry for each line of an order and each lot
 * @param packages pallets and cartons, each before what lies in it
 */
public record ShipmentNotice(String type, String shipmentId, String purpose, Instant createdAt,
                             Instant shippedAt, Instant estimatedDelivery, Instant appointment,
                             String vendorCode, String billOfLading, String proNumber,
                             String amazonReference, String sealNumber, String freight, String shipmentType,
                             String carrierCode, String carrierName, Integer cartonCount,
                             Integer palletCount, Measure grossWeight, Measure volume, List<Party> parties,
                             List<String> texts, List<Item> items, List<Package> packages,
                             Map<String, String> extras) implements CanonicalDocument {

    @Override
    public String documentNumber() {
        return shipmentId;
    }

    @Override
    public List<String> poNumbers() {
        return items == null ? List.of() : items.stream().map(Item::poNumber).filter(Objects::nonNull).distinct().toList();
    }

    /**
     * What is shipped of one order line.
     *
     * @param itemNo names the item within the notice; packages refer to it
     * @param poNumber Amazon's purchase order number
     * @param poLineNo the buyer's line number; absent where the source does not say
     * @param vendorItem the vendor's article number (SKU)
     * @param description in words
     * @param quantity what is shipped
     * @param lot lot or batch
     * @param expiry best before, for dated goods
     */
    public record Item(String itemNo, String poNumber, String poLineNo, String buyerItem, String vendorItem,
                       String gtin, String isbn, String description, Quantity quantity, String lot,
                       LocalDate expiry, Map<String, String> extras) {
    }

    /**
     * A pallet or a carton.
     *
     * @param packageNo names the package within the notice
     * @param parentNo the package it stands on or lies in; absent at the top
     * @param kind what it is: PALLET, CARTON
     * @param sscc serial shipping container code, 18 digits without the application identifier
     * @param trackingNumber the carrier's number of this parcel
     * @param grossWeight gross weight
     * @param dimensions length, width and height
     * @param contents what lies in it, not in packages inside it
     */
    public record Package(String packageNo, String parentNo, String kind, String sscc,
                          String trackingNumber, Measure grossWeight, Dimensions dimensions,
                          List<Content> contents) {
    }

    /**
     * A part of an item in a package.
     *
     * @param itemNo the item
     * @param quantity how much of it
     * @param lot lot or batch
     * @param expiry best before, for dated goods
     */
    public record Content(String itemNo, Quantity quantity, String lot, LocalDate expiry) {
    }
}
