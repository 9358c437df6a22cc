// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner.internal;

import io.acornhub.sellingpartner.Operation;
import io.github.bucket4j.BandwidthBuilder.BandwidthBuilderBuildStage;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.TokensInheritanceStrategy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * What one operation of one connection may do: a token bucket, as Amazon has one on its side.
 *
 * <p>Of the burst, one part is tokens of the bucket and the rest is places for calls under way. A call that was let go before
 * others may arrive together with them, but never more of them than there are places; so however long calls take on their way,
 * Amazon's bucket does not run empty by us.
 */
final class UsagePlan {
    private static final Duration LONGEST_BLOCK = Duration.ofMinutes(5);
    private static final Duration SLOW = Duration.ofSeconds(30);
    private static final Duration SLOW_BLOCK = Duration.ofMinutes(1);
    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000);
    private final Clock clock;
    private final BigDecimal share;
    private final int tokens;
    private final Semaphore places;
    private final Bucket bucket;
    private BigDecimal rate;
    private Instant blockedUntil = Instant.MIN;
    private Instant throttledAt = Instant.MIN;
    private int strikes;

    UsagePlan(Operation operation, BigDecimal share, Clock clock) {
        this.clock = clock;
        this.share = share;
        this.rate = operation.rate();
        int burst = Math.max(1, share.multiply(BigDecimal.valueOf(operation.burst())).intValue());
        int underWay = Math.max(1, burst / 2);
        this.tokens = Math.max(1, burst - underWay);
        this.places = new Semaphore(underWay, true);
        this.bucket = Bucket.builder().addLimit(capacity -> limit(capacity.capacity(tokens))).withCustomTimePrecision(new Meter(clock))
            .build();
    }

    private BandwidthBuilderBuildStage limit(io.github.bucket4j.BandwidthBuilder.BandwidthBuilderRefillStage refill) {
        return refill.refillGreedy(1, interval());
    }

    /** A place, or how long there will be none. */
    sealed interface Entry {
        /** Given back when the answer is there. */
        record Place(Semaphore places, Instant at) implements Entry, AutoCloseable {
            @Override
            public void close() {
                places.release();
            }
        }

        record Full(Duration after) implements Entry {
        }
    }

    /** @param wait how long to wait for a place at most */
    Entry enter(Duration wait) throws InterruptedException {
        Instant last = clock.instant().plus(wait);
        Duration blocked = blocked();
        if (blocked.compareTo(wait) > 0) {
            return new Entry.Full(blocked);
        }
        if (!places.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS)) {
            return new Entry.Full(interval());
        }
        boolean in = false;
        try {
            Duration full = await(last);
            in = full == null;
            return in ? new Entry.Place(places, clock.instant()) : new Entry.Full(full);
        } finally {
            if (!in) {
                places.release();
            }
        }
    }

    /** Null when the call may go. */
    private Duration await(Instant last) throws InterruptedException {
        while (true) {
            Duration blocked = blocked();
            Duration rest = Duration.between(clock.instant(), last);
            if (blocked.compareTo(rest) > 0 && !blocked.isZero()) {
                return blocked;
            }
            Pause.until(clock, clock.instant().plus(blocked));
            rest = Duration.between(clock.instant(), last);
            boolean taken = rest.isNegative() || rest.isZero() ? bucket.tryConsume(1)
                : bucket.asBlocking().tryConsume(1, rest, nanos -> Pause.until(clock, clock.instant().plusNanos(nanos)));
            if (!taken) {
                return Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill());
            }
            if (blocked().isZero()) {
                return null;
            }
        }
    }

    /** Amazon answered something else than 429. */
    synchronized void served() {
        strikes = 0;
    }

    /**
     * Amazon answered 429: no call for the time of one refill, then double. Calls that were under way when the first of them was
     * throttled do not count again.
     *
     * @param sentAt when the throttled call got its place
     * @return how long the operation is blocked
     */
    synchronized Duration throttled(Instant sentAt) {
        if (sentAt.isAfter(throttledAt)) {
            Duration first = interval().compareTo(SLOW) < 0 ? interval() : max(SLOW_BLOCK, interval());
            Duration block = first.multipliedBy(1L << Math.min(strikes, 16));
            block = Pause.withJitter(block);
            strikes++;
            throttledAt = clock.instant();
            blockedUntil = throttledAt.plus(block.compareTo(LONGEST_BLOCK) > 0 ? LONGEST_BLOCK : block);
            bucket.tryConsumeAsMuchAsPossible();
        }
        return blocked();
    }

    /** The rate that Amazon says it applies, whether lower or higher than the one of the plan. */
    synchronized void told(BigDecimal limit) {
        if (limit.signum() > 0 && limit.compareTo(rate) != 0) {
            rate = limit;
            bucket.replaceConfiguration(BucketConfiguration.builder().addLimit(capacity -> limit(capacity.capacity(tokens))).build(),
                TokensInheritanceStrategy.AS_IS);
        }
    }

    synchronized Duration blocked() {
        Instant now = clock.instant();
        return blockedUntil.isAfter(now) ? Duration.between(now, blockedUntil) : Duration.ZERO;
    }

    synchronized BigDecimal rate() {
        return rate;
    }

    /** Calls that could be made now without waiting. */
    long available() {
        return Math.min(bucket.getAvailableTokens(), places.availablePermits());
    }

    private synchronized Duration interval() {
        return Duration.ofNanos(NANOS.divide(rate.multiply(share), 0, RoundingMode.CEILING).longValue());
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** The hub's clock as the bucket reads it. */
    private record Meter(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            Instant now = clock.instant();
            return now.getEpochSecond() * 1_000_000_000L + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
