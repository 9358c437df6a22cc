// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** How long work waits for a target that cannot be reached. */
class RetryTest {
    private static HubSettings.Retry with(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("acorn.retry", HubSettings.Retry.class);
    }

    @Test
    void delaysGrowUpToTheLongest() {
        HubSettings.Retry retry = with(Map.of("acorn.retry.first", "PT1S", "acorn.retry.factor", "3", "acorn.retry.longest", "PT10S"));
        assertThat(IntStream.rangeClosed(1, 4).mapToObj(retry::after)).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(3),
            Duration.ofSeconds(9), Duration.ofSeconds(10));
    }

    @Test
    void byDefaultAnOutageOfAnHourParksNothingAndTheSweepSeesNoStandstill() {
        HubSettings.Retry retry = with(Map.of());
        Duration all = IntStream.range(1, retry.attempts()).mapToObj(retry::after).reduce(Duration.ZERO, Duration::plus);
        assertThat(all).isGreaterThan(Duration.ofHours(1));
        Duration longestWithJitter = retry.longest().multipliedBy(6).dividedBy(5);
        HubSettings.Sweep sweep = new Binder(new MapConfigurationPropertySource(Map.of())).bindOrCreate("acorn.sweep",
            HubSettings.Sweep.class);
        assertThat(longestWithJitter).isLessThan(sweep.stageAfter());
    }
}
