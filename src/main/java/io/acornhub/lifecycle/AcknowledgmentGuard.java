// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import io.acornhub.canonical.OrderAcknowledgment;
import io.acornhub.canonical.OrderAcknowledgment.Disposition;
import io.acornhub.canonical.PurchaseOrder;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What must hold before an acknowledgment leaves: Amazon counts a line left out as rejected, takes quantity and price only
 * downwards, and never revives a rejected line (facts, sections 0 and 4.2).
 */
public final class AcknowledgmentGuard {
    private AcknowledgmentGuard() {
    }

    public static Finding orderUnknown(OrderAcknowledgment answer) {
        return new Finding("order-known", Fault.onPath(FaultCode.ORDER_UNKNOWN, "poNumber", answer.poNumber(),
            "No order " + answer.poNumber() + " has come in. Check the number in the ERP; release only if the order came another way."));
    }

    /** @param before what was acknowledged last for this order, if anything */
    public static List<Finding> check(OrderAcknowledgment answer, PurchaseOrder order, Optional<OrderAcknowledgment> before) {
        List<Finding> findings = new ArrayList<>();
        for (PurchaseOrder.Line ordered : order.lines()) {
            if (answer.lines().stream().noneMatch(l -> LineNumbers.same(l.lineNo(), ordered.lineNo()))) {
                findings.add(new Finding("every-line", Fault.onPath(FaultCode.LINE_NOT_ACKNOWLEDGED, "lines", ordered.lineNo(),
                    "Line " + ordered.lineNo() + " of order " + order.poNumber() + " is not answered; Amazon would count it as rejected. "
                        + "Confirm or reject it in the ERP and send the acknowledgment again.")));
            }
        }
        for (int i = 0; i < answer.lines().size(); i++) {
            line(i, answer.lines().get(i), order, before, findings);
        }
        return findings;
    }

    private static void line(int index, OrderAcknowledgment.Line line, PurchaseOrder order, Optional<OrderAcknowledgment> before,
                             List<Finding> findings) {
        String path = "lines[" + index + "]";
        Optional<PurchaseOrder.Line> ordered = AcknowledgmentResolver.ordered(order, line.lineNo());
        if (ordered.isEmpty()) {
            findings.add(new Finding("every-line", Fault.onPath(FaultCode.LINE_NOT_ORDERED, path + ".lineNo", line.lineNo(),
                "Order " + order.poNumber() + " has no line " + line.lineNo() + ". Correct the line reference in the ERP.")));
            return;
        }
        units(path, line, ordered.get(), findings);
        quantity(path, line, ordered.get(), findings);
        price(path, line, ordered.get(), findings);
        before.flatMap(b -> b.lines().stream().filter(l -> LineNumbers.same(l.lineNo(), line.lineNo())).findFirst())
            .filter(b -> confirmed(b).signum() == 0 && confirmed(line).signum() > 0)
            .ifPresent(b -> findings.add(new Finding("no-revival", Fault.onPath(FaultCode.REJECTED_LINE_REVIVED, path, line.lineNo(),
                "Line " + line.lineNo() + " was rejected before; Amazon does not take a rejected line up again. Ask for a new order."))));
    }

    private static void units(String path, OrderAcknowledgment.Line line, PurchaseOrder.Line ordered, List<Finding> findings) {
        for (Disposition part : line.dispositions()) {
            if (part.quantity() != null && !ordered.quantity().unit().equals(part.quantity().unit())) {
                findings.add(new Finding("unit", Fault.onPath(FaultCode.UNIT_DIFFERS, path + ".quantity.unit", part.quantity().unit(),
                    "Line " + line.lineNo() + " was ordered in " + ordered.quantity().unit() + " and is answered in "
                        + part.quantity().unit() + ". Answer in the unit ordered.")));
                return;
            }
        }
    }

    private static void quantity(String path, OrderAcknowledgment.Line line, PurchaseOrder.Line ordered, List<Finding> findings) {
        BigDecimal answered = line.dispositions().stream().filter(d -> d.quantity() != null).map(d -> d.quantity().amount())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (answered.compareTo(ordered.quantity().amount()) > 0) {
            findings.add(new Finding("quantity",
                Fault.onPath(FaultCode.QUANTITY_ABOVE_ORDER, path + ".dispositions", answered.toPlainString(),
                    "Line " + line.lineNo() + " answers " + answered.toPlainString() + ", ordered are "
                        + ordered.quantity().amount().toPlainString() + ". A quantity may only go down.")));
        }
    }

    private static void price(String path, OrderAcknowledgment.Line line, PurchaseOrder.Line ordered, List<Finding> findings) {
        if (line.price() != null && line.price().amount() != null && ordered.price() != null && ordered.price().amount() != null
            && line.price().amount().compareTo(ordered.price().amount()) > 0) {
            findings.add(new Finding("price",
                Fault.onPath(FaultCode.PRICE_ABOVE_ORDER, path + ".price", line.price().amount().toPlainString(),
                "Line " + line.lineNo() + " costs " + line.price().amount().toPlainString() + ", ordered at "
                    + ordered.price().amount().toPlainString() + ". A price may only go down; correct it in the ERP.")));
        }
    }

    /** What of a line is still to come: accepted or back-ordered. */
    private static BigDecimal confirmed(OrderAcknowledgment.Line line) {
        return line.dispositions().stream().filter(d -> !"REJECTED".equals(d.status()) && d.quantity() != null)
            .map(d -> d.quantity().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
