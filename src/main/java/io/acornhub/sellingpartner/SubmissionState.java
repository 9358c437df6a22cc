// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * How far a document that we posted is. Amazon's own words (Processing, Success, Failure) are no states: Success is never said of
 * acknowledgments and invoices.
 */
public enum SubmissionState {
    /** Its body is stored; it is posted next, or again when the API takes it. */
    READY,
    /** Committed before the POST; whoever finds it so after a while does not know whether Amazon has it. */
    POSTING,
    /** Nobody knows whether Amazon has it; it is looked for. */
    UNKNOWN,
    /** Amazon has it and has not decided. */
    SUBMITTED,
    /** Amazon said no Failure in its time, or Success, and nothing independent shows it yet. */
    ASSUMED_ACCEPTED,
    /** An independent read shows it as we sent it. */
    CONFIRMED,
    /** Amazon took it and failed it, or shows something else than we sent. */
    FAILED,
    /** Amazon refused the request. */
    REFUSED,
    /** A person must say whether it arrived. */
    HELD,
    /** Sent again under a new number or as a newer document. */
    SUPERSEDED;

    private static final Set<SubmissionState> OPEN = EnumSet.of(READY, POSTING, UNKNOWN, SUBMITTED, HELD);

    /** Whether it is not decided yet. */
    public boolean open() {
        return OPEN.contains(this);
    }

    public String inWords() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
