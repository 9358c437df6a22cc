// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.routing.HubSettings.Retry;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The same as {@link OutageRun} within seconds: a partner's servers are away, and the hub is killed meanwhile. */
class OutageTest {
    private static final Retry QUICK = new Retry(90, Duration.ofMillis(100), 2, Duration.ofSeconds(1), Duration.ofSeconds(3));

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void whatWaitsForThePartnerSurvivesAKillAndGoesOnce() throws Exception {
        Path report = Path.of("target", "outage-test.txt");
        try (PrintStream out = new PrintStream(Files.newOutputStream(report), true, StandardCharsets.UTF_8)) {
            Tally tally = new OutageRun(Duration.ofSeconds(24), QUICK, folder, out).run();
            assertThat(tally.wrong()).as("see " + report + "\n" + tally.table()).isEmpty();
        }
    }
}
