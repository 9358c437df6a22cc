// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import io.acornhub.canonical.PurchaseOrderChange;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Business rules on a change or cancellation of an order: it must be possible still. */
public final class ChangeRules {
    /** Names by which agreements set them. */
    public static final List<String> NAMES = List.of("order-known", "line-known", "line-numbers", "shipped");
    private static final Set<String> NEW_LINE = Set.of("ADD");

    private ChangeRules() {
    }

    public static List<Finding> check(PurchaseOrderChange change, OrderBook book) {
        Optional<OrderState> order = book.order(change.poNumber());
        if (order.isEmpty()) {
            return List.of(new Finding("order-known", Fault.onPath(FaultCode.ORDER_UNKNOWN, "poNumber", change.poNumber(),
                "Order " + change.poNumber() + ", which is to be changed, never came in. Ask the partner for the order itself.")));
        }
        List<Finding> findings = new ArrayList<>();
        if ("CANCEL".equals(change.purpose()) && (change.lines() == null || change.lines().isEmpty())) {
            cancelled(order.get(), findings);
            return findings;
        }
        for (int i = 0; change.lines() != null && i < change.lines().size(); i++) {
            line("lines[" + i + "]", change.lines().get(i), change, order.get(), findings);
        }
        if ("REPLACE".equals(change.purpose())) {
            leftOut(change, order.get(), findings);
        }
        return findings;
    }

    private static void cancelled(OrderState order, List<Finding> findings) {
        order.lines().stream().filter(l -> l.shipped().signum() > 0).forEach(l -> findings.add(belowShipped("purpose", l, "cancelled")));
    }

    private static void leftOut(PurchaseOrderChange change, OrderState order, List<Finding> findings) {
        order.lines().stream().filter(l -> l.shipped().signum() > 0 && (change.lines() == null
                || change.lines().stream().noneMatch(c -> LineNumbers.same(c.lineNo(), l.lineNo()))))
            .forEach(l -> findings.add(belowShipped("lines", l, "left out")));
    }

    private static void line(String path, PurchaseOrderChange.Line line, PurchaseOrderChange change, OrderState order,
                             List<Finding> findings) {
        Optional<OrderState.Line> ordered = order.line(line.lineNo());
        if (NEW_LINE.contains(line.action())) {
            ordered.ifPresent(l -> findings.add(new Finding("line-numbers", Fault.onPath(FaultCode.LINE_NUMBER_REPEATED,
                path + ".lineNo", line.lineNo(), "Line " + line.lineNo() + " is to be added, but order " + order.order().poNumber()
                    + " has it already. Ask the partner which is meant."))));
            return;
        }
        if (ordered.isEmpty()) {
            if (!"REPLACE".equals(change.purpose())) {
                findings.add(new Finding("line-known", Fault.onPath(FaultCode.LINE_NOT_ORDERED, path + ".lineNo", line.lineNo(),
                    "Order " + order.order().poNumber() + " has no line " + line.lineNo() + " to change. Ask the partner.")));
            }
            return;
        }
        BigDecimal shipped = ordered.get().shipped();
        boolean deleted = "DELETE".equals(line.action());
        boolean reduced = line.quantity() != null && line.quantity().amount().compareTo(shipped) < 0;
        if (shipped.signum() > 0 && (deleted || reduced)) {
            findings.add(belowShipped(path + (deleted ? ".action" : ".quantity"), ordered.get(), deleted ? "deleted"
                : "reduced to " + line.quantity().amount().stripTrailingZeros().toPlainString()));
        }
    }

    private static Finding belowShipped(String path, OrderState.Line line, String how) {
        String shipped = line.shipped().stripTrailingZeros().toPlainString();
        return new Finding("shipped", Fault.onPath(FaultCode.BELOW_SHIPPED, path, shipped, "Line " + line.lineNo() + " is " + how
            + ", but " + shipped + " have left already. Tell the partner that it is too late, or call the goods back."));
    }
}
