// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import io.acornhub.canonical.Party;
import io.acornhub.canonical.PurchaseOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The parties of a document, completed by those of its orders. */
final class OrderedParties {
    private OrderedParties() {
    }

    /** Adds the orders' ship-to where the document names none and the orders agree on one. */
    static List<Party> withShipTo(List<Party> parties, List<PurchaseOrder> orders) {
        return with("SHIP_TO", parties, orders);
    }

    /** Adds the party of that role where the document names none and the orders agree on one. */
    static List<Party> with(String role, List<Party> parties, List<PurchaseOrder> orders) {
        if (parties != null && parties.stream().anyMatch(p -> role.equals(p.role()))) {
            return parties;
        }
        List<Party> ordered = orders.stream().filter(o -> o.parties() != null).flatMap(o -> o.parties().stream())
            .filter(p -> role.equals(p.role())).toList();
        boolean one = !ordered.isEmpty() && ordered.stream().allMatch(p -> Objects.equals(p.id(), ordered.get(0).id())
            && Objects.equals(p.idType(), ordered.get(0).idType()));
        if (!one) {
            return parties;
        }
        List<Party> completed = new ArrayList<>(parties == null ? List.of() : parties);
        completed.add(ordered.get(0));
        return completed;
    }
}
