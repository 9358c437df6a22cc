// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import io.acornhub.canonical.CanonicalDocument;
import io.acornhub.canonical.DocumentType;
import io.acornhub.canonical.PurchaseOrder;
import io.acornhub.canonical.PurchaseOrderChange;
import io.acornhub.canonical.Remittance;
import io.acornhub.canonical.RoutingInstruction;
import java.util.List;
import java.util.stream.Stream;

/** The rules on what comes in, by document. */
public final class InboundRules {
    /** Rules of every document that comes in; they are checked where the interchange is known. */
    private static final List<String> EVERY = List.of("usage");

    private InboundRules() {
    }

    /**
     * Everything that nobody should act on unseen.
     *
     * @param message what the document came as, such as 850: a change of an order that came in the shape of an order is noted
     */
    public static List<Finding> check(String message, CanonicalDocument document, OrderBook book) {
        if (document instanceof PurchaseOrderChange change && "850".equals(message)) {
            return Stream.concat(OrderRules.notNew(change.purpose(), change.poNumber()).stream(),
                ChangeRules.check(change, book).stream()).toList();
        }
        return check(document, book);
    }

    private static List<Finding> check(CanonicalDocument document, OrderBook book) {
        if (document instanceof PurchaseOrder order) {
            return OrderRules.check(order);
        }
        if (document instanceof PurchaseOrderChange change) {
            return ChangeRules.check(change, book);
        }
        if (document instanceof Remittance payment) {
            return RemittanceRules.check(payment, book);
        }
        return document instanceof RoutingInstruction instruction ? RoutingRules.check(instruction, book) : List.of();
    }

    /** The names by which an agreement may set rules of a document; an order may turn out to be a change of one. */
    public static List<String> names(DocumentType type) {
        List<String> own = switch (type) {
            case PURCHASE_ORDER -> Stream.concat(OrderRules.NAMES.stream(), ChangeRules.NAMES.stream()).distinct().toList();
            case PURCHASE_ORDER_CHANGE -> ChangeRules.NAMES;
            case REMITTANCE -> RemittanceRules.NAMES;
            case ROUTING_INSTRUCTION -> RoutingRules.NAMES;
            default -> List.of();
        };
        return Stream.concat(EVERY.stream(), own.stream()).toList();
    }
}
