// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultFamily;
import java.util.List;

/**
 * What is kept of a set after inspection: no tree.
 *
 * @param offset byte of the file at which ST begins; {@code length} bytes to SE, terminator included
 * @param faults of syntax and of business rules; without detail in interchanges with very many
 * @param accepted no syntax fault in the set itself that rejects it; whether it is accepted in all, the group and interchange say
 */
public record InspectedSet(String id, String controlNumber, long offset, int length, int segments, int ordinal,
    List<Fault> faults, boolean accepted) {
    /** Accepted though it has faults of syntax, which the partner's agreement tolerates. */
    public boolean acceptedWithErrors() {
        return accepted && faults.stream().anyMatch(f -> f.code().family() == FaultFamily.PARTNER);
    }

    /** Syntactically right, but a business rule objects. */
    public boolean held() {
        return accepted && faults.stream().anyMatch(f -> f.code().family() == FaultFamily.BUSINESS);
    }
}
