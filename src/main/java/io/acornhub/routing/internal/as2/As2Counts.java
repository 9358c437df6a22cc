// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.as2;

import io.acornhub.routing.StageListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells the metrics what was received, sent, confirmed and refused by AS2, as stages {@code as2-…} by partner. */
@Component
class As2Counts {
    private final List<StageListener> listeners;
    private final Clock clock;

    As2Counts(List<StageListener> listeners, Clock clock) {
        this.listeners = listeners;
        this.clock = clock;
    }

    void done(String what, String partner, Instant since) {
        Duration took = Duration.between(since, clock.instant());
        listeners.forEach(l -> l.stageDone(what, partner, 1, took.isNegative() ? Duration.ZERO : took));
    }

    void failed(String what, String partner, String family) {
        listeners.forEach(l -> l.stageFailed(what, partner, family));
    }
}
