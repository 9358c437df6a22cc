// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner.internal;

import io.acornhub.sellingpartner.Operation;
import io.acornhub.sellingpartner.UsageLimits;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The usage plans by connection and operation, as this process has used them. */
public final class UsagePlans implements UsageLimits {
    private final BigDecimal share;
    private final Clock clock;
    private final Map<Key, UsagePlan> plans = new ConcurrentHashMap<>();

    public UsagePlans(BigDecimal share, Clock clock) {
        this.share = share;
        this.clock = clock;
    }

    record Key(String connection, Operation operation) {
    }

    @Override
    public List<Limit> of(String connection) {
        return plans.entrySet().stream().filter(e -> e.getKey().connection().equals(connection))
            .sorted(Comparator.comparing(e -> e.getKey().operation())).map(e -> new Limit(e.getKey().operation(), e.getValue().rate(),
                e.getValue().available(), e.getValue().blocked())).toList();
    }

    UsagePlan of(Key key) {
        return plans.computeIfAbsent(key, k -> new UsagePlan(k.operation(), share, clock));
    }
}
