// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.submission;

import io.acornhub.sellingpartner.Operation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Operations of connections that could not be called a moment ago, so that not every document that waits must find it out. Spares
 * effort only.
 */
@Component
class Pauses {
    private final Map<String, Instant> until = new ConcurrentHashMap<>();
    private final Clock clock;

    Pauses(Clock clock) {
        this.clock = clock;
    }

    void pause(String connection, Operation operation, Duration after) {
        until.merge(connection + " " + operation.id(), clock.instant().plus(after), (one, other) -> one.isAfter(other) ? one : other);
    }

    /** When it may be tried again; null for now. */
    Instant until(String connection, Operation operation) {
        Instant end = until.get(connection + " " + operation.id());
        return end == null || !end.isAfter(clock.instant()) ? null : end;
    }
}
