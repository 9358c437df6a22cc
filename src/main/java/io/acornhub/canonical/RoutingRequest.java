// SPDX-License-Identifier: Apache-2.0
package io.acornhub.canonical;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Asks Amazon to have freight collected (X12 753); the answer is a {@link RoutingInstruction}.
 * Schema: {@code edi-mappings/canonical/RoutingRequest.v1.json}.
 *
 * @param requestNumber number of the request
 * @param purpose a first request, one that replaces it, or a cancellation: ORIGINAL, REPLACE, CANCEL
 * @param createdAt when the request was made
 * @param readyAt from when the freight can be collected
 * @param vendorCode the selling party's code at Amazon; one company has many
 * @param contactName whom to ask
 * @param contactPhone telephone
 * @param contactEmail mail address
 * @param texts free text, in the order of the source
 * @param orders what is to be collected of each order
 */
public record RoutingRequest(String type, String requestNumber, String purpose, Instant createdAt,
                             Instant readyAt, String vendorCode, String contactName, String contactPhone,
                             String contactEmail, List<Party> parties, List<String> texts,
                             List<OrderLoad> orders, Map<String, String> extras) implements CanonicalDocument {

    @Override
    public String documentNumber() {
        return requestNumber;
    }

    @Override
    public List<String> poNumbers() {
        return orders.stream().map(OrderLoad::poNumber).distinct().toList();
    }

    /**
     * What is to be collected of one order.
     *
     * @param poNumber Amazon's purchase order number
     * @param shipTo fulfilment centre it goes to
     * @param cartonCount cartons
     * @param palletCount pallets
     * @param grossWeight gross weight
     * @param volume volume
     * @param stackable whether pallets may be stacked
     * @param freightClass National Motor Freight Classification
     */
    public record OrderLoad(String poNumber, String shipTo, Integer cartonCount, Integer palletCount,
                            Measure grossWeight, Measure volume, Boolean stackable, String freightClass) {
    }
}
