// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

import java.util.List;

/**
 * What a 997 from the partner says about a group of ours.
 *
 * @param functionalId AK101, GS01 of our group
 * @param groupControlNumber AK102, GS06 of our group
 * @param code AK901 as it came: A, E, P, R, or M, W, X of security
 * @param verdict on the group as a whole; PARTIAL for P
 * @param faults of the group in words
 * @param sets those the partner names; a group may be answered without any
 */
public record ReceivedAcknowledgment(String functionalId, String groupControlNumber, String code, Verdict verdict,
    List<String> faults, List<SetAnswer> sets) {

    public enum Verdict { ACCEPTED, ACCEPTED_WITH_ERRORS, PARTIAL, REJECTED }

    /**
     * What it says of one set.
     *
     * @param setId AK201; {@code controlNumber} AK202, our ST02
     * @param faults in words, with segment and element where it names them
     */
    public record SetAnswer(String setId, String controlNumber, Verdict verdict, List<String> faults) {
    }

    /** The verdict on a set: its own, or that of the group where the partner does not name it. */
    public Verdict verdictOf(String setId, String controlNumber) {
        return sets.stream().filter(s -> s.setId().equals(setId) && s.controlNumber().equals(controlNumber))
            .map(SetAnswer::verdict)
            .findFirst().orElse(verdict);
    }
}
