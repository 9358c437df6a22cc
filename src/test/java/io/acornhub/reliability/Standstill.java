// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import java.time.Duration;
import java.time.Instant;
import java.util.function.IntSupplier;

/** Whether a count has not moved for a while. */
final class Standstill {
    private final IntSupplier count;
    private int last = -1;
    private Instant since = Instant.now();

    Standstill(IntSupplier count) {
        this.count = count;
    }

    /** Looks, and says whether it was the same at all looks for that long. */
    boolean lasts(Duration duration) {
        int now = count.getAsInt();
        if (now != last) {
            last = now;
            since = Instant.now();
        }
        return Duration.between(since, Instant.now()).compareTo(duration) > 0;
    }
}
