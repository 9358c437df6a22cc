// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.transfer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * When a file of a server of others may be fetched again that is still there after it was fetched: it could not be read, or not be
 * deleted. Kept in memory only, for it spares effort and carries nothing.
 */
@Component
class FetchAttempts {
    private static final int REMEMBERED = 100_000;
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int FACTOR = 4;
    private final Clock clock;
    private final Map<String, Attempt> attempts = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Attempt> eldest) {
            return size() > REMEMBERED;
        }
    };

    FetchAttempts(Clock clock) {
        this.clock = clock;
    }

    private record Attempt(Duration pause, Instant until) {
    }

    /** A file as the server lists it; one that is changed is another. */
    static String file(String connection, String name, long size, long modified) {
        return connection + "|" + size + "|" + modified + "|" + name;
    }

    synchronized boolean due(String file) {
        Attempt before = attempts.get(file);
        return before == null || !clock.instant().isBefore(before.until());
    }

    synchronized void begun(String file) {
        Attempt before = attempts.get(file);
        Duration grown = before == null ? FIRST : before.pause().multipliedBy(FACTOR);
        Duration pause = grown.compareTo(LONGEST) > 0 ? LONGEST : grown;
        attempts.put(file, new Attempt(pause, clock.instant().plus(pause)));
    }
}
