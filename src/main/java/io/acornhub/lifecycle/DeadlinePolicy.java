// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import io.acornhub.partner.Deadline;
import io.acornhub.partner.Deadline.Event;
import io.acornhub.partner.Partner;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a document is due by the partner's dated policies. Of each kind of policy (so long after the order, after departure,
 * before the appointment) the latest counts that is in force on the day of the facts, in the partner's zone; of several kinds
 * the sooner. Durations are exact, so a change of clocks moves nothing.
 */
public final class DeadlinePolicy {
    private DeadlinePolicy() {
    }

    /**
     * When it is due.
     *
     * @param facts what is known; null or absent for what is not
     * @return empty if no policy is in force or none of the facts it counts from is known
     */
    public static Optional<Instant> due(Partner partner, String document, Map<Event, Instant> facts) {
        Map<Event, Instant> known = new EnumMap<>(Event.class);
        facts.forEach((event, at) -> {
            if (at != null) {
                known.put(event, at);
            }
        });
        return known.keySet().stream().flatMap(event -> inForce(partner, document, event, known)
            .map(policy -> event == Event.APPOINTMENT ? known.get(event).minus(policy.within()) : known.get(event).plus(policy.within()))
            .stream()).min(Comparator.naturalOrder());
    }

    private static Optional<Deadline> inForce(Partner partner, String document, Event event, Map<Event, Instant> known) {
        LocalDate day = day(known).atZone(partner.zone()).toLocalDate();
        return partner.deadlines().stream().filter(d -> d.document().equals(document) && d.counts() == event)
            .filter(d -> !d.from().isAfter(day)).max(Comparator.comparing(Deadline::from));
    }

    /** The day that decides which policy is in force: of the order, the departure, else the appointment. */
    private static Instant day(Map<Event, Instant> known) {
        return Stream.of(Event.ORDER, Event.DEPARTURE, Event.SHIPMENT, Event.APPOINTMENT).filter(known::containsKey).findFirst()
            .map(known::get).orElseThrow();
    }
}
