// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the hub promises: kill it whenever you like, nothing is lost and nothing comes twice. The kills and the count are written
 * to {@code target/kill-test.txt}. Longer runs: {@link KillRun}.
 */
@Tag("slow")
class KillTest {
    private static final int ORDERS = Integer.getInteger("acorn.test.orders", 80);
    private static final int KILLS = Integer.getInteger("acorn.test.kills", 10);
    private static final int WHOLE_WAY = Integer.getInteger("acorn.test.whole-way", 100);
    private static final long SEED = Long.getLong("acorn.test.seed", 7);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void everyDocumentFromOrderToPaymentExistsExactlyOnceThoughTheHubIsKilledAgainAndAgain() throws Exception {
        Path report = Path.of("target", "kill-test.txt");
        try (PrintStream out = new PrintStream(Files.newOutputStream(report), true, StandardCharsets.UTF_8)) {
            Accounting accounting = new KillRun(ORDERS, KILLS, WHOLE_WAY, Duration.ofMinutes(30), SEED, folder, out).run();
            assertThat(accounting.wrong()).as("seed " + SEED + ", see " + report + "\n" + accounting.table()).isEmpty();
        }
    }
}
