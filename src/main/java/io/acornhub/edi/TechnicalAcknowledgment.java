// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

import io.acornhub.infoset.Node;
import io.acornhub.interchange.Fault;
import java.util.List;

/** Builds the TA1 that answers an interchange. */
public final class TechnicalAcknowledgment {
    private static final String NO_ERROR = "000";

    private TechnicalAcknowledgment() {
    }

    /** Node TA1: rejected with the code of the first fault that has one (TA105), else accepted. */
    public static Node of(InterchangeHeader header, List<Fault> faults) {
        String code = code(faults);
        Node ta1 = Node.branch("TA1", 0);
        ta1.add(Node.leaf("TA101", copy(header.controlNumber()), 0));
        ta1.add(Node.leaf("TA102", copy(header.isa(9)), 0));
        ta1.add(Node.leaf("TA103", copy(header.isa(10)), 0));
        ta1.add(Node.leaf("TA104", code.equals(NO_ERROR) ? "A" : "R", 0));
        ta1.add(Node.leaf("TA105", code, 0));
        return ta1;
    }

    /** Digits, unless the partner's header is wrong; then nothing of it may break our own segment. */
    private static String copy(String value) {
        return value.replaceAll("[^A-Za-z0-9]", " ");
    }

    private static String code(List<Fault> faults) {
        return faults.stream().filter(f -> f.code().isOf("TA105")).map(f -> f.code().standardCode()).findFirst().orElse(NO_ERROR);
    }
}
