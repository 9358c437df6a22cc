// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.acknowledgment;

import io.acornhub.canonical.OrderAcknowledgment;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.guards.GuardSettings;
import io.acornhub.lifecycle.guards.NamedGuard;
import java.util.ArrayList;
import java.util.List;

/** By API an obsolete product is a hard reject: said twice, Amazon stops ordering the item. A person says it. */
public final class ObsoleteAsked extends NamedGuard<OrderAcknowledgment> {
    public ObsoleteAsked() {
        super("obsolete-asked", FaultCode.OBSOLETE_PRODUCT_ANSWERED, "by API: an item answered as obsolete, which Amazon may never order "
            + "again");
    }

    @Override
    public List<Fault> check(OrderAcknowledgment answer, OrderBook book, GuardSettings settings) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; settings.byApi() && i < answer.lines().size(); i++) {
            OrderAcknowledgment.Line line = answer.lines().get(i);
            if (line.dispositions().stream().anyMatch(d -> "REJECTED".equals(d.status()) && "OBSOLETE_PRODUCT".equals(d.reason()))) {
                faults.add(fault("lines[" + i + "].dispositions", line.lineNo(), "Line " + line.lineNo() + " is answered as an obsolete "
                    + "product. Said twice, Amazon stops ordering the item. Release it if that is meant, else answer it as temporarily "
                    + "unavailable."));
            }
        }
        return faults;
    }
}
