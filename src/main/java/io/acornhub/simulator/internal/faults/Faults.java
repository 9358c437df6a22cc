// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.faults;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * The switchboard of faults. Whether the n-th call of an operation is hit is decided by seed, fault, operation and n alone, so a
 * run repeats even where calls of different operations cross each other.
 */
public final class Faults {
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private long seed;
    private List<Armed> armed = new ArrayList<>();
    private final Set<String> regionsDown = new TreeSet<>();

    private static final class Armed {
        private final Fault fault;
        private final Map<String, Long> calls = new HashMap<>();
        private final Map<String, Integer> storms = new HashMap<>();
        private int hits;

        private Armed(Fault fault) {
            this.fault = fault;
        }
    }

    /** A fault as set, and how often it has hit. */
    public record State(Fault fault, int hits) {
    }

    public Faults(long seed) {
        this.seed = seed;
    }

    /** Sets exactly these. @param newSeed null: the one there is */
    public synchronized void set(List<Fault> faults, Long newSeed) {
        seed = newSeed == null ? seed : newSeed;
        armed = new ArrayList<>();
        faults.forEach(this::add);
    }

    public synchronized void add(Fault fault) {
        armed.add(new Armed(fault));
    }

    /** No faults any more, and every region is up. */
    public synchronized void clear() {
        armed = new ArrayList<>();
        regionsDown.clear();
    }

    public synchronized void regionsDown(Set<String> regions) {
        regionsDown.clear();
        regionsDown.addAll(regions);
    }

    public synchronized Set<String> regionsDown() {
        return new TreeSet<>(regionsDown);
    }

    public synchronized boolean down(String region) {
        return regionsDown.contains(region);
    }

    public synchronized List<State> all() {
        return armed.stream().map(a -> new State(a.fault, a.hits)).toList();
    }

    public synchronized long seed() {
        return seed;
    }

    /**
     * What befalls this call, if anything: of several faults the first that was set.
     *
     * @param account null where there is none, as for a token
     * @param furtherPage whether the call asks for another page than the first
     */
    public synchronized Optional<Fault> next(String operation, String account, boolean furtherPage) {
        Fault found = null;
        for (int i = 0; i < armed.size(); i++) {
            Armed one = armed.get(i);
            if (applies(one.fault, operation, account, furtherPage) && hits(one, i, operation) && found == null) {
                one.hits++;
                found = one.fault;
            }
        }
        return Optional.ofNullable(found);
    }

    private static boolean applies(Fault fault, String operation, String account, boolean furtherPage) {
        boolean here = fault.operation() == null ? !operation.equals("token") : fault.operation().equals(operation);
        return here && (fault.account() == null || fault.account().equals(account))
            && (furtherPage || !fault.fault().whilePaging());
    }

    /** Counts the call for the fault, hit or not. */
    private boolean hits(Armed one, int index, String operation) {
        long call = one.calls.merge(operation, 1L, Long::sum);
        Fault fault = one.fault;
        if (fault.count() != null && one.hits >= fault.count() || call <= fault.after()) {
            return false;
        }
        int storm = one.storms.getOrDefault(operation, 0);
        if (storm > 0) {
            one.storms.put(operation, storm - 1);
            return true;
        }
        boolean hit = fault.share() == null || BigDecimal.valueOf(drawn(index, operation, call))
            .compareTo(fault.share().multiply(MILLION)) < 0;
        if (hit && fault.storm() > 0) {
            one.storms.put(operation, fault.storm());
        }
        return hit;
    }

    private int drawn(int index, String operation, long call) {
        long mixed = seed * 1_000_003L + index * 7_919L + operation.hashCode() * 31L + call * 0x9E3779B97F4A7C15L;
        return new SplittableRandom(mixed).nextInt(1_000_000);
    }
}
