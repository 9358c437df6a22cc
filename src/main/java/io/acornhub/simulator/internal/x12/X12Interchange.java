// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.x12;

import java.util.List;

/**
 * An interchange.
 *
 * @param header ISA, its elements without the blanks that fill them
 * @param technical TA1 segments
 * @param trailer IEA, or null where there is none
 */
public record X12Interchange(X12Segment header, List<X12Segment> technical, List<X12Group> groups, X12Segment trailer) {

    public X12Interchange {
        technical = List.copyOf(technical);
        groups = List.copyOf(groups);
    }

    /** ISA13. */
    public String control() {
        return header.get(13);
    }
}
