// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * After {@value #FAILURES} wrong credentials in a row an address is not listened to on that connection for {@link #PAUSE}, so that
 * guessing is slow and others are not touched. Counts live in this process only.
 */
public final class FailureThrottle {
    public static final int FAILURES = 10;
    public static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int KEPT = 10_000;

    private record Failures(int count, Instant last) {
    }

    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > KEPT;
        }
    };

    public FailureThrottle(Clock clock) {
        this.clock = clock;
    }

    /** Whether the address has to wait. */
    public synchronized boolean isPaused(String connection, String address) {
        Failures known = failures.get(connection + " " + address);
        if (known != null && clock.instant().isAfter(known.last().plus(PAUSE))) {
            failures.remove(connection + " " + address);
            return false;
        }
        return known != null && known.count() >= FAILURES;
    }

    public synchronized void failed(String connection, String address) {
        failures.merge(connection + " " + address, new Failures(1, clock.instant()),
            (before, first) -> new Failures(before.count() + 1, first.last()));
    }

    public synchronized void succeeded(String connection, String address) {
        failures.remove(connection + " " + address);
    }
}
