// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import io.acornhub.canonical.OrderAcknowledgment;
import io.acornhub.canonical.PurchaseOrder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One order as far as it has come, changes of the order included.
 *
 * @param order the order as it stands now
 * @param acknowledgment what was acknowledged last; null before
 * @param changeAwaitsAnswer whether a change came in after that
 * @param amazonReference the ARN of a routing instruction for this order; null before
 */
public record OrderState(String partner, Step step, PurchaseOrder order, OrderAcknowledgment acknowledgment,
                         boolean changeAwaitsAnswer, String amazonReference, List<Line> lines) {

    /** Where an order stands as a whole, at the furthest that its documents have come: PARTLY while some of it is to come. */
    public enum Step {
        NEW, ACKNOWLEDGED, PARTLY_SHIPPED, SHIPPED, PARTLY_INVOICED, INVOICED, PARTLY_PAID, PAID, CLOSED, CANCELLED
    }

    /**
     * One line, quantities in the unit it was ordered in.
     *
     * @param unitPrice net price per unit as ordered; {@code acknowledgedPrice} as acknowledged, null where that said none
     * @param shipped by notices that left and were not rejected; {@code invoiced} less what was credited, likewise
     */
    public record Line(String lineNo, String buyerItem, String vendorItem, String gtin, String isbn, String unit, Integer unitSize,
                       BigDecimal ordered, BigDecimal accepted, BigDecimal backOrdered, BigDecimal rejected, BigDecimal shipped,
                       BigDecimal invoiced, BigDecimal unitPrice, BigDecimal acknowledgedPrice) {

        /** What Amazon expects of the line: accepted or back-ordered. */
        public BigDecimal promised() {
            return accepted.add(backOrdered);
        }
    }

    /** The line with that number, leading zeros aside. */
    public Optional<Line> line(String lineNo) {
        return lines.stream().filter(l -> LineNumbers.same(l.lineNo(), lineNo)).findFirst();
    }
}
