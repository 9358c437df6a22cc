// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards;

import io.acornhub.canonical.CanonicalDocument;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import java.util.List;

/** Every order that a document names came in here. */
final class OrderKnown extends NamedGuard<CanonicalDocument> {
    OrderKnown() {
        super("order-known", FaultCode.ORDER_UNKNOWN, "an order number that never came in");
    }

    @Override
    public List<Fault> check(CanonicalDocument document, OrderBook book, GuardSettings settings) {
        if (document.poNumbers().isEmpty()) {
            return List.of(fault("poNumber", null, "The document names no order. Add the partner's order number in the ERP and send it "
                + "again."));
        }
        return document.poNumbers().stream().filter(po -> book.order(po).isEmpty()).map(po -> fault("poNumber", po,
            "No order " + po + " has come in. Check the number in the ERP; release only if the order came another way.")).toList();
    }
}
