// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import io.acornhub.canonical.PurchaseOrder;
import io.acornhub.interchange.Document;
import io.acornhub.interchange.DocumentChange;
import io.acornhub.interchange.DocumentState;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.Light;
import io.acornhub.lifecycle.DeadlineEvents;
import io.acornhub.lifecycle.Finding;
import io.acornhub.lifecycle.OrderRegister;
import io.acornhub.lifecycle.OrderRules;
import io.acornhub.lifecycle.Verdicts;
import io.acornhub.partner.Agreement;
import io.acornhub.partner.Direction;
import io.acornhub.partner.Partner;
import io.acornhub.routing.Queues;
import io.acornhub.routing.WorkMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Inbound: the business rules, the register of orders and the fan-out to the ERP systems of the agreement. What a rule stops
 * is held; a PO number that is known already never makes a second order, released or not.
 */
@Component("dispatching")
public class Dispatching extends DocumentStage {
    private final CanonicalStore canonical;
    private final OrderRegister register;
    private final Deliveries deliveries;
    private final DeadlineEvents deadlines;

    public Dispatching(StageTools tools, CanonicalStore canonical, OrderRegister register, Deliveries deliveries,
                       DeadlineEvents deadlines) {
        super(Queues.INBOUND_DISPATCH, tools);
        this.canonical = canonical;
        this.register = register;
        this.deliveries = deliveries;
        this.deadlines = deadlines;
    }

    @Override
    protected Step work(Document document) {
        PurchaseOrder order = canonical.read(document, PurchaseOrder.class);
        Partner partner = tools.configuration().partner(document.partner()).orElseThrow();
        Agreement agreement = partner.agreement(Direction.INBOUND, document.message(), document.release()).orElseThrow();
        List<Finding> findings = new ArrayList<>(OrderRules.check(order));
        usage(document, partner).ifPresent(findings::add);
        Verdicts verdicts = Verdicts.of(findings, agreement);
        return change -> decide(change, document, order, partner, agreement, verdicts);
    }

    private Optional<Finding> usage(Document document, Partner partner) {
        String usage = tools.interchange(document.interchangeId()).usageIndicator();
        return usage == null || usage.equals(partner.usage()) ? Optional.empty() : Optional.of(new Finding("usage", Fault.onPath(
            FaultCode.TEST_ON_LIVE, "ISA15", usage, "ISA15 is " + usage + ", this connection is agreed for " + partner.usage()
                + ". Nothing goes to the ERP; drop it, or release it if you mean it.")));
    }

    private void decide(DocumentChange change, Document document, PurchaseOrder order, Partner partner, Agreement agreement,
                        Verdicts verdicts) {
        List<Fault> holds = new ArrayList<>(document.releasedBy() == null ? verdicts.holds() : List.of());
        change.faults(document.releasedBy() == null ? verdicts.warnings() : List.of());
        Optional<String> first = holds.isEmpty() ? register.register(partner, order, document.id(), document.createdAt())
            : Optional.empty();
        first.ifPresent(id -> holds.add(Fault.onPath(FaultCode.PURCHASE_ORDER_REPEATED, "poNumber", order.poNumber(), "Order "
            + order.poNumber() + " came before (document " + id + "). It never becomes a second order; compare both and drop this one.")));
        if (!holds.isEmpty()) {
            hold(change, document, order, holds);
            return;
        }
        deadlines.ordered(partner, order, document.id(), document.createdAt());
        deliveries.open(document.id(), agreement.deliverTo());
        change.state(DocumentState.DISPATCHED).light(Light.DELIVERED, Light.Colour.AMBER).done(Queues.INBOUND_DISPATCH)
            .event(Queues.INBOUND_DISPATCH, "dispatched", "to " + String.join(", ", agreement.deliverTo()));
        tools.log(Queues.INBOUND_DISPATCH, document.id(), document.message() + " " + order.poNumber() + ": to " + agreement.deliverTo());
    }

    private void hold(DocumentChange change, Document document, PurchaseOrder order, List<Fault> holds) {
        holds.forEach(change::hold);
        change.faults(holds).state(DocumentState.HELD).event(Queues.INBOUND_DISPATCH, "held", holds.get(0).inWords());
        tools.log(Queues.INBOUND_DISPATCH, document.id(), document.message() + " " + order.poNumber() + " held: " + holds.get(0).inWords());
    }

    @Override
    protected void handOn(Emission emission, String interchange, List<Document> passed) {
        Map<String, List<String>> byTarget = new TreeMap<>();
        for (Document document : passed) {
            for (String system : deliveries.systems(document.id())) {
                byTarget.computeIfAbsent(system, s -> new ArrayList<>()).add(document.id());
            }
        }
        byTarget.forEach((system, ids) -> emission.address(Queues.name(Queues.INBOUND_DELIVER, system), new WorkMessage(interchange, ids)));
    }
}
