// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

import java.util.List;

/** A functional group with the verdicts on its sets. */
public record InspectedGroup(GroupHeader header, GroupResult result, List<InspectedSet> sets) {
    /** Whether a set of this group is accepted as far as the group goes; the interchange can still be rejected. */
    public boolean accepts(InspectedSet set) {
        return result.faults().isEmpty() && set.accepted();
    }

    /** 997s and 999s are not acknowledged. */
    public boolean toBeAcknowledged() {
        return !header.isAcknowledgment();
    }
}
