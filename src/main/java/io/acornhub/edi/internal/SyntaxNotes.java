// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi.internal;

import io.acornhub.edi.SyntaxRule;
import io.acornhub.interchange.FaultCode;
import java.util.List;

/** Which elements break a syntax note of X12.6 that does not hold. */
final class SyntaxNotes {
    /** Gets the position that breaks a note: one that is absent (2) or one that must not be there (10). */
    interface Report {
        void broken(int position, FaultCode code);
    }

    private SyntaxNotes() {
    }

    static void report(SyntaxRule rule, long present, Report report) {
        List<Integer> positions = rule.positions();
        switch (rule.kind()) {
            case P -> absent(positions, 0, present, report);
            case C -> absent(positions, 1, present, report);
            case R -> report.broken(positions.get(0), FaultCode.ELEMENT_CONDITION_MISSING);
            case L -> report.broken(positions.get(1), FaultCode.ELEMENT_CONDITION_MISSING);
            case E -> excluded(positions, present, report);
        }
    }

    private static void absent(List<Integer> positions, int from, long present, Report report) {
        for (int position : positions.subList(from, positions.size())) {
            if (!has(present, position)) {
                report.broken(position, FaultCode.ELEMENT_CONDITION_MISSING);
            }
        }
    }

    /** All present ones but the first. */
    private static void excluded(List<Integer> positions, long present, Report report) {
        boolean first = true;
        for (int position : positions) {
            if (has(present, position)) {
                if (!first) {
                    report.broken(position, FaultCode.ELEMENT_EXCLUDED);
                }
                first = false;
            }
        }
    }

    private static boolean has(long present, int position) {
        return (present & SyntaxRule.bit(position)) != 0;
    }
}
