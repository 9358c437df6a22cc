// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import io.acornhub.interchange.Fault;
import io.acornhub.partner.Agreement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Findings sorted by what the agreement says of their rules.
 *
 * @param blocks what nobody may release: the document is corrected and sent anew, or dropped
 * @param holds what holds the document until a person releases or drops it
 * @param warnings what is only noted
 */
public record Verdicts(List<Fault> blocks, List<Fault> holds, List<Fault> warnings) {

    public static Verdicts of(List<Finding> findings, Agreement agreement) {
        List<Fault> blocks = new ArrayList<>();
        List<Fault> holds = new ArrayList<>();
        List<Fault> warnings = new ArrayList<>();
        for (Finding finding : findings) {
            switch (agreement.rules().getOrDefault(finding.rule(), "hold")) {
                case "off" -> { }
                case "block" -> blocks.add(finding.fault());
                case "warn" -> warnings.add(finding.fault());
                default -> holds.add(finding.fault());
            }
        }
        return new Verdicts(blocks, holds, warnings);
    }

    /** Everything that keeps the document from being acted upon, what blocks it first. */
    public List<Fault> stops() {
        return Stream.concat(blocks.stream(), holds.stream()).toList();
    }
}
