// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.acknowledgment;

import io.acornhub.canonical.OrderAcknowledgment;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.LineNumbers;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.guards.GuardSettings;
import io.acornhub.lifecycle.guards.NamedGuard;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** No line is answered twice: the second answer would replace the first (facts, section 4.2). */
public final class AnsweredOnce extends NamedGuard<OrderAcknowledgment> {
    public AnsweredOnce() {
        super("line-numbers", FaultCode.LINE_NUMBER_REPEATED, "a line that is answered twice");
    }

    @Override
    public List<Fault> check(OrderAcknowledgment answer, OrderBook book, GuardSettings settings) {
        Set<String> seen = new HashSet<>();
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < answer.lines().size(); i++) {
            String lineNo = answer.lines().get(i).lineNo();
            if (!seen.add(LineNumbers.stripped(lineNo))) {
                faults.add(fault("lines[" + i + "].lineNo", lineNo, "Line " + lineNo
                    + " is answered twice. Put both parts into one line."));
            }
        }
        return faults;
    }
}
