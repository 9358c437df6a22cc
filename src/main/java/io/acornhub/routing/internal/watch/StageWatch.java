// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.watch;

import io.acornhub.lifecycle.Alarm;
import io.acornhub.lifecycle.Alarms;
import io.acornhub.lifecycle.StageFailures;
import io.acornhub.lifecycle.StageFailures.StageFailure;
import io.acornhub.partner.Configuration;
import io.acornhub.partner.ErpSystem;
import io.acornhub.partner.Partner;
import io.acornhub.routing.HubSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps which connections cannot be fetched from or handed to. Work that waits is tried again by itself and nothing is lost; but a
 * person should know before a deadline is missed, so one that fails several times and for {@code acorn.retry.alarm-after} raises an
 * alarm, which the first success clears. Any hub process may see the failure and any other the success.
 */
@Component
public class StageWatch {
    private static final Logger LOG = LoggerFactory.getLogger(StageWatch.class);
    private static final int LEAST = 3;
    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final int LONGEST_SUBJECT = 120;
    private final StageFailures failures;
    private final Alarms alarms;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Duration alarmAfter;
    private final Map<String, String> partners = new HashMap<>();
    private final Set<String> connections = new HashSet<>();
    private volatile Known known = new Known(Map.of(), Instant.MIN);

    public StageWatch(StageFailures failures, Alarms alarms, TransactionTemplate transaction, Clock clock, HubSettings settings,
                      Configuration configuration) {
        this.failures = failures;
        this.alarms = alarms;
        this.transaction = transaction;
        this.clock = clock;
        this.alarmAfter = settings.retry().alarmAfter();
        for (Partner partner : configuration.partners()) {
            partner.channels().forEach(channel -> partners.put(partner.name() + "-" + channel.name(), partner.name()));
        }
        connections.addAll(partners.keySet());
        for (ErpSystem system : configuration.erpSystems()) {
            connections.add(system.name());
            system.channels().forEach(channel -> connections.add(system.name() + "-" + channel.name()));
        }
    }

    /** What failed when it was last asked for; another process may have added to it since. */
    private record Known(Map<String, String> words, Instant at) {
    }

    /** @param stage with the connection, for example {@code inbound-receive.amazon-us-sftp} */
    public static String stage(String stage, String connection) {
        return stage + "." + connection;
    }

    /**
     * It could not be reached, or would not.
     *
     * @param told why, in words for people
     * @return whether this is news: the first failure, or another reason than the time before
     */
    public boolean fails(String stage, String told) {
        String words = StageFailures.kept(told.strip().replaceAll("\\s+", " "));
        boolean news = !words.equals(known().get(stage));
        try {
            transaction.executeWithoutResult(status -> {
                StageFailure failure = failures.add(stage, words, clock.instant());
                if (failure.failures() >= LEAST && !failure.lastAt().isBefore(failure.since().plus(alarmAfter))) {
                    raise(failure);
                }
            });
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("{} fails, which could not be kept: {}", stage, e.toString());
        }
        Map<String, String> now = new HashMap<>(known.words());
        now.put(stage, words);
        known = new Known(Map.copyOf(now), known.at());
        return news;
    }

    /** It was reached. Costs nothing while it is not known to fail. */
    public void works(String stage) {
        if (!known().containsKey(stage)) {
            return;
        }
        try {
            transaction.executeWithoutResult(status -> failures.find(stage).ifPresent(failure -> {
                alarms.clear(origin(failure), clock.instant());
                if (failures.end(failure)) {
                    LOG.info("{} works again after {} failed attempts since {}", stage, failure.failures(), failure.since());
                }
            }));
            known = new Known(known.words().entrySet().stream().filter(e -> !e.getKey().equals(stage))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)), known.at());
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("{} works again, which could not be kept: {}", stage, e.toString());
        }
    }

    /** Ends what is kept of connections that are not configured any more. */
    @EventListener(ApplicationReadyEvent.class)
    void forgetWhatIsGone() {
        known().keySet().stream().filter(stage -> !connections.contains(connection(stage))).toList().forEach(this::works);
    }

    private Map<String, String> known() {
        Known at = known;
        Instant now = clock.instant();
        if (now.isBefore(at.at().plus(FRESH)) && !now.isBefore(at.at())) {
            return at.words();
        }
        try {
            known = new Known(failures.all().stream().collect(Collectors.toUnmodifiableMap(StageFailure::stage, StageFailure::words)), now);
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("stages that fail could not be read", e);
        }
        return known.words();
    }

    private void raise(StageFailure failure) {
        String connection = connection(failure.stage());
        String subject = connection.length() > LONGEST_SUBJECT ? connection.substring(0, LONGEST_SUBJECT) : connection;
        String why = failure.words().endsWith(".") ? failure.words() : failure.words() + ".";
        Alarm alarm = Alarm.of(origin(failure), Alarm.Kind.CONNECTION, Alarm.Level.ALARM, partners.get(connection), subject, null,
            origin(failure), failure.stage() + " has not worked since " + failure.since() + ", " + failure.failures() + " attempts: "
                + why + " What waits is tried again by itself; nothing is lost.", failure.lastAt());
        if (alarms.raise(alarm)) {
            LOG.error("{}", alarm.words());
        }
    }

    private static String connection(String stage) {
        return stage.substring(stage.indexOf('.') + 1);
    }

    private static String origin(StageFailure failure) {
        return "stage:" + failure.id();
    }
}
