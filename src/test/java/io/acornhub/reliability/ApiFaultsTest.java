// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A short run over the Selling Partner API with every fault, and the hub killed; {@link ApiRun} is for longer ones. */
class ApiFaultsTest {

    @Test
    void everyOrderIsOnceInTheErpAndEveryDocumentOnceAtAmazon(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) throws Exception {
        ApiAccounting accounting = new ApiRun(40, 1, 10, true, Duration.ofMinutes(6), 20261127L, folder, System.out).run();
        assertThat(accounting.wrong()).as(accounting.table()).isEmpty();
    }
}
