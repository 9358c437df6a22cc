// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.metrics;

import java.time.Duration;
import java.util.function.Supplier;

/** A value that is expensive to get and good enough for a while. */
final class Kept<T> {
    private final long nanos;
    private final Supplier<T> source;
    private T value;
    private long at;

    Kept(Duration life, Supplier<T> source) {
        this.nanos = life.toNanos();
        this.source = source;
    }

    synchronized T get() {
        if (value == null || System.nanoTime() - at > nanos) {
            value = source.get();
            at = System.nanoTime();
        }
        return value;
    }
}
