// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.internal;

import io.acornhub.canonical.PurchaseOrder;
import io.acornhub.canonical.PurchaseOrderChange;
import io.acornhub.canonical.Remittance;
import io.acornhub.canonical.RoutingInstruction;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.Act;
import io.acornhub.lifecycle.OrderBook.Use;
import io.acornhub.lifecycle.OrderState.Step;
import io.acornhub.lifecycle.internal.StepLog.Doing;
import io.acornhub.lifecycle.internal.StepLog.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;

/** How documents from the partner come to count. */
public final class Inbound {
    private final OrderTable orders;
    private final Counted counted;
    private final Numbers numbers;
    private final Money money;
    private final Progress progress;
    private final StepLog log;

    public Inbound(JdbcTemplate jdbc) {
        this.orders = new OrderTable(jdbc);
        this.counted = new Counted(jdbc);
        this.numbers = new Numbers(jdbc);
        this.money = new Money(jdbc);
        this.progress = new Progress(jdbc);
        this.log = new StepLog(jdbc);
    }

    public List<Fault> order(String partner, PurchaseOrder order, String documentId, Instant at, Instant due) {
        String po = order.poNumber();
        Doing doing = new Doing(partner, documentId, Act.ORDER, po, at);
        if (!orders.insert(partner, order, documentId, at, due)) {
            OrderTable.Header known = orders.lock(partner, List.of(po)).get(po);
            if (known.documentId().equals(documentId)) {
                return List.of();
            }
            List<Fault> faults = List.of(Fault.onPath(FaultCode.PURCHASE_ORDER_REPEATED, "poNumber", po, "Order " + po
                + " came before (document " + known.documentId() + "). It never becomes a second order; compare both and drop this one."));
            progress.refused(doing, List.of(po), Map.of(po, known), faults);
            return faults;
        }
        counted.add(documentId, partner, Act.ORDER, po, order.vendorCode(), null, at, List.of(po));
        if (counted.ofOrder(partner, po).size() > 1) {
            // Answers that a person released before the order came.
            progress.step(doing, po, orders.find(partner, po).orElseThrow(), Outcome.TAKEN, null);
        } else {
            log.write(doing, po, Outcome.TAKEN, Step.NEW, Step.NEW, null);
        }
        return List.of();
    }

    /** @param current reads the order as it stands before the change */
    public List<Fault> change(String partner, PurchaseOrderChange change, String documentId, Instant at, Instant due,
                              Supplier<PurchaseOrder> current) {
        String po = change.poNumber();
        Act act = Act.of(change).orElseThrow();
        Doing doing = new Doing(partner, documentId, act, po, at);
        Map<String, OrderTable.Header> known = orders.lock(partner, List.of(po));
        if (counted.find(documentId).isPresent()) {
            return List.of();
        }
        if (!known.containsKey(po)) {
            return List.of(Fault.onPath(FaultCode.ORDER_UNKNOWN, "poNumber", po, "Amazon changes order " + po
                + ", but no such order has come in. Ask Amazon for the order itself, then release this."));
        }
        List<Fault> refused = progress.refusals(doing, known.values());
        if (refused.isEmpty() && change.changeNumber() != null) {
            Optional<Use> holder = numbers.take(partner, Numbers.CHANGE, po + "/" + change.changeNumber(), documentId, at, u -> false);
            refused = holder.map(u -> List.of(Fault.onPath(FaultCode.PURCHASE_ORDER_REPEATED, "changeNumber", change.changeNumber(),
                "Change " + change.changeNumber() + " of order " + po + " came before (document " + u.documentId()
                    + "). It is not made a second time; compare both and drop this one."))).orElse(List.of());
        }
        if (!refused.isEmpty()) {
            progress.refused(doing, List.of(po), known, refused);
            return refused;
        }
        PurchaseOrder after = OrderChanges.apply(current.get(), change);
        orders.change(partner, after, act == Act.CANCELLATION, due);
        counted.add(documentId, partner, act, po, change.vendorCode(), null, at, List.of(po));
        // Read again: whether it is cancelled decides where it stands.
        OrderTable.Header before = known.get(po);
        progress.step(doing, po, orders.find(partner, po).orElse(before), Outcome.TAKEN, null);
        return List.of();
    }

    public List<Fault> payment(String partner, Remittance remittance, String documentId, Instant at) {
        Map<String, Money.Known> invoices = money.invoicesOf(partner, remittance);
        Set<String> concerned = Money.orders(remittance, invoices);
        Map<String, OrderTable.Header> known = orders.lock(partner, concerned);
        if (counted.find(documentId).isPresent()) {
            return List.of();
        }
        Doing doing = new Doing(partner, documentId, Act.PAYMENT, remittance.paymentReference(), at);
        Optional<Use> holder = numbers.take(partner, Numbers.PAYMENT, remittance.paymentReference(), documentId, at,
            u -> !money.sameTotal(u.documentId(), remittance));
        if (holder.isPresent()) {
            List<Fault> faults = List.of(Fault.onPath(FaultCode.PAYMENT_REPEATED, "paymentReference", remittance.paymentReference(),
                "Payment " + remittance.paymentReference() + " came before (document " + holder.get().documentId()
                + "). It is not counted twice; compare both and drop this one."));
            progress.refused(doing, concerned, known, faults);
            return faults;
        }
        counted.add(documentId, partner, Act.PAYMENT, remittance.paymentReference(), remittance.vendorCode(), null, at, concerned);
        money.payment(remittance, partner, documentId, invoices);
        concerned.forEach(po -> progress.step(doing, po, known.get(po), Outcome.TAKEN, null));
        return List.of();
    }

    public List<Fault> routing(String partner, RoutingInstruction instruction, String documentId, Instant at) {
        Set<String> concerned = new TreeSet<>(instruction.poNumbers());
        Map<String, OrderTable.Header> known = orders.lock(partner, concerned);
        if (counted.find(documentId).isPresent()) {
            return List.of();
        }
        Doing doing = new Doing(partner, documentId, Act.ROUTING_INSTRUCTION, instruction.instructionNumber(), at);
        counted.add(documentId, partner, Act.ROUTING_INSTRUCTION, instruction.instructionNumber(), instruction.vendorCode(), null, at,
            concerned);
        for (RoutingInstruction.Load load : instruction.loads()) {
            for (RoutingInstruction.OrderRef ref : load.orders() == null ? List.<RoutingInstruction.OrderRef>of() : load.orders()) {
                if (ref.poNumber() != null && load.amazonReference() != null) {
                    orders.amazonReference(partner, ref.poNumber(),
                        "CANCEL".equals(instruction.purpose()) ? null : load.amazonReference());
                }
            }
        }
        concerned.forEach(po -> progress.step(doing, po, known.get(po), Outcome.TAKEN, null));
        return List.of();
    }
}
