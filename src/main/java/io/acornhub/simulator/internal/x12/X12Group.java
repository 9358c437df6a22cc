// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.x12;

import java.util.List;

/**
 * A functional group.
 *
 * @param header GS
 * @param trailer GE, or null where there is none
 */
public record X12Group(X12Segment header, List<X12Set> sets, X12Segment trailer) {

    public X12Group {
        sets = List.copyOf(sets);
    }

    /** GS01, such as {@code PR}. */
    public String code() {
        return header.get(1);
    }

    /** GS06. */
    public String control() {
        return header.get(6);
    }

    /** GS08, such as {@code 004010}. */
    public String release() {
        return header.get(8);
    }
}
