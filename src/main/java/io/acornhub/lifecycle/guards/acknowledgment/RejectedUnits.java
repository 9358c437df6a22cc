// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.acknowledgment;

import io.acornhub.canonical.OrderAcknowledgment;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.LineNumbers;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.OrderState;
import io.acornhub.lifecycle.guards.GuardSettings;
import io.acornhub.lifecycle.guards.NamedGuard;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** By API units that were rejected stay rejected, though others of their line were accepted. */
public final class RejectedUnits extends NamedGuard<OrderAcknowledgment> {
    public RejectedUnits() {
        super("rejected-units", FaultCode.REJECTED_UNITS_REVIVED, "by API: rejected units of a line taken up again");
    }

    @Override
    public List<Fault> check(OrderAcknowledgment answer, OrderBook book, GuardSettings settings) {
        List<Fault> faults = new ArrayList<>();
        Optional<OrderState> order = settings.byApi() ? book.order(answer.poNumber()) : Optional.empty();
        if (order.isEmpty() || order.get().acknowledgment() == null) {
            return faults;
        }
        for (int i = 0; i < answer.lines().size(); i++) {
            OrderAcknowledgment.Line line = answer.lines().get(i);
            Optional<OrderState.Line> known = order.get().lines().stream().filter(l -> LineNumbers.same(l.lineNo(), line.lineNo()))
                .filter(l -> l.rejected().signum() > 0 && l.promised().signum() > 0).findFirst();
            BigDecimal confirmed = line.dispositions().stream().filter(d -> !"REJECTED".equals(d.status()) && d.quantity() != null)
                .map(d -> d.quantity().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (known.isPresent() && confirmed.compareTo(known.get().ordered().subtract(known.get().rejected())) > 0) {
                faults.add(fault("lines[" + i + "].dispositions", plain(confirmed), plain(known.get().rejected()) + " of line "
                    + line.lineNo() + " were rejected before, so no more than "
                    + plain(known.get().ordered().subtract(known.get().rejected()))
                    + " can be confirmed. Ask for a new order for the rest."));
            }
        }
        return faults;
    }
}
