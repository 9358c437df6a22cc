// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.partner.Deadline;
import io.acornhub.partner.Deadline.Event;
import io.acornhub.partner.Partner;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The ship notice is due 30 minutes after departure or 6 hours before the appointment, whichever is sooner. */
class DeadlinePolicyTest {
    private static final LocalDate ALWAYS = LocalDate.of(2020, 1, 1);
    private static final List<Deadline> NOTICE = List.of(
        new Deadline("856", ALWAYS, Duration.ofMinutes(30), Event.DEPARTURE, null),
        new Deadline("856", ALWAYS, Duration.ofHours(6), null, Event.APPOINTMENT));

    private static Partner partner(String zone, List<Deadline> deadlines) {
        return new Partner("amazon-us", "Amazon", true, "P", ZoneId.of(zone), null, List.of(), null, null, deadlines, null, Map.of(),
            List.of(), List.of());
    }

    private static Instant due(String zone, List<Deadline> deadlines, String departure, String appointment) {
        Map<Event, Instant> facts = new HashMap<>();
        facts.put(Event.DEPARTURE, departure == null ? null : Instant.parse(departure));
        facts.put(Event.APPOINTMENT, appointment == null ? null : Instant.parse(appointment));
        return DeadlinePolicy.due(partner(zone, deadlines), "856", facts).orElse(null);
    }

    @Test
    void halfAnHourAfterDepartureCountsWhenTheAppointmentIsFar() {
        assertThat(due("America/Los_Angeles", NOTICE, "2026-03-10T15:00:00Z", "2026-03-12T16:00:00Z"))
            .isEqualTo(Instant.parse("2026-03-10T15:30:00Z"));
    }

    @Test
    void sixHoursBeforeTheAppointmentCountsWhenThatIsSooner() {
        assertThat(due("America/Los_Angeles", NOTICE, "2026-03-10T15:00:00Z", "2026-03-10T20:00:00Z"))
            .isEqualTo(Instant.parse("2026-03-10T14:00:00Z"));
    }

    @Test
    void whatIsNotKnownDoesNotCount() {
        assertThat(due("America/Los_Angeles", NOTICE, null, "2026-03-10T20:00:00Z")).isEqualTo(Instant.parse("2026-03-10T14:00:00Z"));
        assertThat(due("America/Los_Angeles", NOTICE, "2026-03-10T15:00:00Z", null)).isEqualTo(Instant.parse("2026-03-10T15:30:00Z"));
        assertThat(due("America/Los_Angeles", NOTICE, null, null)).isNull();
        assertThat(due("America/Los_Angeles", List.of(), "2026-03-10T15:00:00Z", null)).isNull();
    }

    @Test
    void aChangeOfClocksMovesNothing() {
        // 01:45 in Los Angeles on the night in which 02:00 becomes 03:00
        assertThat(due("America/Los_Angeles", NOTICE, "2026-03-08T09:45:00Z", null)).isEqualTo(Instant.parse("2026-03-08T10:15:00Z"));
        // six hours before 05:00 in Berlin on the day on which 03:00 becomes 02:00 are 00:00 summer time, not 23:00
        Instant appointment = ZonedDateTime.of(2026, 10, 25, 5, 0, 0, 0, ZoneId.of("Europe/Berlin")).toInstant();
        assertThat(due("Europe/Berlin", NOTICE, null, appointment.toString()).atZone(ZoneId.of("Europe/Berlin")).toLocalTime())
            .isEqualTo(LocalTime.MIDNIGHT);
    }

    @Test
    void aDatedChangeCountsFromItsDayInThePartnersZone() {
        List<Deadline> changed = List.of(new Deadline("856", ALWAYS, Duration.ofMinutes(30), Event.DEPARTURE, null),
            new Deadline("856", LocalDate.of(2026, 4, 1), Duration.ofMinutes(15), Event.DEPARTURE, null));
        // 2026-04-01T02:00Z is still the last evening of March in Los Angeles, and the second of the new rule in Tokyo
        assertThat(due("America/Los_Angeles", changed, "2026-04-01T02:00:00Z", null)).isEqualTo(Instant.parse("2026-04-01T02:30:00Z"));
        assertThat(due("Asia/Tokyo", changed, "2026-04-01T02:00:00Z", null)).isEqualTo(Instant.parse("2026-04-01T02:15:00Z"));
        assertThat(due("America/Los_Angeles", changed, "2026-04-01T08:00:00Z", null)).isEqualTo(Instant.parse("2026-04-01T08:15:00Z"));
    }

    @Test
    void oneKindOfPolicyMayChangeAndTheOtherStay() {
        List<Deadline> changed = List.of(NOTICE.get(0), NOTICE.get(1),
            new Deadline("856", LocalDate.of(2026, 4, 1), Duration.ofHours(2), Event.DEPARTURE, null));
        assertThat(due("UTC", changed, "2026-05-01T10:00:00Z", "2026-05-01T17:00:00Z")).isEqualTo(Instant.parse("2026-05-01T11:00:00Z"));
        assertThat(due("UTC", changed, "2026-05-01T10:00:00Z", "2026-05-02T17:00:00Z")).isEqualTo(Instant.parse("2026-05-01T12:00:00Z"));
    }

    @Test
    void anOrderAcknowledgmentIsDueAfterTheOrder() {
        Partner partner = partner("UTC", List.of(new Deadline("855", ALWAYS, Duration.ofHours(24), null, null)));
        assertThat(DeadlinePolicy.due(partner, "855", Map.of(Event.ORDER, Instant.parse("2026-03-10T15:00:00Z"))))
            .contains(Instant.parse("2026-03-11T15:00:00Z"));
    }
}
