// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import io.acornhub.edi.AcknowledgmentReader;
import io.acornhub.edi.FunctionalGroups;
import io.acornhub.edi.GrammarProvider;
import io.acornhub.edi.ReceivedAcknowledgment;
import io.acornhub.edi.ReceivedAcknowledgment.Verdict;
import io.acornhub.edi.SetSlice;
import io.acornhub.edi.SetSliceReader;
import io.acornhub.interchange.Document;
import io.acornhub.interchange.DocumentChange;
import io.acornhub.interchange.DocumentState;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.Interchange;
import io.acornhub.interchange.Light;
import io.acornhub.partner.Agreement;
import io.acornhub.partner.Direction;
import io.acornhub.partner.Partner;
import io.acornhub.routing.Queues;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Inbound: the partner's 997 closes what we sent. One that answers nothing of ours, or says the opposite of an earlier one,
 * is held for a person and changes nothing.
 */
@Component("acknowledging")
public class Acknowledging extends DocumentStage {
    private final Sources sources;
    private final GrammarProvider grammars;

    public Acknowledging(StageTools tools, Sources sources, GrammarProvider grammars) {
        super(Queues.INBOUND_ACKNOWLEDGED, tools);
        this.sources = sources;
        this.grammars = grammars;
    }

    @Override
    protected Step work(Document document) {
        Interchange interchange = tools.interchange(document.interchangeId());
        Partner partner = tools.configuration().partner(document.partner()).orElseThrow();
        Agreement agreement = partner.agreement(Direction.INBOUND, document.message(), document.release()).orElseThrow();
        ReceivedAcknowledgment answer = AcknowledgmentReader.functional(SetSliceReader.read(new SetSlice(interchange.header(),
            document.groupHeader(), sources.own(interchange, document)), grammars.grammar(agreement.bundle()).orElseThrow()));
        return change -> apply(change, document, answer);
    }

    private void apply(DocumentChange own, Document document, ReceivedAcknowledgment answer) {
        own.light(Light.VALIDATED, Light.Colour.GREEN).done(Queues.INBOUND_ACKNOWLEDGED).state(DocumentState.CLOSED);
        if (document.releasedBy() != null) {
            own.event(Queues.INBOUND_ACKNOWLEDGED, "noted", "released by " + document.releasedBy() + "; nothing was changed by it");
            return;
        }
        List<Document> answered = tools.documents().select("where direction = 'OUTBOUND' and partner = ? and group_control = ? "
            + "and outgoing_id is not null", document.partner(), stripped(answer.groupControlNumber()));
        List<Document> ours = tools.documents().lock(answered.stream().filter(d -> fits(d, answer)).map(Document::id).toList());
        if (ours.isEmpty()) {
            hold(own, Fault.at(FaultCode.ACKNOWLEDGMENT_ORPHAN, "AK1", 2, answer.groupControlNumber(), "It acknowledges group "
                + answer.functionalId() + " " + answer.groupControlNumber() + ", which was never sent to " + document.partner()
                + ". Ask the partner; drop it when clear."));
            return;
        }
        List<DocumentChange> changes = new ArrayList<>();
        for (Document sent : ours) {
            Verdict verdict = answer.verdictOf(setId(sent), sent.setControl());
            boolean rejected = verdict == Verdict.REJECTED || verdict == Verdict.PARTIAL;
            Light.Colour before = sent.lights().get(Light.ACKNOWLEDGED);
            if (before == Light.Colour.GREEN && rejected || before == Light.Colour.RED && !rejected) {
                hold(own, Fault.at(FaultCode.ACKNOWLEDGMENT_CONTRADICTS, "AK1", 2, answer.groupControlNumber(), "It says " + verdict
                    + " of group " + answer.groupControlNumber()
                    + ", an earlier acknowledgment said the opposite. Nothing was changed; ask "
                    + "the partner which one counts."));
                changes.add(new DocumentChange(sent)
                    .event(Queues.INBOUND_ACKNOWLEDGED, "contradicted", "by " + document.id() + ": " + verdict));
                continue;
            }
            changes.add(answered(sent, answer, verdict, rejected, document));
        }
        tools.documents().apply(changes);
        own.business(ours.get(0).businessKey(), ours.get(0).vendorCode()).event(Queues.INBOUND_ACKNOWLEDGED, "applied",
            "answers " + setId(ours.get(0)) + " " + ours.get(0).businessKey());
    }

    private DocumentChange answered(Document sent, ReceivedAcknowledgment answer, Verdict verdict, boolean rejected, Document by) {
        String words = "997 of the partner: " + verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        List<String> details = answer.sets().stream().filter(s -> s.controlNumber().equals(sent.setControl()))
            .flatMap(s -> s.faults().stream()).toList();
        DocumentChange change = new DocumentChange(sent).light(Light.ACKNOWLEDGED, rejected ? Light.Colour.RED : Light.Colour.GREEN)
            .event(Queues.INBOUND_ACKNOWLEDGED, rejected ? "rejected" : "acknowledged", words + (details.isEmpty() ? "" : "; "
                + String.join("; ", details)) + " (" + by.id() + ")");
        change.state(rejected ? DocumentState.REJECTED : DocumentState.CLOSED);
        change.faults(details.stream().map(d -> Fault.of(FaultCode.ACKNOWLEDGMENT_REJECTS, d)).toList());
        tools.log(Queues.INBOUND_ACKNOWLEDGED, sent.id(), setId(sent) + " " + sent.businessKey() + ": " + words);
        return change;
    }

    private void hold(DocumentChange change, Fault fault) {
        change.state(DocumentState.HELD).hold(fault).faults(List.of(fault)).event(Queues.INBOUND_ACKNOWLEDGED, "held", fault.text());
        tools.log(Queues.INBOUND_ACKNOWLEDGED, change.id(), "997 held: " + fault.text());
    }

    private boolean fits(Document sent, ReceivedAcknowledgment answer) {
        return FunctionalGroups.of(setId(sent)).equals(answer.functionalId());
    }

    /** The transaction set a document left as. */
    private String setId(Document sent) {
        return tools.configuration().partner(sent.partner()).flatMap(p -> p.outgoing(sent.canonicalType()))
            .map(Agreement::document).orElse("");
    }

    private static String stripped(String number) {
        return number.replaceFirst("^0+(?=.)", "");
    }

    @Override
    protected void handOn(Emission emission, String interchange, List<Document> passed) {
        // an acknowledgment ends here
    }
}
