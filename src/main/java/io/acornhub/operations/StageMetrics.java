// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations;

import io.acornhub.routing.StageListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * What the stages do, for Prometheus: {@code acornhub_stage_documents_total}, {@code acornhub_stage_seconds} (a message, of
 * one or many documents) and {@code acornhub_stage_failures_total}, by stage and partner.
 */
@Component
public class StageMetrics implements StageListener {
    private static final String NOBODY = "unknown";
    private final MeterRegistry meters;

    public StageMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void stageDone(String stage, String partner, int documents, Duration took) {
        Counter.builder("acornhub.stage.documents").description("Documents that a stage has done")
            .tags("stage", stage, "partner", named(partner)).register(meters).increment(documents);
        Timer.builder("acornhub.stage").description("Time a stage takes for one message")
            .tags("stage", stage, "partner", named(partner)).register(meters).record(took);
    }

    @Override
    public void stageFailed(String stage, String partner, String family) {
        Counter.builder("acornhub.stage.failures").description("Messages that a stage could not do, by family of fault")
            .tags("stage", stage, "partner", named(partner), "family", family).register(meters).increment();
    }

    private static String named(String partner) {
        return partner == null ? NOBODY : partner;
    }
}
