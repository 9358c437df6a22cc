// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.base;

import java.time.Instant;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * What Amazon will do, and when: receive units, pay, assign numbers. Nothing runs by itself; whoever looks at the state first
 * brings it up to the clock. So moving the clock by a year runs the year in order, each event at its own time.
 */
public final class Agenda {
    private final SimulatedClock clock;
    private final PriorityQueue<Entry> due = new PriorityQueue<>();
    private long added;

    private record Entry(Instant at, long number, Consumer<Instant> what) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            int byTime = at.compareTo(other.at);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }

    public Agenda(SimulatedClock clock) {
        this.clock = clock;
    }

    /** @param what gets the time it was due at; that is its "now" */
    public synchronized void at(Instant time, Consumer<Instant> what) {
        due.add(new Entry(time, added++, what));
    }

    /** Runs everything that is due by now, and what that puts on the agenda for now. Called under the state's lock. */
    public synchronized void catchUp() {
        Instant now = clock.instant();
        while (!due.isEmpty() && !due.peek().at().isAfter(now)) {
            Entry entry = due.poll();
            entry.what().accept(entry.at());
        }
    }

    public synchronized int open() {
        return due.size();
    }
}
