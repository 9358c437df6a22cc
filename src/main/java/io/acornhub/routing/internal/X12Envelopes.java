// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import io.acornhub.canonical.CanonicalDocument;
import io.acornhub.edi.EnvelopeWriter;
import io.acornhub.edi.GrammarAnswer;
import io.acornhub.edi.GrammarProvider;
import io.acornhub.edi.GroupHeader;
import io.acornhub.edi.HierarchyCheck;
import io.acornhub.edi.OutgoingEnvelope;
import io.acornhub.edi.OutgoingGroup;
import io.acornhub.edi.OutgoingSet;
import io.acornhub.edi.SetGrammar;
import io.acornhub.edi.TransactionSet;
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
import io.acornhub.partner.Agreement;
import io.acornhub.partner.Partner;
import io.acornhub.routing.Queues;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Transaction set and interchange. Mapping and a trial writing, read again by the same grammar, happen first; the control numbers
 * are taken in the transaction that stores the bytes.
 */
@Component
public class X12Envelopes implements Envelopes {
    private static final long TRIAL = 1;
    private static final String SET_CONTROL = "0001";
    private final EnvelopeWriter writer = new EnvelopeWriter();
    private final StageTools tools;
    private final CanonicalStore canonical;
    private final Mapper mapper;
    private final GrammarProvider grammars;
    private final Outgoing outgoing;
    private final Reconciliation reconciliation;

    public X12Envelopes(StageTools tools, CanonicalStore canonical, Mapper mapper, GrammarProvider grammars, Outgoing outgoing,
                        Reconciliation reconciliation) {
        this.tools = tools;
        this.canonical = canonical;
        this.mapper = mapper;
        this.grammars = grammars;
        this.outgoing = outgoing;
        this.reconciliation = reconciliation;
    }

    @Override
    public boolean takes(Partner partner, Agreement agreement) {
        return !partner.channel(agreement.channel()).isSpapi();
    }

    @Override
    public Sealed seal(Document document, CanonicalDocument content, Partner partner, Agreement agreement) {
        SetGrammar grammar = grammars.grammar(agreement.bundle()).orElseThrow(() -> new MappingFault(Fault.of(FaultCode.AGREEMENT_MISSING,
            "Bundle " + agreement.bundle() + " does not work; see the start of the log. Repair it, restart and replay.")));
        Node body = mapper.toX12(agreement, canonical.json(document), partner, document);
        prove(write(partner, agreement, grammar, body, TRIAL, TRIAL), grammar, agreement);
        return change -> store(change, document, partner, agreement, grammar, body);
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

    private void store(DocumentChange change, Document document, Partner partner, Agreement agreement, SetGrammar grammar, Node body) {
        long interchangeNumber = outgoing.interchangeNumber(partner);
        long groupNumber = outgoing.groupNumber(partner);
        byte[] bytes = write(partner, agreement, grammar, body, interchangeNumber, groupNumber);
        Interchange stored = outgoing.store(partner, agreement.channel(), agreement.document(), interchangeNumber, bytes, null);
        reconciliation.enveloped(partner, agreement, document.id(), stored, groupNumber, SET_CONTROL);
        change.leaves(stored.id(), Long.toString(groupNumber), SET_CONTROL, Instant.now().plus(agreement.acknowledgmentWithin()))
            .state(DocumentState.ENVELOPED).light(Light.DELIVERED, Light.Colour.AMBER).light(Light.ACKNOWLEDGED, Light.Colour.AMBER)
            .event(Queues.OUTBOUND_ENVELOPE, "enveloped", agreement.document() + " in interchange "
                + stored.controlNumber() + ", group " + groupNumber + ", file " + stored.fileName());
        tools.log(Queues.OUTBOUND_ENVELOPE, document.id(), agreement.document() + " " + document.businessKey() + " in interchange "
            + stored.controlNumber());
    }
}
