// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi.internal;

import io.acornhub.interchange.Fault;
import java.util.Comparator;
import java.util.List;

/** Gathers the faults of one set, up to a limit: a set that is wrong everywhere must not fill the memory. */
final class FaultCollector {
    private final List<Fault> faults;
    private final int most;

    FaultCollector(List<Fault> faults, int most) {
        this.faults = faults;
        this.most = most;
    }

    void add(Fault fault) {
        if (faults.size() < most) {
            faults.add(fault);
        }
    }

    int size() {
        return faults.size();
    }

    /** Puts the faults of one segment, added since, in the order of its elements; one a place and code. */
    void order(int since) {
        if (faults.size() - since > 1) {
            List<Fault> added = faults.subList(since, faults.size());
            added.sort(Comparator.comparingInt(f -> order(f.elementPosition())));
            for (int i = added.size() - 1; i > 0; i--) {
                Fault one = added.get(i);
                if (added.subList(0, i).stream().anyMatch(f -> same(f, one))) {
                    added.remove(i);
                }
            }
        }
    }

    private static boolean same(Fault one, Fault other) {
        return one.code() == other.code() && one.elementPosition().equals(other.elementPosition());
    }

    /** {@code 3:2} comes behind 3 and before 4. */
    private static int order(String position) {
        int colon = position.indexOf(':');
        if (colon < 0) {
            return Integer.parseInt(position) * 1000;
        }
        return Integer.parseInt(position.substring(0, colon)) * 1000 + Integer.parseInt(position.substring(colon + 1));
    }
}
