// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.metrics;

import io.acornhub.lifecycle.Alarm;
import io.acornhub.operations.internal.broker.BrokerQueues;
import io.acornhub.operations.internal.broker.QueueDepth;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jms.JmsException;
import org.springframework.stereotype.Component;

/**
 * Gauges of what waits. One scrape reads many of them, so what they are read from is kept for some seconds; without database or
 * broker they are not a number, which Prometheus can alert on, and the scrape goes on.
 */
@Component
class BacklogGauges {
    private static final Duration KEPT = Duration.ofSeconds(10);

    private record Counts(double held, double parked, double overdue, double partnerOverdue) {
        static final Counts UNKNOWN = new Counts(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    private final BrokerQueues queues;
    private final MeterRegistry meters;
    private final Kept<Counts> counts;
    private final Kept<Map<String, Double>> depths;

    BacklogGauges(Backlog backlog, BrokerQueues queues, MeterRegistry meters) {
        this.queues = queues;
        this.meters = meters;
        counts = new Kept<>(KEPT, () -> counts(backlog));
        depths = new Kept<>(KEPT, () -> depths(queues));
        gaugeAlarms(new Kept<>(KEPT, () -> alarms(backlog)));
        gauge("acornhub.documents.held", "Documents that a rule or guard stopped", Counts::held);
        gauge("acornhub.parked", "Work that waits in parked queues", Counts::parked);
        gauge("acornhub.acknowledgments.overdue", "Order acknowledgments that we owe and that are late", Counts::overdue);
        gauge("acornhub.partner.acknowledgments.overdue", "Partners' acknowledgments that are late", Counts::partnerOverdue);
    }

    /** The queues are known when the routes are. */
    @EventListener(ApplicationReadyEvent.class)
    void gaugeQueues() {
        for (String queue : queues.names()) {
            Gauge.builder("acornhub.queue.depth", depths, kept -> kept.get().getOrDefault(queue, Double.NaN)).tag("queue", queue)
                .description("Messages in the queue").strongReference(true).register(meters);
        }
    }

    private void gaugeAlarms(Kept<Map<String, Long>> alarms) {
        for (Alarm.Kind kind : Alarm.Kind.values()) {
            Gauge.builder("acornhub.alarms", alarms, kept -> kept.get() == null ? Double.NaN : kept.get().getOrDefault(kind.name(), 0L))
                .tag("kind", kind.name().toLowerCase(Locale.ROOT)).description("Alarms that are not cleared").strongReference(true)
                .register(meters);
        }
    }

    /** Null without a database. */
    private static Map<String, Long> alarms(Backlog backlog) {
        try {
            return backlog.alarms();
        } catch (DataAccessException noDatabase) {
            return null;
        }
    }

    private void gauge(String name, String description, ToDoubleFunction<Counts> value) {
        Gauge.builder(name, counts, kept -> value.applyAsDouble(kept.get())).description(description).strongReference(true)
            .register(meters);
    }

    private static Counts counts(Backlog backlog) {
        try {
            return new Counts(backlog.held(), backlog.parked(), backlog.acknowledgmentsOverdue(),
                backlog.partnerAcknowledgmentsOverdue());
        } catch (DataAccessException noDatabase) {
            return Counts.UNKNOWN;
        }
    }

    private static Map<String, Double> depths(BrokerQueues queues) {
        try {
            return queues.depths().stream().collect(Collectors.toMap(QueueDepth::queue, d -> (double) d.depth()));
        } catch (JmsException noBroker) {
            return Map.of();
        }
    }
}
