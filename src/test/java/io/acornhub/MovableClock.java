// SPDX-License-Identifier: Apache-2.0
package io.acornhub;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** The system's clock, set forwards or back as somebody might. */
public final class MovableClock extends Clock {
    private final AtomicReference<Duration> off = new AtomicReference<>(Duration.ZERO);

    public void move(Duration by) {
        off.updateAndGet(o -> o.plus(by));
    }

    /** Right again. */
    public void reset() {
        off.set(Duration.ZERO);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(off.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the hub thinks in UTC");
    }
}
