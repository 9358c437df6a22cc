// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

import io.acornhub.infoset.Node;
import io.acornhub.interchange.Fault;
import java.util.List;

/**
 * How a group ended.
 *
 * @param trailer node GE; null where it is missing
 * @param faults of the group (AK905); any rejects all its sets
 * @param declared GE01, or the number received where GE is missing or unreadable (AK902)
 * @param received sets read (AK903)
 * @param accepted sets without a fault of their own; see {@link #acceptedInAll}
 */
public record GroupResult(GroupHeader header, Node trailer, List<Fault> faults, long declared, int received, int accepted) {
    /** AK904: none of a group that has a fault. */
    public int acceptedInAll() {
        return faults.isEmpty() ? accepted : 0;
    }
}
