// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import io.acornhub.canonical.CanonicalDocument;
import io.acornhub.canonical.Invoice;
import io.acornhub.canonical.OrderAcknowledgment;
import io.acornhub.canonical.PurchaseOrder;
import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.partner.Deadline.Event;
import io.acornhub.partner.Partner;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What happens to documents as what starts and ends deadlines. In the caller's transaction; the same twice does no harm. */
@Component
public class DeadlineEvents {
    private final Deadlines deadlines;

    public DeadlineEvents(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /** An order came in: its acknowledgment is due. */
    public void ordered(Partner partner, PurchaseOrder order, String documentId, Instant receivedAt) {
        DeadlinePolicy.due(partner, "855", Map.of(Event.ORDER, receivedAt))
            .ifPresent(due -> deadlines.start(partner.name(), "855", order.poNumber(), documentId, receivedAt, due));
    }

    /** An order was cancelled before it was answered. */
    public void cancelled(Partner partner, String poNumber, Instant at) {
        deadlines.cancel(partner.name(), "855", poNumber, at);
    }

    /** The hub learns of a shipment, whether its notice may leave or is held: the notice is due. */
    public void shipped(Partner partner, ShipmentNotice notice, String documentId, Instant learntAt) {
        if ("CANCEL".equals(notice.purpose())) {
            deadlines.cancel(partner.name(), "856", notice.shipmentId(), learntAt);
            return;
        }
        Map<Event, Instant> facts = new EnumMap<>(Event.class);
        facts.put(Event.DEPARTURE, notice.shippedAt());
        facts.put(Event.APPOINTMENT, notice.appointment());
        Instant departed = notice.shippedAt() != null && notice.shippedAt().isBefore(learntAt) ? notice.shippedAt() : learntAt;
        DeadlinePolicy.due(partner, "856", facts)
            .ifPresent(due -> deadlines.start(partner.name(), "856", notice.shipmentId(), documentId, departed, due));
    }

    /** A document of ours lies in the partner's channel: what it was due for is met, and it may start what follows. */
    public void sent(Partner partner, CanonicalDocument document, String documentId, Instant at) {
        if (document instanceof OrderAcknowledgment answer) {
            deadlines.met(partner.name(), "855", answer.poNumber(), at);
        } else if (document instanceof ShipmentNotice notice) {
            deadlines.met(partner.name(), "856", notice.shipmentId(), at);
            if (!"CANCEL".equals(notice.purpose())) {
                DeadlinePolicy.due(partner, "810", Map.of(Event.SHIPMENT, at))
                    .ifPresent(due -> deadlines.start(partner.name(), "810", notice.shipmentId(), documentId, at, due));
            }
        } else if (document instanceof Invoice invoice && invoice.shipmentId() != null) {
            deadlines.met(partner.name(), "810", invoice.shipmentId(), at);
        }
    }
}
