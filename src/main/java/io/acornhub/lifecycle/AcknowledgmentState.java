// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** How far the partner's acknowledgment of a functional group or transaction set of ours is (facts, section 8). */
public enum AcknowledgmentState {
    /** Written, not yet in the partner's channel. */
    READY,
    /** In the channel; the answer is awaited. */
    SENT,
    /** The partner's system has taken the bytes (MDN, TA1 A); the answer to the content is awaited. */
    TRANSPORT_RECEIPT,
    /** The answer did not come in time and is still awaited. */
    OVERDUE,
    ACCEPTED,
    ACCEPTED_WITH_ERRORS,
    /** Of a group: some sets were rejected. */
    PARTLY,
    REJECTED,
    /** Sent again under new numbers; an answer to the old ones is noted only. */
    SUPERSEDED;

    private static final Set<AcknowledgmentState> WAITING = EnumSet.of(READY, SENT, TRANSPORT_RECEIPT, OVERDUE);

    /** Whether an answer is still awaited. */
    public boolean waits() {
        return WAITING.contains(this);
    }

    public boolean accepts() {
        return this == ACCEPTED || this == ACCEPTED_WITH_ERRORS;
    }

    /** In words, as people write it. */
    public String inWords() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The state of a group whose sets have these. */
    public static AcknowledgmentState ofSets(Collection<AcknowledgmentState> sets) {
        for (AcknowledgmentState waiting : WAITING) {
            if (sets.contains(waiting)) {
                return waiting;
            }
        }
        boolean rejected = sets.contains(REJECTED);
        boolean accepted = sets.contains(ACCEPTED) || sets.contains(ACCEPTED_WITH_ERRORS);
        if (rejected) {
            return accepted ? PARTLY : REJECTED;
        }
        if (!accepted) {
            return SUPERSEDED;
        }
        return sets.contains(ACCEPTED_WITH_ERRORS) ? ACCEPTED_WITH_ERRORS : ACCEPTED;
    }
}
