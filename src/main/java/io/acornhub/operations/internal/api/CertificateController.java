// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.api;

import io.acornhub.channel.CertificateEntry;
import io.acornhub.partner.ChannelCertificate;
import io.acornhub.routing.CertificateCalendar;
import io.acornhub.routing.CertificateDay;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/certificates")
@Tag(name = "Certificates", description = "Certificates of connections, our own and the partners', and when they run out")
class CertificateController {
    private final CertificateCalendar calendar;
    private final Clock clock;

    CertificateController(CertificateCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * @param owner OWN or PARTNER
     * @param usedFrom when the hub begins to use it
     * @param usedUntil when it ceases to
     * @param daysLeft whole days until then, negative once it has passed; null where the file cannot be read
     * @param successor file of the certificate that does its work from then on; null where there is none
     * @param problem why it cannot be used now; null where it can
     * @param words the problem for a person
     */
    record CertificateView(String connection, String partner, ChannelCertificate.Owner owner, Set<ChannelCertificate.Use> uses, String file,
                           String subject, String serial, String fingerprint, Instant usedFrom, Instant usedUntil, Long daysLeft,
                           String successor, Instant successorFrom, String problem, String words) {
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Every certificate of every enabled channel, what ends first first")
    List<CertificateView> list() {
        Instant now = clock.instant();
        return calendar.look().stream()
            .sorted(Comparator.comparing(CertificateDay::until, Comparator.nullsFirst(Comparator.naturalOrder())))
            .map(day -> view(day, now)).toList();
    }

    private static CertificateView view(CertificateDay day, Instant now) {
        CertificateEntry entry = day.entry();
        Instant from = entry.configured().from() != null ? entry.configured().from() : entry.notBefore();
        return new CertificateView(day.connection(), day.partner(), entry.configured().owner(), entry.configured().uses(),
            entry.configured().file(), entry.subject(), entry.serial(), entry.fingerprint(), from, day.until(),
            day.until() == null ? null : day.daysLeft(now), day.successor() == null ? null : day.successor().configured().file(),
            day.successorFrom(), entry.usable() ? null : entry.problem().name(), entry.words());
    }
}
