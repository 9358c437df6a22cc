// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import io.acornhub.interchange.Fault;
import io.acornhub.partner.Agreement;
import java.util.ArrayList;
import java.util.List;

/** Findings sorted by what the agreement says of their rules: what holds the document and what only warns. */
public record Verdicts(List<Fault> holds, List<Fault> warnings) {

    public static Verdicts of(List<Finding> findings, Agreement agreement) {
        List<Fault> holds = new ArrayList<>();
        List<Fault> warnings = new ArrayList<>();
        for (Finding finding : findings) {
            switch (agreement.rules().getOrDefault(finding.rule(), "hold")) {
                case "off" -> { }
                case "warn" -> warnings.add(finding.fault());
                default -> holds.add(finding.fault());
            }
        }
        return new Verdicts(holds, warnings);
    }
}
