// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import java.math.BigDecimal;
import java.util.List;

/**
 * A line of an order matched across its documents: what each step leaves to the next, and one word for it. Quantities are in
 * the unit ordered.
 *
 * @param toAnswer ordered and in no answer; {@code toShip} promised and not shipped; {@code toInvoice} shipped and not invoiced;
 *                 {@code toPay} the amount invoiced and not accounted for; below zero where a later step has more than the earlier
 */
public record OrderMatch(String lineNo, String unit, BigDecimal ordered, BigDecimal acknowledged, BigDecimal shipped, BigDecimal invoiced,
                         BigDecimal toAnswer, BigDecimal toShip, BigDecimal toInvoice, BigDecimal toPay, Word word) {

    /** The first that fits counts: what may cost money comes before what is only unfinished. */
    public enum Word {
        SHIPPED_ABOVE_PROMISED, INVOICED_ABOVE_SHIPPED, UNANSWERED, CANCELLED, REJECTED, TO_SHIP, TO_INVOICE, TO_PAY, DEDUCTED, MATCHED
    }

    public static List<OrderMatch> of(OrderFigures order) {
        return order.lines().stream().map(OrderMatch::of).toList();
    }

    private static OrderMatch of(OrderFigures.Line line) {
        BigDecimal toAnswer = line.ordered().subtract(line.promised()).subtract(line.rejected());
        BigDecimal toShip = line.cancelled() ? BigDecimal.ZERO : line.promised().subtract(line.shipped());
        BigDecimal toInvoice = line.shipped().subtract(line.invoiced()).subtract(line.credited());
        return new OrderMatch(line.lineNo(), line.unit(), line.ordered(), line.promised(), line.shipped(), line.invoiced(), toAnswer,
            toShip, toInvoice, line.openAmount(), word(line, toAnswer, toShip, toInvoice));
    }

    private static Word word(OrderFigures.Line line, BigDecimal toAnswer, BigDecimal toShip, BigDecimal toInvoice) {
        if (toShip.signum() < 0) {
            return Word.SHIPPED_ABOVE_PROMISED;
        } else if (toInvoice.signum() < 0) {
            return Word.INVOICED_ABOVE_SHIPPED;
        } else if (toAnswer.signum() > 0 && !line.cancelled()) {
            return Word.UNANSWERED;
        } else if (line.shipped().signum() == 0 && (line.cancelled() || line.promised().signum() == 0)) {
            return line.cancelled() ? Word.CANCELLED : Word.REJECTED;
        } else if (toShip.signum() > 0) {
            return Word.TO_SHIP;
        } else if (toInvoice.signum() > 0) {
            return Word.TO_INVOICE;
        } else if (line.openAmount().signum() > 0) {
            return Word.TO_PAY;
        }
        return line.deducted().signum() > 0 ? Word.DEDUCTED : Word.MATCHED;
    }
}
