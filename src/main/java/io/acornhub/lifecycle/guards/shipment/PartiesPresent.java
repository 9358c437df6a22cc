// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.shipment;

import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.guards.GuardSettings;
import java.util.List;
import java.util.stream.Stream;

/** Where the goods come from and go to is said. */
public final class PartiesPresent extends NoticeGuard {
    public PartiesPresent() {
        super("parties", FaultCode.PARTY_MISSING, "a shipment without ship-from or ship-to");
    }

    @Override
    protected List<Fault> inspect(ShipmentNotice notice, OrderBook book, GuardSettings settings) {
        return Stream.of("SHIP_FROM", "SHIP_TO").filter(role -> notice.parties() == null || notice.parties().stream()
                .noneMatch(p -> role.equals(p.role()) && (!blank(p.id()) || !blank(p.name()))))
            .map(role -> fault("parties", role, "The shipment has no party " + role + " with a code or a name. Enter it in the "
                + "ERP.")).toList();
    }
}
