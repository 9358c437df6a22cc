// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards;

import io.acornhub.canonical.CanonicalDocument;
import io.acornhub.canonical.Invoice;
import io.acornhub.canonical.Party;
import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import java.util.List;
import java.util.Optional;

/** Goods go where the order says. Codes of different kinds, such as a SAN and an FC code, are not compared: nothing is guessed. */
final class ShipToAsOrdered extends NamedGuard<CanonicalDocument> {
    ShipToAsOrdered() {
        super("ship-to", FaultCode.SHIP_TO_DIFFERS, "a ship-to other than ordered");
    }

    @Override
    public List<Fault> check(CanonicalDocument document, OrderBook book, GuardSettings settings) {
        List<Party> parties = document instanceof ShipmentNotice notice ? notice.parties()
            : document instanceof Invoice invoice ? invoice.parties() : null;
        Optional<Party> shipTo = shipTo(parties);
        if (shipTo.isEmpty()) {
            return List.of();
        }
        return document.poNumbers().stream().flatMap(po -> book.order(po).flatMap(o -> shipTo(o.order().parties()))
            .filter(ordered -> sameKind(ordered, shipTo.get()) && !ordered.id().equals(shipTo.get().id()))
            .map(ordered -> fault("parties", shipTo.get().id(), "Order " + po + " goes to " + ordered.id() + ", the document says "
                + shipTo.get().id() + ". Correct the ship-to in the ERP.")).stream()).toList();
    }

    private static Optional<Party> shipTo(List<Party> parties) {
        return parties == null ? Optional.empty() : parties.stream().filter(p -> "SHIP_TO".equals(p.role()) && !blank(p.id())).findFirst();
    }

    private static boolean sameKind(Party one, Party other) {
        return one.idType() == null || other.idType() == null || one.idType().equals(other.idType());
    }
}
