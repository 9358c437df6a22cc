// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.base;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** The switches of the rules, as they stand now. */
public final class Rules {
    private volatile Map<Rule, Boolean> on;

    /** @throws IllegalArgumentException for a name that is no rule */
    public Rules(Map<String, Boolean> switches) {
        Map<Rule, Boolean> start = new EnumMap<>(Rule.class);
        for (Rule rule : Rule.values()) {
            start.put(rule, rule.onByDefault());
        }
        on = start;
        set(switches);
    }

    public boolean on(Rule rule) {
        return on.get(rule);
    }

    /** Switches some; all or none when a name is wrong. */
    public synchronized void set(Map<String, Boolean> switches) {
        Map<Rule, Boolean> next = new EnumMap<>(on);
        switches.forEach((name, value) -> next.put(Rule.valueOf(name), value));
        on = next;
    }

    public Map<Rule, Boolean> all() {
        return Collections.unmodifiableMap(on);
    }
}
