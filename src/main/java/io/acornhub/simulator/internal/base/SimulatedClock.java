// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.base;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The one clock of the simulator. It runs with the clock underneath, can be moved ahead (never back: Amazon's past is past) and
 * stopped. Instants have milliseconds.
 */
public final class SimulatedClock extends Clock {
    private final Clock underneath;
    private final Instant began;
    private Duration ahead = Duration.ZERO;
    private Instant stoppedAt;

    public SimulatedClock(Clock underneath) {
        this.underneath = underneath;
        this.began = underneath.instant();
    }

    @Override
    public synchronized Instant instant() {
        return (stoppedAt == null ? underneath.instant().plus(ahead) : stoppedAt).truncatedTo(ChronoUnit.MILLIS);
    }

    /** @throws IllegalArgumentException for a negative duration */
    public synchronized void advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("the clock cannot go back: " + by);
        }
        ahead = ahead.plus(by);
        if (stoppedAt != null) {
            stoppedAt = stoppedAt.plus(by);
        }
    }

    /** @throws IllegalArgumentException for an instant before now */
    public synchronized void set(Instant to) {
        advance(Duration.between(instant(), to));
    }

    /** It stands still until it is moved or started. */
    public synchronized void stop() {
        stoppedAt = instant();
    }

    public synchronized void start() {
        if (stoppedAt != null) {
            ahead = Duration.between(underneath.instant(), stoppedAt);
            stoppedAt = null;
        }
    }

    public synchronized boolean stopped() {
        return stoppedAt != null;
    }

    /**
     * Time that passed since the start, also while the clock stands, with what it was moved ahead: what limits on calls count by,
     * so that a stopped clock does not starve a client.
     */
    public synchronized Duration passed() {
        return Duration.between(began, underneath.instant()).plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Amazon's side thinks in UTC");
    }
}
