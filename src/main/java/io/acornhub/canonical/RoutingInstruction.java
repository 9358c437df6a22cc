// SPDX-License-Identifier: Apache-2.0
package io.acornhub.canonical;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Amazon's instruction who collects freight and when (X12 754); it brings the ARN.
 * Schema: {@code edi-mappings/canonical/RoutingInstruction.v1.json}.
 *
 * @param instructionNumber number of the instruction
 * @param requestNumber the request it answers; absent where it does not say
 * @param purpose ORIGINAL, REPLACE or CANCEL: ORIGINAL, REPLACE, CANCEL
 * @param createdAt when the instruction was made
 * @param vendorCode the selling party's code at Amazon; one company has many
 * @param texts free text, in the order of the source
 * @param loads an entry for each pick-up
 */
public record RoutingInstruction(String type, String instructionNumber, String requestNumber,
                                 String purpose, Instant createdAt, String vendorCode, List<Party> parties,
                                 List<String> texts, List<Load> loads, Map<String, String> extras) implements CanonicalDocument {

    @Override
    public String documentNumber() {
        return instructionNumber;
    }

    @Override
    public List<String> poNumbers() {
        return loads.stream().filter(l -> l.orders() != null).flatMap(l -> l.orders().stream()).map(OrderRef::poNumber).distinct().toList();
    }

    /**
     * One pick-up.
     *
     * @param amazonReference Amazon's number of the collect shipment (ARN)
     * @param carrierCode Standard Carrier Alpha Code (SCAC)
     * @param carrierName the carrier's name
     * @param shipmentType how it travels: TRUCKLOAD, LESS_THAN_TRUCKLOAD, SMALL_PARCEL, AIR, OCEAN
     * @param pickupDate the day of the pick-up
     * @param pickupTime time of the pick-up, HH:MM at the place of pick-up
     * @param shipTo fulfilment centre it goes to
     * @param orders the orders it collects
     */
    public record Load(String amazonReference, String carrierCode, String carrierName, String shipmentType,
                       LocalDate pickupDate, String pickupTime, String shipTo, List<OrderRef> orders) {
    }

    /**
     * An order in a pick-up.
     *
     * @param poNumber Amazon's purchase order number
     * @param cartonCount cartons
     * @param grossWeight gross weight
     */
    public record OrderRef(String poNumber, Integer cartonCount, Measure grossWeight) {
    }
}
