// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import io.acornhub.canonical.CanonicalDocument;
import io.acornhub.canonical.PurchaseOrder;
import io.acornhub.canonical.PurchaseOrderChange;
import io.acornhub.interchange.Document;
import io.acornhub.interchange.DocumentChange;
import io.acornhub.interchange.DocumentState;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.Light;
import io.acornhub.lifecycle.DeadlineEvents;
import io.acornhub.lifecycle.Finding;
import io.acornhub.lifecycle.InboundRules;
import io.acornhub.lifecycle.OrderLifecycle;
import io.acornhub.lifecycle.Verdicts;
import io.acornhub.partner.Agreement;
import io.acornhub.partner.Channel;
import io.acornhub.partner.Direction;
import io.acornhub.partner.Partner;
import io.acornhub.routing.Queues;
import io.acornhub.routing.WorkMessage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Inbound: the rules on what came in, the order's lifecycle and the fan-out to the ERP systems of the agreement. What a rule
 * stops is held; a PO number that is known already never makes a second order, released or not ({@link KnownOrders}).
 */
@Component("dispatching")
public class Dispatching extends DocumentStage {
    private final CanonicalStore canonical;
    private final OrderLifecycle lifecycle;
    private final Deliveries deliveries;
    private final DeadlineEvents deadlines;
    private final Notices notices;
    private final KnownOrders known;

    public Dispatching(StageTools tools, CanonicalStore canonical, OrderLifecycle lifecycle, Deliveries deliveries,
                       DeadlineEvents deadlines,
                       Notices notices, KnownOrders known) {
        super(Queues.INBOUND_DISPATCH, tools);
        this.canonical = canonical;
        this.lifecycle = lifecycle;
        this.deliveries = deliveries;
        this.deadlines = deadlines;
        this.notices = notices;
        this.known = known;
    }

    @Override
    protected Step work(Document document) {
        CanonicalDocument content = canonical.read(document);
        Partner partner = tools.partner(document);
        Agreement agreement = partner.agreement(Direction.INBOUND, document.message(), document.release()).orElseThrow();
        List<Finding> findings = new ArrayList<>(InboundRules.check(document.message(), content,
            lifecycle.book(partner, content, document.id())));
        usage(document, partner).ifPresent(findings::add);
        Verdicts verdicts = Verdicts.of(findings, agreement);
        return change -> decide(change, document, content, partner, agreement, verdicts, false);
    }

    private Optional<Finding> usage(Document document, Partner partner) {
        String usage = tools.interchange(document.interchangeId()).usageIndicator();
        return usage == null || usage.equals(partner.usage()) ? Optional.empty() : Optional.of(new Finding("usage", Fault.onPath(
            FaultCode.TEST_ON_LIVE, "ISA15", usage, "ISA15 is " + usage + ", this connection is agreed for " + partner.usage()
                + ". Nothing goes to the ERP; drop it, or release it if you mean it.")));
    }

    private void decide(DocumentChange change, Document document, CanonicalDocument content, Partner partner, Agreement agreement,
                        Verdicts verdicts, boolean again) {
        boolean released = document.releasedBy() != null;
        String channel = channel(document, partner, agreement);
        boolean test = !released && verdicts.stops().stream().anyMatch(f -> f.code() == FaultCode.TEST_ON_LIVE);
        Optional<CanonicalDocument> arrived = test ? Optional.of(content) : known.arrive(change, document, content, partner, channel);
        if (arrived.isEmpty()) {
            tools.log(Queues.INBOUND_DISPATCH, document.id(), document.message() + " " + content.documentNumber() + ": "
                + change.lastWords());
            return;
        }
        CanonicalDocument counts = arrived.get();
        Verdicts judged = counts == content ? verdicts : Verdicts.of(InboundRules.check(document.message(), counts,
            lifecycle.book(partner, counts, document.id())), agreement);
        Holds holds = released ? Holds.NONE : Holds.of(judged);
        if (holds.isEmpty()) {
            holds = Holds.of(lifecycle.received(partner, counts, document.id(), document.createdAt()));
            if (!holds.isEmpty() && !again && known.raced(document, counts, partner, channel)) {
                decide(change, document, content, partner, agreement, verdicts, true);
                return;
            }
        }
        change.faults(released ? List.of() : judged.warnings());
        if (!holds.isEmpty()) {
            holds.write(change, Queues.INBOUND_DISPATCH);
            tools.log(Queues.INBOUND_DISPATCH, document.id(), document.message() + " " + counts.documentNumber() + " held: "
                + holds.first().inWords());
            return;
        }
        known.counts(document, counts, partner, channel);
        dispatched(change, document, counts, partner, agreement);
    }

    private void dispatched(DocumentChange change, Document document, CanonicalDocument content, Partner partner, Agreement agreement) {
        deliveries.open(document.id(), agreement.deliverTo());
        deadlines(partner, content, document);
        notices.note(content, document);
        boolean ends = agreement.deliverTo().isEmpty();
        change.state(ends ? DocumentState.CLOSED : DocumentState.DISPATCHED)
            .light(Light.DELIVERED, ends ? Light.Colour.GREY : Light.Colour.AMBER).done(Queues.INBOUND_DISPATCH)
            .event(Queues.INBOUND_DISPATCH, ends ? "kept" : "dispatched", ends ? "no ERP system gets it"
                : "to " + String.join(", ", agreement.deliverTo()));
        tools.log(Queues.INBOUND_DISPATCH, document.id(), document.message() + " " + content.documentNumber() + ": to "
            + agreement.deliverTo());
    }

    /** The partner's channel by which the document came. */
    private String channel(Document document, Partner partner, Agreement agreement) {
        String connection = tools.interchange(document.interchangeId()).channel();
        return partner.channels().stream().map(Channel::name).filter(name -> (partner.name() + "-" + name).equals(connection)).findFirst()
            .orElse(agreement.channel());
    }

    private void deadlines(Partner partner, CanonicalDocument content, Document document) {
        if (content instanceof PurchaseOrder order) {
            deadlines.ordered(partner, order, document.id(), document.createdAt());
        } else if (content instanceof PurchaseOrderChange change && "CANCEL".equals(change.purpose())) {
            deadlines.cancelled(partner, change.poNumber(), document.createdAt());
        }
    }

    /** By order number: an order may come by two doors at once, and two batches must not wait for each other's orders in a ring. */
    @Override
    protected List<Document> inOrder(List<Document> documents) {
        return documents.stream().sorted(Comparator.comparing(Document::partner).thenComparing(d -> String.valueOf(d.businessKey()))
            .thenComparing(Document::id)).toList();
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
