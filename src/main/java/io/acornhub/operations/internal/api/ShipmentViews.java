// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The JSON of shipments. */
final class ShipmentViews {
    private ShipmentViews() {
    }

    record ShipmentView(String partner, String shipmentId, String vendorCode,
                        @Schema(description = "Of the notice that counts: ORIGINAL, REPLACE, CANCEL") String purpose,
                        @Schema(description = "State of the document of that notice") String state,
                        @Schema(description = "Id of that document") String documentId, List<String> orders, Instant shippedAt,
                        Instant estimatedDelivery, Instant appointment, String carrierCode, String billOfLading, String proNumber,
                        String amazonReference, int pallets, int cartons,
                        @Schema(description = "Every notice of this shipment, newest first") List<Views.DocumentView> documents,
                        Map<String, String> links) {
    }
}
