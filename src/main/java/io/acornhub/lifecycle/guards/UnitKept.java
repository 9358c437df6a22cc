// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards;

import io.acornhub.canonical.CanonicalDocument;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.OrderState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The unit of the order is kept to the invoice: cases stay cases (facts, sections 0.7 and 8). */
final class UnitKept extends NamedGuard<CanonicalDocument> {
    UnitKept() {
        super("unit", FaultCode.UNIT_DIFFERS, "another unit than ordered");
    }

    @Override
    public List<Fault> check(CanonicalDocument document, OrderBook book, GuardSettings settings) {
        List<Fault> faults = new ArrayList<>();
        for (LineReference reference : LineReference.of(document)) {
            Optional<OrderState.Line> line = reference.line(book);
            if (line.isEmpty()) {
                continue;
            }
            String unit = line.get().unit();
            reference.quantities().stream().filter(q -> !unit.equals(q.quantity().unit())).findFirst().ifPresent(q ->
                faults.add(fault(q.path() + ".unit", q.quantity().unit(), "Line " + reference.lineNo() + " of order "
                    + reference.poNumber() + " was ordered in " + unit + ", here it is in " + q.quantity().unit()
                    + ". Use the unit ordered, or set up the item's pack size.")));
        }
        return faults;
    }
}
