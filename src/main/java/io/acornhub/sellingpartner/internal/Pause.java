// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** Waiting by the hub's clock: who moves the clock forwards ends the wait. */
final class Pause {
    /** How soon a clock that was moved is noticed. */
    private static final Duration SLICE = Duration.ofMillis(20);

    private Pause() {
    }

    static void until(Clock clock, Instant when) throws InterruptedException {
        while (true) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            Duration rest = Duration.between(clock.instant(), when);
            if (rest.isNegative() || rest.isZero()) {
                return;
            }
            LockSupport.parkNanos(rest.compareTo(SLICE) < 0 ? rest.toNanos() : SLICE.toNanos());
        }
    }

    /** Up to a fifth longer by chance, so that those who were stopped together do not come back together. */
    static Duration withJitter(Duration pause) {
        long fifth = pause.toNanos() / 5;
        return fifth < 1 ? pause : pause.plusNanos(ThreadLocalRandom.current().nextLong(fifth));
    }
}
