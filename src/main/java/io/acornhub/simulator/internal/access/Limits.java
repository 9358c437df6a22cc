// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.access;

import io.acornhub.simulator.UsagePlans;
import io.acornhub.simulator.UsagePlans.Plan;
import io.acornhub.simulator.internal.base.SimulatedClock;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;

/** A token bucket for each operation and account. */
public final class Limits {
    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000L);
    private final SimulatedClock clock;
    private UsagePlans plans;
    private final Map<String, Bucket> buckets = new HashMap<>();

    private static final class Bucket {
        private BigDecimal tokens;
        private long asOf;
    }

    public Limits(UsagePlans plans, SimulatedClock clock) {
        this.plans = plans;
        this.clock = clock;
    }

    public synchronized UsagePlans plans() {
        return plans;
    }

    /** New limits, with full buckets. */
    public synchronized void set(UsagePlans to) {
        plans = to;
        buckets.clear();
    }

    /** The plan that holds for an operation whose own plan is the given one. */
    public synchronized Plan plan(String operation, Plan own) {
        Plan plan = plans.operations().getOrDefault(operation, own);
        return new Plan(plan.rate().multiply(plans.factor()), plan.burst());
    }

    /** Takes a token; false: the quota is exceeded. */
    public synchronized boolean take(String operation, Account account, Plan own) {
        if (!plans.enforced()) {
            return true;
        }
        Plan plan = plan(operation, own);
        long now = clock.passed().toNanos();
        BigDecimal burst = BigDecimal.valueOf(plan.burst());
        Bucket bucket = buckets.computeIfAbsent(operation + " " + account.name(), key -> {
            Bucket full = new Bucket();
            full.tokens = burst;
            full.asOf = now;
            return full;
        });
        BigDecimal refilled = plan.rate().multiply(BigDecimal.valueOf(Math.max(0, now - bucket.asOf)))
            .divide(NANOS, 9, RoundingMode.DOWN);
        bucket.tokens = bucket.tokens.add(refilled).min(burst);
        bucket.asOf = now;
        if (bucket.tokens.compareTo(BigDecimal.ONE) < 0) {
            return false;
        }
        bucket.tokens = bucket.tokens.subtract(BigDecimal.ONE);
        return true;
    }
}
