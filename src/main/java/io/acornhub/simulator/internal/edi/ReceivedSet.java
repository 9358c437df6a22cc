// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.edi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acornhub.simulator.internal.base.Json;
import io.acornhub.simulator.internal.submissions.Submission;
import io.acornhub.simulator.internal.x12.SyntaxFault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A set that the vendor sent, and what Amazon says of it.
 *
 * @param code of the set, such as {@code 855}; empty where a file could not be read
 * @param answer AK501 of Amazon's 997: A, E, R; empty where none was sent
 * @param syntax faults of form
 * @param findings what its content gave to say as EDI
 * @param submission the same document as the API's rules judged it; null if it did not get there
 */
record ReceivedSet(Instant received, String file, String code, String control, String number, Collection<String> orders, String answer,
                   List<SyntaxFault> syntax, List<Finding> findings, Submission submission) {

    /** {@code REFUSED}, {@code DEFECTIVE} (taken, with defects that cost), {@code ACCEPTED}, {@code PENDING}, {@code TAKEN}. */
    String verdict() {
        if (answer.equals("R") || findings.stream().anyMatch(f -> f.weight() == Finding.Weight.REFUSED)) {
            return "REFUSED";
        } else if (submission == null) {
            return findings.stream().anyMatch(f -> f.weight() == Finding.Weight.DEFECT) ? "DEFECTIVE" : "TAKEN";
        }
        return switch (submission.verdict()) {
            case REFUSED -> "REFUSED";
            case PENDING -> "PENDING";
            case WITHOUT_EFFECT -> "WITHOUT_EFFECT";
            default -> findings.stream().anyMatch(f -> f.weight() == Finding.Weight.DEFECT) ? "DEFECTIVE" : "ACCEPTED";
        };
    }

    /** Every reason in words. */
    List<String> reasons() {
        List<String> all = new ArrayList<>();
        syntax.forEach(fault -> all.add(fault.inWords()));
        findings.forEach(finding -> all.add(finding.rule() + ": " + finding.text()));
        boolean refused = findings.stream().anyMatch(finding -> finding.weight() == Finding.Weight.REFUSED);
        if (submission != null && !refused) {
            submission.reasons().forEach(error -> all.add(error.code() + ": " + error.message()
                + (error.details() == null || error.details().isEmpty() ? "" : " " + error.details())));
        }
        return all;
    }

    ObjectNode show() {
        ObjectNode json = Json.object().put("door", "EDI").put("document", code).put("number", number)
            .put("received", received.toString()).put("file", file).put("set", control).put("answer", answer)
            .put("verdict", verdict());
        ArrayNode numbers = json.putArray("purchaseOrderNumbers");
        orders.forEach(numbers::add);
        ArrayNode why = json.putArray("reasons");
        reasons().forEach(why::add);
        return json;
    }
}
