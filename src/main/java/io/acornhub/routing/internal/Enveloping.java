// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import io.acornhub.canonical.CanonicalDocument;
import io.acornhub.edi.EnvelopeWriter;
import io.acornhub.edi.GrammarAnswer;
import io.acornhub.edi.GrammarProvider;
import io.acornhub.edi.OutgoingEnvelope;
import io.acornhub.edi.OutgoingGroup;
import io.acornhub.edi.OutgoingSet;
import io.acornhub.edi.SetGrammar;
import io.acornhub.edi.TransactionSet;
import io.acornhub.edi.GroupHeader;
import io.acornhub.edi.HierarchyCheck;
import io.acornhub.edi.X12Handler;
import io.acornhub.edi.X12Reader;
import io.acornhub.infoset.Node;
import io.acornhub.interchange.Document;
import io.acornhub.interchange.DocumentChange;
import io.acornhub.interchange.DocumentState;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.Interchange;
import io.acornhub.interchange.Light;
import io.acornhub.interchange.MappingFault;
import io.acornhub.lifecycle.OrderLifecycle;
import io.acornhub.partner.Agreement;
import io.acornhub.partner.Partner;
import io.acornhub.routing.Queues;
import io.acornhub.routing.WorkMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Outbound: canonical document to transaction set to interchange. Mapping and a trial writing, read again by the same grammar,
 * happen first; the control numbers are taken in the transaction that stores the bytes.
 */
@Component("enveloping")
public class Enveloping extends DocumentStage {
    private static final long TRIAL = 1;
    private final EnvelopeWriter writer = new EnvelopeWriter();
    private final CanonicalStore canonical;
    private final Mapper mapper;
    private final GrammarProvider grammars;
    private final Outgoing outgoing;
    private final OrderLifecycle lifecycle;
    private final Outboxes outboxes;
    private final Reconciliation reconciliation;

    public Enveloping(StageTools tools, CanonicalStore canonical, Mapper mapper, GrammarProvider grammars, Outgoing outgoing,
                      OrderLifecycle lifecycle, Outboxes outboxes, Reconciliation reconciliation) {
        super(Queues.OUTBOUND_ENVELOPE, tools);
        this.canonical = canonical;
        this.mapper = mapper;
        this.grammars = grammars;
        this.outgoing = outgoing;
        this.lifecycle = lifecycle;
        this.outboxes = outboxes;
        this.reconciliation = reconciliation;
    }

    @Override
    protected Step work(Document document) {
        Partner partner = tools.configuration().partner(document.partner()).orElseThrow();
        CanonicalDocument content = canonical.read(document);
        Agreement agreement = partner.outgoing(content.type(), content.answers()).orElseThrow(() -> new MappingFault(Fault.of(
            FaultCode.AGREEMENT_MISSING, "Partner " + partner.name() + " has no outbound agreement for " + content.type()
                + ". Add one to config/partners/" + partner.name() + ".yaml, restart and replay.")));
        SetGrammar grammar = grammars.grammar(agreement.bundle()).orElseThrow(() -> new MappingFault(Fault.of(FaultCode.AGREEMENT_MISSING,
            "Bundle " + agreement.bundle() + " does not work; see the start of the log. Repair it, restart and replay.")));
        Node body = mapper.toX12(agreement, canonical.json(document), partner, document);
        prove(write(partner, agreement, grammar, body, TRIAL, TRIAL), grammar, agreement);
        return change -> store(change, document, partner, agreement, grammar, body, content);
    }

    private byte[] write(Partner partner, Agreement agreement, SetGrammar grammar, Node body, long interchangeNumber, long groupNumber) {
        OutgoingEnvelope envelope = new OutgoingEnvelope(partner.identifiers().own(), partner.identifiers().partner(), partner.usage(),
            agreement.interchangeVersion(), interchangeNumber, false, Instant.now(), ZoneOffset.UTC, partner.separators());
        return writer.interchange(envelope, List.of(new OutgoingGroup(agreement.functionalGroup(), agreement.release(), groupNumber,
            List.of(new OutgoingSet(grammar, null, body)))));
    }

    /** What we write must pass the check that we put to others. */
    private static void prove(byte[] bytes, SetGrammar grammar, Agreement agreement) {
        List<Fault> faults = new ArrayList<>();
        X12Handler handler = new X12Handler() {
            @Override
            public void set(GroupHeader group, TransactionSet set) {
                faults.addAll(set.faults());
                if (set.tree() != null) {
                    // which no grammar says: that the levels of a ship notice make a tree
                    faults.addAll(HierarchyCheck.check(set.tree()));
                }
            }
        };
        try {
            new X12Reader().read(new ByteArrayInputStream(bytes), (group, set) -> new GrammarAnswer.Agreed(grammar), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!faults.isEmpty()) {
            Fault first = faults.get(0);
            faults.add(0, new Fault(FaultCode.OUTGOING_INVALID, first.segment(), first.position(), first.element(), first.elementPosition(),
                first.elementNumber(), first.value(), "The " + agreement.document() + " that " + agreement.bundle()
                    + " writes breaks its grammar: " + first.text()));
            throw new MappingFault(faults);
        }
    }

    private void store(DocumentChange change, Document document, Partner partner, Agreement agreement, SetGrammar grammar, Node body,
                       CanonicalDocument content) {
        Instant now = Instant.now();
        Holds illegal = Holds.of(lifecycle.sent(partner, content, document.id(), now));
        if (!illegal.isEmpty()) {
            illegal.write(change, Queues.OUTBOUND_ENVELOPE);
            tools.log(Queues.OUTBOUND_ENVELOPE, document.id(), agreement.document() + " " + content.documentNumber() + " held: "
                + illegal.first().inWords());
            return;
        }
        long interchangeNumber = outgoing.interchangeNumber(partner);
        long groupNumber = outgoing.groupNumber(partner);
        byte[] bytes = write(partner, agreement, grammar, body, interchangeNumber, groupNumber);
        Interchange stored = outgoing.store(partner, agreement.channel(), agreement.document(), interchangeNumber, bytes, null);
        reconciliation.enveloped(partner, agreement, document.id(), stored, groupNumber, "0001");
        change.leaves(stored.id(), Long.toString(groupNumber), "0001", now.plus(agreement.acknowledgmentWithin()))
            .state(DocumentState.ENVELOPED).light(Light.DELIVERED, Light.Colour.AMBER).light(Light.ACKNOWLEDGED, Light.Colour.AMBER)
            .done(Queues.OUTBOUND_ENVELOPE).event(Queues.OUTBOUND_ENVELOPE, "enveloped", agreement.document() + " in interchange "
                + stored.controlNumber() + ", group " + groupNumber + ", file " + stored.fileName());
        tools.log(Queues.OUTBOUND_ENVELOPE, document.id(), agreement.document() + " " + document.businessKey() + " in interchange "
            + stored.controlNumber());
    }

    @Override
    protected void handOn(Emission emission, String interchange, List<Document> passed) {
        for (Document document : passed) {
            Interchange out = tools.interchange(document.outgoingId());
            emission.address(outboxes.queueOf(out), WorkMessage.ofInterchange(out.id()));
        }
    }
}
