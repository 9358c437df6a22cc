// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

import java.util.List;

/**
 * A functional group to write.
 *
 * @param functionalId GS01
 * @param release GS08
 * @param controlNumber GS06, 1 to 999999999
 */
public record OutgoingGroup(String functionalId, String release, long controlNumber, List<OutgoingSet> sets) {
    public OutgoingGroup {
        sets = List.copyOf(sets);
    }
}
