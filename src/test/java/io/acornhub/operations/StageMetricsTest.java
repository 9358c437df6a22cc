// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StageMetricsTest {
    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final StageMetrics metrics = new StageMetrics(meters);

    @Test
    void stagesAreCountedByPartnerUnderTheirPublishedNames() {
        metrics.stageDone("translate", "amazon-us", 3, Duration.ofMillis(20));
        metrics.stageDone("translate", "amazon-us", 2, Duration.ofMillis(30));
        metrics.stageFailed("deliver", "sap", "CHANNEL");
        metrics.stageFailed("identify", null, "BUG");
        assertThat(meters.scrape()).contains("acornhub_stage_documents_total{partner=\"amazon-us\",stage=\"translate\"} 5.0",
            "acornhub_stage_seconds_count{partner=\"amazon-us\",stage=\"translate\"} 2",
            "acornhub_stage_seconds_sum{partner=\"amazon-us\"",
            "acornhub_stage_failures_total{family=\"CHANNEL\",partner=\"sap\",stage=\"deliver\"} 1.0",
            "acornhub_stage_failures_total{family=\"BUG\",partner=\"unknown\",stage=\"identify\"} 1.0");
    }
}
