// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards;

import io.acornhub.canonical.CanonicalDocument;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import java.util.ArrayList;
import java.util.List;

/** Every line that a document speaks of was ordered. */
final class LineKnown extends NamedGuard<CanonicalDocument> {
    LineKnown() {
        super("line-known", FaultCode.LINE_NOT_ORDERED, "a line that the order does not have");
    }

    @Override
    public List<Fault> check(CanonicalDocument document, OrderBook book, GuardSettings settings) {
        List<Fault> faults = new ArrayList<>();
        for (LineReference reference : LineReference.of(document)) {
            if (reference.order(book).isPresent() && reference.line(book).isEmpty()) {
                faults.add(fault(reference.linePath(), reference.lineNo(), reference.lineNo() == null
                    ? "Which line of order " + reference.poNumber() + " is meant cannot be told: neither its number nor an item id fits "
                        + "exactly one line. Add the line number in the ERP."
                    : "Order " + reference.poNumber() + " has no line " + reference.lineNo() + ". Correct the line reference in the ERP."));
            }
        }
        return faults;
    }
}
