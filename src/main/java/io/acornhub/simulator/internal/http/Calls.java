// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.http;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was called and how it was answered, counted since the start or since the counts were cleared. */
public final class Calls {
    private static final int KEPT = 2_000;
    private final Map<String, Map<String, Long>> counts = new TreeMap<>();
    private final Map<String, Map<String, Long>> throttled = new TreeMap<>();
    private final Deque<Entry> last = new ArrayDeque<>();

    /**
     * One call.
     *
     * @param outcome the status, or what became of the answer: {@code timeoutAfter} and the like
     * @param fault the fault that befell it, or null
     */
    public record Entry(Instant time, String operation, String account, String query, String outcome, String fault, String requestId) {
    }

    synchronized void add(Entry entry) {
        counts.computeIfAbsent(entry.operation(), key -> new TreeMap<>()).merge(entry.outcome(), 1L, Long::sum);
        if (entry.outcome().equals("429")) {
            throttled.computeIfAbsent(entry.fault() == null ? "limit" : "fault", key -> new TreeMap<>())
                .merge(entry.operation(), 1L, Long::sum);
        }
        last.addLast(entry);
        if (last.size() > KEPT) {
            last.removeFirst();
        }
    }

    /** Counts by operation and outcome. */
    public synchronized Map<String, Map<String, Long>> counts() {
        return copy(counts);
    }

    /** 429 by cause ({@code limit}: the caller's fault, {@code fault}: set) and operation. */
    public synchronized Map<String, Map<String, Long>> throttled() {
        return copy(throttled);
    }

    /** The last calls, the newest last. */
    public synchronized List<Entry> last(int most) {
        List<Entry> all = new ArrayList<>(last);
        return all.subList(Math.max(0, all.size() - most), all.size());
    }

    public synchronized void clear() {
        counts.clear();
        throttled.clear();
        last.clear();
    }

    private static Map<String, Map<String, Long>> copy(Map<String, Map<String, Long>> of) {
        Map<String, Map<String, Long>> copy = new TreeMap<>();
        of.forEach((key, value) -> copy.put(key, new TreeMap<>(value)));
        return copy;
    }
}
