// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import io.acornhub.canonical.OrderAcknowledgment;
import io.acornhub.canonical.PurchaseOrder;
import io.acornhub.interchange.Document;
import io.acornhub.interchange.DocumentChange;
import io.acornhub.interchange.DocumentState;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.MappingFault;
import io.acornhub.lifecycle.AcknowledgmentGuard;
import io.acornhub.lifecycle.AcknowledgmentResolver;
import io.acornhub.lifecycle.Finding;
import io.acornhub.lifecycle.OrderRegister;
import io.acornhub.lifecycle.Verdicts;
import io.acornhub.partner.Agreement;
import io.acornhub.partner.Partner;
import io.acornhub.routing.Queues;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Outbound: joins the ERP's answer with the order, completes it, and holds what must not be sent as it is. */
@Component("guarding")
public class Guarding extends DocumentStage {
    private final CanonicalStore canonical;
    private final OrderRegister register;

    public Guarding(StageTools tools, CanonicalStore canonical, OrderRegister register) {
        super(Queues.OUTBOUND_GUARD, tools);
        this.canonical = canonical;
        this.register = register;
    }

    @Override
    protected Step work(Document document) {
        OrderAcknowledgment answer = canonical.read(document, OrderAcknowledgment.class);
        Partner partner = partner(document, answer);
        Agreement agreement = partner.outgoing(document.canonicalType()).orElseThrow(() -> new MappingFault(Fault.of(
            FaultCode.AGREEMENT_MISSING, "Partner " + partner.name() + " has no outbound agreement for " + document.canonicalType()
                + ". Add one to config/partners/" + partner.name() + ".yaml, restart and replay.")));
        Optional<OrderRegister.Entry> entry = register.find(partner.name(), answer.poNumber());
        if (entry.isEmpty()) {
            Verdicts verdicts = Verdicts.of(List.of(AcknowledgmentGuard.orderUnknown(answer)), agreement);
            OrderAcknowledgment taken = AcknowledgmentResolver.resolve(answer);
            return change -> decide(change, document, partner, taken, verdicts);
        }
        PurchaseOrder order = canonical.read(tools.documents().find(entry.get().orderDocument()).orElseThrow(), PurchaseOrder.class);
        Optional<OrderAcknowledgment> before = Optional.ofNullable(entry.get().acknowledgmentDocument())
            .filter(id -> !id.equals(document.id())).flatMap(tools.documents()::find)
            .map(d -> canonical.read(d, OrderAcknowledgment.class));
        OrderAcknowledgment resolved = AcknowledgmentResolver.resolve(answer, order);
        List<Finding> findings = AcknowledgmentGuard.check(resolved, order, before);
        Verdicts verdicts = Verdicts.of(findings, agreement);
        return change -> decide(change, document, partner, resolved, verdicts);
    }

    /** The partner whose order it answers; where the order is unknown, the one partner that takes such documents. */
    private Partner partner(Document document, OrderAcknowledgment answer) {
        Optional<String> known = document.partner() != null ? Optional.of(document.partner()) : register.partnerOf(answer.poNumber());
        if (known.isPresent()) {
            return tools.configuration().partner(known.get()).orElseThrow();
        }
        List<Partner> possible = tools.configuration().partners().stream()
            .filter(p -> p.outgoing(document.canonicalType()).isPresent()).toList();
        if (possible.size() != 1) {
            throw new MappingFault(Fault.onPath(FaultCode.AGREEMENT_MISSING, "poNumber", answer.poNumber(), "Order " + answer.poNumber()
                + " is unknown and " + possible.size() + " partners take a " + document.canonicalType()
                + ", so nobody can tell whose it is."));
        }
        return possible.get(0);
    }

    private void decide(DocumentChange change, Document document, Partner partner, OrderAcknowledgment answer, Verdicts verdicts) {
        String vendor = answer.vendorCode();
        change.partner(partner.name()).canonical(answer.type(), canonical.keep(canonical.write(answer)))
            .business(answer.poNumber(), vendor).key("vendor code", vendor);
        if (document.releasedBy() == null && !verdicts.holds().isEmpty()) {
            verdicts.holds().forEach(change::hold);
            change.faults(verdicts.holds()).state(DocumentState.HELD)
                .event(Queues.OUTBOUND_GUARD, "held", verdicts.holds().get(0).inWords());
            tools.log(Queues.OUTBOUND_GUARD, document.id(), document.message() + " " + answer.poNumber() + " held: "
                + verdicts.holds().get(0).inWords());
            return;
        }
        change.faults(document.releasedBy() == null ? verdicts.warnings() : List.of()).done(Queues.OUTBOUND_GUARD)
            .event(Queues.OUTBOUND_GUARD, "guarded",
                document.releasedBy() == null ? "every guard passed" : "released by " + document.releasedBy());
        tools.log(Queues.OUTBOUND_GUARD, document.id(), document.message() + " " + answer.poNumber() + " passed");
    }

    @Override
    protected void handOn(Emission emission, String interchange, List<Document> passed) {
        emission.addAll(Queues.OUTBOUND_ENVELOPE, interchange, ids(passed), tools.settings().flow().batch());
    }
}
