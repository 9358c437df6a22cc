// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards;

import io.acornhub.canonical.CanonicalDocument;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import java.util.List;

/** What is shipped or invoiced is more than nothing. */
final class QuantityPositive extends NamedGuard<CanonicalDocument> {
    QuantityPositive() {
        super("quantity-positive", FaultCode.QUANTITY_NOT_POSITIVE, "a quantity of zero or less");
    }

    @Override
    public List<Fault> check(CanonicalDocument document, OrderBook book, GuardSettings settings) {
        return LineReference.of(document).stream().flatMap(r -> r.quantities().stream())
            .filter(q -> q.quantity().amount().signum() <= 0)
            .map(q -> fault(q.path(), plain(q.quantity().amount()), "The quantity is " + plain(q.quantity().amount())
                + ". Leave the line out or give what there is of it.")).toList();
    }
}
