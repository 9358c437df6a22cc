// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import io.acornhub.canonical.CanonicalDocument;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.MappingFault;
import io.acornhub.lifecycle.OrderDoors;
import io.acornhub.lifecycle.OrderDoors.Door;
import io.acornhub.partner.Agreement;
import io.acornhub.partner.Partner;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** By which agreement a document leaves: the first of its partner's file that fits it and the doors its orders came by. */
@Component
public class OutboundAgreements {
    private final OrderDoors doors;

    public OutboundAgreements(OrderDoors doors) {
        this.doors = doors;
    }

    /** @throws MappingFault where nothing is agreed, or nothing for these doors together */
    Agreement of(Partner partner, CanonicalDocument document) {
        Optional<Fault> conflict = conflict(partner, document);
        if (conflict.isPresent()) {
            throw new MappingFault(conflict.get());
        }
        return fitting(partner, document).or(() -> any(partner, document)).orElseThrow(() -> new MappingFault(Fault.of(
            FaultCode.AGREEMENT_MISSING, "Partner " + partner.name() + " has no outbound agreement for " + document.type()
                + ". Add one to config/partners/" + partner.name() + ".yaml, restart and replay.")));
    }

    /** Why no agreement covers the document though there are some of its kind: its orders came by different doors. */
    Optional<Fault> conflict(Partner partner, CanonicalDocument document) {
        List<String> orders = document.poNumbers();
        boolean unknown = orders.stream().anyMatch(po -> doors.of(partner.name(), po).isEmpty());
        if (unknown || any(partner, document).isEmpty() || fitting(partner, document).isPresent()) {
            return Optional.empty();
        }
        String came = orders.stream().map(po -> po + " by " + doors.of(partner.name(), po).stream().map(Door::channel)
            .collect(Collectors.joining(" and "))).collect(Collectors.joining(", "));
        return Optional.of(Fault.onPath(FaultCode.DOORS_DIFFER, "poNumber", orders.get(0), "No agreement of " + partner.name()
            + " sends a " + document.type() + " for orders that came so: " + came + ". Make a document for each door in the ERP, or let "
            + "ordersBy of one agreement name both."));
    }

    private Optional<Agreement> fitting(Partner partner, CanonicalDocument document) {
        return partner.outgoing(document.type(), document.answers(),
            channels -> doors.cameBy(partner.name(), document.poNumbers(), channels));
    }

    /** What an order that never came in is answered by; the guards say that it is not known. */
    private static Optional<Agreement> any(Partner partner, CanonicalDocument document) {
        return partner.outgoing(document.type(), document.answers());
    }
}
