// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import io.acornhub.lifecycle.Alarm;
import io.acornhub.lifecycle.Alarms;
import io.acornhub.lifecycle.ExpiryMark;
import io.acornhub.sellingpartner.SecretAge;
import io.acornhub.sellingpartner.SecretCalendar;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Warns before a client secret runs out: at 90, 30 and 7 days and when it has, each once. A new secret clears what was said of
 * the old one.
 */
@Component
public class SecretWatch {
    private static final Logger LOG = LoggerFactory.getLogger(SecretWatch.class);
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final int MOST = 500;
    private final SecretCalendar calendar;
    private final Alarms alarms;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private Instant looked = Instant.MIN;

    public SecretWatch(SecretCalendar calendar, Alarms alarms, TransactionTemplate transaction, Clock clock) {
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
        for (SecretAge age : calendar.look()) {
            if (age.fingerprint() != null) {
                transaction.executeWithoutResult(status -> look(age, now));
            }
        }
    }

    private void look(SecretAge age, Instant now) {
        String origin = "secret:" + age.fingerprint() + ":" + age.expiresAt().atZone(ZoneOffset.UTC).toLocalDate();
        String name = age.connection().name();
        alarms.find(Alarm.Kind.SECRET_EXPIRES, age.connection().partner(), true, MOST).stream()
            .filter(a -> a.subject().equals(subject(name)) && !a.origin().equals(origin)).forEach(a -> alarms.clear(a.origin(), now));
        ExpiryMark.passed(age.expiresAt(), now).ifPresent(mark -> {
            String words = words(age, mark, now);
            if (alarms.raise(Alarm.of(origin + ":" + mark.days(), Alarm.Kind.SECRET_EXPIRES, mark.level(), age.connection().partner(),
                subject(name), null, origin, words, now))) {
                LOG.warn("secret    {}", words);
            }
        });
    }

    private static String words(SecretAge age, ExpiryMark mark, Instant now) {
        String when = mark == ExpiryMark.PASSED ? "ran out on " : "runs out in " + age.daysLeft(now) + " days, on ";
        return "The client secret of " + age.connection().name() + " " + when + age.expiresAt().atZone(ZoneOffset.UTC).toLocalDate()
            + (age.said() ? "" : ", counted from when the hub first saw it")
            + (mark == ExpiryMark.PASSED ? "; Amazon refuses every call." : "; then Amazon refuses every call.")
            + " Make a new one in the developer console and put it into " + age.connection().clientSecret()
            + (age.connection().clientSecret().startsWith("env:") ? "; the hub has to be started anew for that."
            : "; the hub takes it with the next token.");
    }

    private static String subject(String connection) {
        return connection.length() > 120 ? connection.substring(0, 120) : connection;
    }
}
