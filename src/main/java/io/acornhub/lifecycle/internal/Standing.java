// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.internal;

import io.acornhub.lifecycle.OrderFigures;
import io.acornhub.lifecycle.OrderFigures.Line;
import io.acornhub.lifecycle.OrderState.Step;
import java.math.BigDecimal;
import java.util.List;

/**
 * Where an order stands: at the furthest its documents have come, PARTLY while something of it is still to come there.
 *
 * @param cancelled Amazon cancelled all of it
 * @param answered an acknowledgment counts
 */
record Standing(List<Line> lines, boolean cancelled, boolean answered, boolean anyShipped, boolean anyInvoiced, boolean anyPaid) {

    Step step(OrderFigures.Money money) {
        boolean nothingToCome = lines.stream().allMatch(l -> expected(l).signum() == 0);
        if (!anyShipped && !anyInvoiced && (cancelled || !lines.isEmpty() && nothingToCome)) {
            return Step.CANCELLED;
        }
        boolean allShipped = lines.stream().allMatch(l -> l.shipped().compareTo(expected(l)) >= 0);
        boolean allInvoiced = lines.stream().allMatch(l -> l.invoiced().add(l.credited()).compareTo(expected(l)) >= 0);
        if (anyInvoiced && anyPaid) {
            boolean settled = allShipped && allInvoiced && money.open().signum() <= 0;
            return !settled ? Step.PARTLY_PAID : money.deducted().signum() == 0 ? Step.CLOSED : Step.PAID;
        }
        if (anyInvoiced) {
            return allInvoiced ? Step.INVOICED : Step.PARTLY_INVOICED;
        }
        if (anyShipped) {
            return allShipped ? Step.SHIPPED : Step.PARTLY_SHIPPED;
        }
        return answered ? Step.ACKNOWLEDGED : Step.NEW;
    }

    /** What is to be shipped and invoiced of a line: what was promised, never more than is ordered now; of a cancelled one what left. */
    private BigDecimal expected(Line line) {
        BigDecimal gone = line.shipped().max(line.invoiced().add(line.credited()));
        if (cancelled || line.cancelled()) {
            return gone;
        }
        return answered ? line.promised().min(line.ordered()) : line.ordered();
    }
}
