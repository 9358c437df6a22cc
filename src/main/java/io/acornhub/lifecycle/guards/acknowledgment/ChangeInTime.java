// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.acknowledgment;

import io.acornhub.canonical.OrderAcknowledgment;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.OrderState;
import io.acornhub.lifecycle.guards.GuardSettings;
import io.acornhub.lifecycle.guards.NamedGuard;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * By API quantities and prices may be answered otherwise for 48 hours, afterwards only dates; taking accepted units back is allowed
 * at any time. Counted from the first answer.
 */
public final class ChangeInTime extends NamedGuard<OrderAcknowledgment> {
    private static final Duration WITHIN = Duration.ofHours(48);

    public ChangeInTime() {
        super("change-in-time", FaultCode.ANSWER_CHANGED_LATE, "by API: more units or another price, over 48 hours after the first answer");
    }

    @Override
    public List<Fault> check(OrderAcknowledgment answer, OrderBook book, GuardSettings settings) {
        Optional<Instant> first = settings.byApi() ? book.firstAnswered(answer.poNumber()) : Optional.empty();
        if (first.isEmpty() || !book.now().isAfter(first.get().plus(WITHIN))) {
            return List.of();
        }
        List<Fault> faults = new ArrayList<>();
        for (AnsweredLine at : AnsweredLine.of(answer, book)) {
            OrderState.Line known = at.ordered();
            BigDecimal confirmed = at.line().dispositions().stream().filter(d -> !"REJECTED".equals(d.status()) && d.quantity() != null)
                .map(d -> d.quantity().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (confirmed.compareTo(known.promised()) > 0) {
                faults.add(late(at, ".dispositions", "is answered with " + plain(confirmed) + " instead of " + plain(known.promised()),
                    plain(confirmed), first.get()));
            }
            BigDecimal price = at.line().price() == null ? null : at.line().price().amount();
            BigDecimal before = known.acknowledgedPrice() == null ? known.unitPrice() : known.acknowledgedPrice();
            if (price != null && before != null && price.compareTo(before) != 0) {
                faults.add(late(at, ".price", "costs " + plain(price) + " instead of " + plain(before), plain(price), first.get()));
            }
        }
        return faults;
    }

    private Fault late(AnsweredLine at, String below, String what, String value, Instant first) {
        return fault(at.path() + below, value, "Line " + at.line().lineNo() + " " + what + ". The order was first answered at " + first
            + "; over 48 hours later Amazon takes only other dates, or fewer units. Ask the buyer, or correct it in the ERP.");
    }
}
