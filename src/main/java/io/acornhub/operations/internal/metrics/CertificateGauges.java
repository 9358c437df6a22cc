// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.metrics;

import io.acornhub.routing.CertificateCalendar;
import io.acornhub.routing.CertificateDay;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Gauges of the days that certificates have left; not a number where the file cannot be read. */
@Component
class CertificateGauges {
    private static final Duration KEPT = Duration.ofMinutes(1);
    private final CertificateCalendar calendar;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Kept<Map<String, Double>> days;

    CertificateGauges(CertificateCalendar calendar, MeterRegistry meters, Clock clock) {
        this.calendar = calendar;
        this.meters = meters;
        this.clock = clock;
        this.days = new Kept<>(KEPT, this::days);
    }

    @EventListener(ApplicationReadyEvent.class)
    void gauge() {
        for (CertificateDay day : calendar.look()) {
            Gauge.builder("acornhub.certificate.days.left", days, kept -> kept.get().getOrDefault(key(day), Double.NaN))
                .tag("connection", day.connection()).tag("owner", day.entry().configured().owner().name().toLowerCase(Locale.ROOT))
                .tag("file", day.entry().configured().file()).description("Days until a certificate is used no longer")
                .strongReference(true).register(meters);
        }
    }

    private Map<String, Double> days() {
        Map<String, Double> left = new HashMap<>();
        for (CertificateDay day : calendar.look()) {
            left.put(key(day), day.until() == null ? Double.NaN : (double) day.daysLeft(clock.instant()));
        }
        return left;
    }

    private static String key(CertificateDay day) {
        return day.connection() + "|" + day.entry().position();
    }
}
