// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner.internal;

import io.acornhub.sellingpartner.Operation;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The usage plans by connection and operation, as this process has used them. */
public final class UsagePlans {
    private final BigDecimal share;
    private final Clock clock;
    private final Map<Key, UsagePlan> plans = new ConcurrentHashMap<>();

    public UsagePlans(BigDecimal share, Clock clock) {
        this.share = share;
        this.clock = clock;
    }

    record Key(String connection, Operation operation) {
    }

    UsagePlan of(Key key) {
        return plans.computeIfAbsent(key, k -> new UsagePlan(k.operation(), share, clock));
    }
}
