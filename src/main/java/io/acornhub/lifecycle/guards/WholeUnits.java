// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards;

import io.acornhub.canonical.CanonicalDocument;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import java.util.List;
import java.util.Set;

/** What is counted is whole; only what is weighed or measured has fractions. */
final class WholeUnits extends NamedGuard<CanonicalDocument> {
    private static final Set<String> COUNTED = Set.of("EACH", "CASE", "PACK", "PAIR", "DOZEN", "SET");

    WholeUnits() {
        super("whole-units", FaultCode.QUANTITY_FRACTIONAL, "a fraction of an each, case or pack");
    }

    @Override
    public List<Fault> check(CanonicalDocument document, OrderBook book, GuardSettings settings) {
        return LineReference.of(document).stream().flatMap(r -> r.quantities().stream())
            .filter(q -> COUNTED.contains(q.quantity().unit()) && q.quantity().amount().stripTrailingZeros().scale() > 0)
            .map(q -> fault(q.path(), plain(q.quantity().amount()), plain(q.quantity().amount()) + " " + q.quantity().unit()
                + " is not whole. Give whole units; correct the pack size if it comes from a conversion.")).toList();
    }
}
