// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.calendar;

import io.acornhub.channel.CertificateEntry;
import io.acornhub.channel.CertificateProblem;
import io.acornhub.lifecycle.Alarm;
import io.acornhub.lifecycle.Alarms;
import io.acornhub.lifecycle.ExpiryMark;
import io.acornhub.partner.ChannelCertificate;
import io.acornhub.routing.CertificateCalendar;
import io.acornhub.routing.CertificateDay;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Warns before a certificate runs out: at 90, 30 and 7 days and when it has, each once, and only quietly while a successor is in
 * place. A new certificate clears what was said of the old one, and so does one that can be read again.
 */
@Component
public class CertificateWatch {
    private static final Logger LOG = LoggerFactory.getLogger(CertificateWatch.class);
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final int MOST = 500;
    /** What time brings about; other problems mean that somebody has to see to the file. */
    private static final Set<CertificateProblem> OF_TIME = Set.of(CertificateProblem.NOT_YET, CertificateProblem.NO_LONGER,
        CertificateProblem.NOT_YET_VALID, CertificateProblem.EXPIRED);
    private final CertificateCalendar calendar;
    private final Alarms alarms;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private Instant looked = Instant.MIN;

    public CertificateWatch(CertificateCalendar calendar, Alarms alarms, TransactionTemplate transaction, Clock clock) {
        this.calendar = calendar;
        this.alarms = alarms;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** One look, at most once a minute. */
    public void run() {
        Instant now = clock.instant();
        if (now.isBefore(looked.plus(EVERY)) && !now.isBefore(looked)) {
            return;
        }
        looked = now;
        List<CertificateDay> days = calendar.look();
        transaction.executeWithoutResult(status -> look(days, now));
    }

    private void look(List<CertificateDay> days, Instant now) {
        Map<String, Alarm> wanted = new HashMap<>();
        for (CertificateDay day : days) {
            Alarm alarm = alarm(day, now);
            if (alarm != null) {
                wanted.put(alarm.origin(), alarm);
            }
        }
        alarms.find(Alarm.Kind.CERTIFICATE_EXPIRES, null, true, MOST).stream().filter(a -> !wanted.containsKey(a.origin()))
            .forEach(a -> alarms.clear(a.origin(), now));
        wanted.values().forEach(alarm -> {
            if (alarms.raise(alarm)) {
                LOG.warn("certificate {}", alarm.words());
            }
        });
    }

    /** What is to be said of a certificate now; null for nothing. */
    private static Alarm alarm(CertificateDay day, Instant now) {
        CertificateEntry entry = day.entry();
        if (!entry.usable() && !OF_TIME.contains(entry.problem())) {
            String origin = origin(day, entry.problem().name());
            return of(day, origin, "problem", Alarm.Level.ALARM, name(day) + " cannot be used: " + entry.words(), now);
        }
        ExpiryMark mark = ExpiryMark.passed(day.until(), now).orElse(null);
        boolean succeeded = day.successor() != null;
        if (mark == null || succeeded && mark == ExpiryMark.PASSED) {
            return null;
        }
        return of(day, origin(day, day.until() + (succeeded ? " succeeded" : "")), Integer.toString(mark.days()),
            succeeded ? Alarm.Level.NOTICE : mark.level(), words(day, mark, now), now);
    }

    private static Alarm of(CertificateDay day, String origin, String mark, Alarm.Level level, String words, Instant now) {
        String subject = day.connection().length() > 120 ? day.connection().substring(0, 120) : day.connection();
        return Alarm.of(origin + ":" + mark, Alarm.Kind.CERTIFICATE_EXPIRES, level, day.partner(), subject, null, origin, words, now);
    }

    private static String words(CertificateDay day, ExpiryMark mark, Instant now) {
        boolean own = day.entry().configured().owner() == ChannelCertificate.Owner.OWN;
        String when = mark == ExpiryMark.PASSED ? " ended on " : " ends in " + day.daysLeft(now) + " days, on ";
        String start = name(day) + when + day.until().atZone(ZoneOffset.UTC).toLocalDate();
        if (day.successor() != null) {
            return start + "; " + day.successor().configured().file() + " is used from "
                + day.successorFrom().atZone(ZoneOffset.UTC).toLocalDate() + " on.";
        }
        return start + ", and there is no successor. " + (own ? "Make a new one, send its certificate to the partner, agree on a day and "
            + "add it to the channel's certificates with that day as from." : "Ask the partner for its new one and add it to the channel's "
            + "certificates with the day agreed as from.");
    }

    private static String name(CertificateDay day) {
        return (day.entry().configured().owner() == ChannelCertificate.Owner.OWN ? "Our own certificate " : "The partner's certificate ")
            + day.entry().configured().file() + " of " + day.connection();
    }

    /** Short enough for its column, and another one for another certificate in the same place. */
    private static String origin(CertificateDay day, String what) {
        String all = day.connection() + "|" + day.entry().position() + "|" + day.entry().fingerprint() + "|" + what;
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return "certificate:" + HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
