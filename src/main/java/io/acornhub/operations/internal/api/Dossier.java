// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.api;

import java.time.Instant;
import java.util.List;

/** What other tables say about one document. */
record Dossier(List<Views.HoldView> holds, List<Views.ParkedView> parked, List<Views.DeliveryView> deliveries, OrderRow order) {

    /** The order a document belongs to. */
    record OrderRow(String partner, String poNumber, Instant acknowledgmentDue, Instant acknowledgedAt) {
    }

    List<Views.HoldView> held() {
        return holds.stream().filter(h -> "HELD".equals(h.status())).toList();
    }

    List<Views.ParkedView> waiting() {
        return parked.stream().filter(p -> p.replayedAt() == null).toList();
    }
}
