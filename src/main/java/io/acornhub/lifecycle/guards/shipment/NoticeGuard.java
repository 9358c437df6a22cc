// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.shipment;

import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.guards.GuardSettings;
import io.acornhub.lifecycle.guards.NamedGuard;
import java.util.List;

/** A guard of notices that say what leaves; a cancellation says that nothing does, and no figure of it counts. */
abstract class NoticeGuard extends NamedGuard<ShipmentNotice> {
    NoticeGuard(String name, FaultCode code, String stops) {
        super(name, code, stops);
    }

    @Override
    public final List<Fault> check(ShipmentNotice notice, OrderBook book, GuardSettings settings) {
        return "CANCEL".equals(notice.purpose()) ? List.of() : inspect(notice, book, settings);
    }

    protected abstract List<Fault> inspect(ShipmentNotice notice, OrderBook book, GuardSettings settings);

    static List<ShipmentNotice.Package> packages(ShipmentNotice notice) {
        return notice.packages() == null ? List.of() : notice.packages();
    }

    static List<ShipmentNotice.Content> contents(ShipmentNotice.Package box) {
        return box.contents() == null ? List.of() : box.contents();
    }

    /** COLLECT or PREPAID, by the notice or, where it does not say, by its orders; null where nobody says, or orders differ. */
    static String freight(ShipmentNotice notice, OrderBook book) {
        if (notice.freight() != null) {
            return notice.freight();
        }
        List<String> said = notice.poNumbers().stream().flatMap(po -> book.order(po).stream()).map(o -> o.order().freight())
            .filter(f -> f != null).distinct().toList();
        return said.size() == 1 ? said.get(0) : null;
    }

    /** How a package is called in sentences. */
    static String named(ShipmentNotice.Package box) {
        return ("PALLET".equals(box.kind()) ? "Pallet " : "Carton ") + box.packageNo();
    }
}
