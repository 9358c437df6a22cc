// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import io.acornhub.canonical.PurchaseOrder;
import io.acornhub.canonical.Window;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.identifiers.CheckDigit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Business rules on an order that is right by its grammar: the 997 accepts it, and yet nobody should act on it unseen. That
 * the PO number is new is checked where orders are registered ({@link OrderLifecycle}).
 */
public final class OrderRules {
    /** Names by which agreements set them. */
    public static final List<String> NAMES = List.of("control-totals", "gtin-check-digit", "delivery-window", "line-numbers", "purpose");

    private OrderRules() {
    }

    public static List<Finding> check(PurchaseOrder order) {
        List<Finding> findings = new ArrayList<>();
        controlTotals(order, findings);
        window("deliveryWindow", order.deliveryWindow(), findings);
        window("shipWindow", order.shipWindow(), findings);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < order.lines().size(); i++) {
            PurchaseOrder.Line line = order.lines().get(i);
            if (!seen.add(line.lineNo())) {
                findings.add(new Finding("line-numbers", Fault.onPath(FaultCode.LINE_NUMBER_REPEATED, path(i, "lineNo"), line.lineNo(),
                    "Line number " + line.lineNo() + " stands twice; an answer could not be told apart. Ask the partner.")));
            }
            if (line.gtin() != null && !CheckDigit.holds(line.gtin())) {
                findings.add(new Finding("gtin-check-digit", Fault.onPath(FaultCode.GTIN_CHECK_DIGIT_WRONG, path(i, "gtin"), line.gtin(),
                    "GTIN " + line.gtin() + " of line " + line.lineNo() + " is wrong: its check digit does not fit. Reject the line in the "
                        + "855 (R2) or correct the item, then release.")));
            }
        }
        notNew(order.purpose(), order.poNumber()).ifPresent(findings::add);
        return findings;
    }

    private static void controlTotals(PurchaseOrder order, List<Finding> findings) {
        if (order.totals() == null) {
            return;
        }
        Integer stated = order.totals().lineCount();
        if (stated != null && stated != order.lines().size()) {
            findings.add(new Finding("control-totals", Fault.onPath(FaultCode.LINE_COUNT_WRONG, "totals.lineCount", stated.toString(),
                "CTT01 says " + stated + " lines, the order has " + order.lines().size()
                + ". Ask the partner whether lines are missing.")));
        }
        BigDecimal hash = order.totals().quantityHash();
        BigDecimal sum = order.lines().stream().map(l -> l.quantity().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (hash != null && hash.compareTo(sum) != 0) {
            findings.add(new Finding("control-totals", Fault.onPath(FaultCode.HASH_TOTAL_WRONG, "totals.quantityHash", hash.toPlainString(),
                "CTT02 says " + hash.toPlainString() + ", the quantities sum to " + sum.toPlainString()
                    + ". Ask the partner whether lines are missing or changed.")));
        }
    }

    private static void window(String name, Window window, List<Finding> findings) {
        if (window != null && window.from() != null && window.to() != null && window.from().isAfter(window.to())) {
            findings.add(new Finding("delivery-window", Fault.onPath(FaultCode.WINDOW_REVERSED, name, window.from() + ".." + window.to(),
                "The window ends (" + window.to() + ") before it begins (" + window.from() + "). Ask the partner for the right dates.")));
        }
    }

    /** That a document in the shape of an order is none; empty for a new order. */
    static Optional<Finding> notNew(String purpose, String poNumber) {
        return "ORIGINAL".equals(purpose) ? Optional.empty() : Optional.of(new Finding("purpose", Fault.onPath(
            FaultCode.PURCHASE_ORDER_NOT_NEW, "purpose", purpose, "This 850 is no new order but says " + purpose + " for " + poNumber
                + ". It must not become a second sales order; change the order in the ERP and drop this document.")));
    }

    private static String path(int line, String field) {
        return "lines[" + line + "]." + field;
    }
}
