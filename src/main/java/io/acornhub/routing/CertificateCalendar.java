// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing;

import io.acornhub.channel.CertificateEntry;
import io.acornhub.channel.Certificates;
import io.acornhub.partner.Channel;
import io.acornhub.partner.Configuration;
import io.acornhub.partner.ErpSystem;
import io.acornhub.partner.Partner;
import io.acornhub.partner.Secrets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** When which certificate of which connection runs out, our own and the partners', by the files as they are now. */
@Component
public class CertificateCalendar {
    private final Configuration configuration;
    private final Certificates certificates;
    private final Clock clock;

    @Autowired
    public CertificateCalendar(Configuration configuration, Secrets secrets, HubSettings settings, Clock clock) {
        this(configuration, new Certificates(secrets, settings.data()), clock);
    }

    public CertificateCalendar(Configuration configuration, Certificates certificates, Clock clock) {
        this.configuration = configuration;
        this.certificates = certificates;
        this.clock = clock;
    }

    /** Every certificate of every enabled channel. */
    public List<CertificateDay> look() {
        Instant now = clock.instant();
        List<CertificateDay> days = new ArrayList<>();
        for (Partner partner : configuration.partners()) {
            partner.channels().stream().filter(Channel::enabled).forEach(channel -> add(days, partner.name(), channel, now));
        }
        for (ErpSystem system : configuration.erpSystems()) {
            system.channels().stream().filter(Channel::enabled).forEach(channel -> add(days, system.name(), channel, now));
        }
        return days;
    }

    private void add(List<CertificateDay> days, String owner, Channel channel, Instant now) {
        List<CertificateEntry> entries = certificates.listing(channel, now);
        for (CertificateEntry entry : entries) {
            Instant until = entry.certificate() == null ? null : entry.usedUntil();
            days.add(new CertificateDay(owner + "-" + channel.name(), owner, entry, until, until == null ? null : successor(entry, entries,
                until)));
        }
    }

    /** One of the same owner that is for the same and can be used on the day when this one ends, and after it. */
    private static CertificateEntry successor(CertificateEntry entry, List<CertificateEntry> all, Instant until) {
        return all.stream().filter(e -> e.position() != entry.position() && e.certificate() != null
            && e.configured().owner() == entry.configured().owner() && e.configured().uses().containsAll(entry.configured().uses())
            && !begin(e).isAfter(until) && e.usedUntil().isAfter(until))
            .max(Comparator.comparing(CertificateEntry::usedUntil)).orElse(null);
    }

    private static Instant begin(CertificateEntry entry) {
        Instant from = entry.configured().from();
        return from == null || from.isBefore(entry.notBefore()) ? entry.notBefore() : from;
    }
}
