// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.as2;

import java.util.List;

/** What kept evidence proves. */
public record As2Verification(List<Check> checks) {

    /** What was looked at. */
    public enum Kind {
        MESSAGE_SIGNATURE, MESSAGE_CERTIFICATE, RECEIPT_SIGNATURE, RECEIPT_CERTIFICATE, MESSAGE_ID, DISPOSITION, INTEGRITY
    }

    /** The outcome of a check. */
    public enum Verdict {
        PROVEN, FAILED,
        /** There is nothing to check: not signed, or not kept. */
        ABSENT
    }

    /** One check with a sentence for a person. */
    public record Check(Kind kind, Verdict verdict, String words) {
    }

    /** True when nothing failed and nothing was absent. */
    public boolean complete() {
        return checks.stream().allMatch(c -> c.verdict == Verdict.PROVEN);
    }

    /** True when nothing failed. */
    public boolean sound() {
        return checks.stream().noneMatch(c -> c.verdict == Verdict.FAILED);
    }
}
