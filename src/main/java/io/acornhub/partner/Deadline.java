// SPDX-License-Identifier: Apache-2.0
package io.acornhub.partner;

import java.time.Duration;
import java.time.LocalDate;

/**
 * A dated policy: {@code document} is due {@code within} so long after one event or before another, for events on or after the
 * day {@code from} in the partner's zone. Where several policies for a document count from different events, the sooner counts.
 *
 * @param after the event the time runs from; ORDER where neither event is named
 * @param before the event the document must come so long ahead of
 */
public record Deadline(String document, LocalDate from, Duration within, Event after, Event before) {

    /** What a deadline counts from. */
    public enum Event {
        /** The order came in. */
        ORDER,
        /** The goods left. */
        DEPARTURE,
        /** The ship notice was sent. */
        SHIPMENT,
        /** The goods are to be received at the fulfilment centre. */
        APPOINTMENT
    }

    /** The event the time is counted from, forwards or backwards. */
    public Event counts() {
        return before != null ? before : after != null ? after : Event.ORDER;
    }
}
