// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import io.acornhub.edi.AcknowledgmentReader;
import io.acornhub.edi.GrammarProvider;
import io.acornhub.edi.ReceivedAcknowledgment;
import io.acornhub.edi.ReceivedAcknowledgment.SetAnswer;
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
import io.acornhub.lifecycle.AcknowledgmentState;
import io.acornhub.lifecycle.GroupAcknowledgments;
import io.acornhub.lifecycle.GroupAcknowledgments.Answer;
import io.acornhub.lifecycle.GroupAcknowledgments.Group;
import io.acornhub.lifecycle.GroupAcknowledgments.SentSet;
import io.acornhub.lifecycle.OrderLifecycle;
import io.acornhub.lifecycle.StrayAcknowledgments;
import io.acornhub.lifecycle.StrayAcknowledgments.Kind;
import io.acornhub.lifecycle.StrayAcknowledgments.Stray;
import io.acornhub.partner.Agreement;
import io.acornhub.partner.Direction;
import io.acornhub.partner.Partner;
import io.acornhub.routing.Queues;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Inbound: the partner's 997 or 999 is matched with the group of ours that it names (AK101, AK102) and closes it set by set
 * (AK202). One that answers nothing of ours, or says the opposite of an earlier one, is held for a person and changes nothing.
 */
@Component("acknowledging")
public class Acknowledging extends DocumentStage {
    private final Sources sources;
    private final GrammarProvider grammars;
    private final Reconciliation reconciliation;
    private final GroupAcknowledgments groups;
    private final StrayAcknowledgments strays;
    private final OrderLifecycle lifecycle;
    private final Clock clock;

    public Acknowledging(StageTools tools, Sources sources, GrammarProvider grammars, Reconciliation reconciliation,
                         GroupAcknowledgments groups, StrayAcknowledgments strays, OrderLifecycle lifecycle, Clock clock) {
        super(Queues.INBOUND_ACKNOWLEDGED, tools);
        this.sources = sources;
        this.grammars = grammars;
        this.reconciliation = reconciliation;
        this.groups = groups;
        this.strays = strays;
        this.lifecycle = lifecycle;
        this.clock = clock;
    }

    @Override
    protected Step work(Document document) {
        Interchange interchange = tools.interchange(document.interchangeId());
        Partner partner = tools.partner(document);
        Agreement agreement = partner.agreement(Direction.INBOUND, document.message(), document.release()).orElseThrow();
        ReceivedAcknowledgment answer = AcknowledgmentReader.functional(SetSliceReader.read(new SetSlice(interchange.header(),
            document.groupHeader(), sources.own(interchange, document)), grammars.grammar(agreement.bundle()).orElseThrow()));
        return new Applying(document, answer);
    }

    /** An acknowledgment and what it says. */
    private final class Applying implements Step {
        private final Document document;
        private final ReceivedAcknowledgment answer;

        private Applying(Document document, ReceivedAcknowledgment answer) {
            this.document = document;
            this.answer = answer;
        }

        @Override
        public void write(DocumentChange change) {
            apply(change, document, answer);
            if (change.state() != DocumentState.HELD) {
                // a held one comes again when it is released
                change.done(Queues.INBOUND_ACKNOWLEDGED);
            }
        }
    }

    /** All that the message's acknowledgments are about: first the documents, then their orders. */
    @Override
    protected void lockAhead(Collection<Step> steps) {
        Set<String> sent = new TreeSet<>();
        for (Step step : steps) {
            if (step instanceof Applying applying) {
                group(applying.document, applying.answer).ifPresent(g -> groups.sets(g.id()).forEach(s -> sent.add(s.documentId())));
            }
        }
        tools.documents().lock(sent);
        lifecycle.lockOrdersOf(sent);
    }

    private Optional<Group> group(Document document, ReceivedAcknowledgment answer) {
        return groups.find(document.partner(), answer.functionalId(), stripped(answer.groupControlNumber()));
    }

    private void apply(DocumentChange own, Document document, ReceivedAcknowledgment answer) {
        own.light(Light.VALIDATED, Light.Colour.GREEN).state(DocumentState.CLOSED);
        if (document.releasedBy() != null) {
            own.event(Queues.INBOUND_ACKNOWLEDGED, "noted", "released by " + document.releasedBy() + "; nothing was changed by it");
            return;
        }
        Optional<Group> found = group(document, answer);
        if (found.isEmpty()) {
            orphan(own, document, "AK1", answer.groupControlNumber(), "It acknowledges group " + answer.functionalId() + " "
                + answer.groupControlNumber() + ", which was never sent to " + document.partner());
            return;
        }
        List<Document> ours = tools.documents().lock(groups.sets(found.get().id()).stream().map(SentSet::documentId).toList());
        Group group = groups.lock(found.get().id());
        Map<String, Document> byId = ours.stream().collect(Collectors.toMap(Document::id, Function.identity()));
        List<SentSet> sets = groups.sets(group.id());
        List<DocumentChange> changes = new ArrayList<>();
        for (SentSet set : sets) {
            one(own, document, answer, group, set, byId.get(set.documentId())).ifPresent(changes::add);
        }
        tools.documents().apply(changes);
        answer.sets().stream().filter(said -> sets.stream().noneMatch(s -> names(said, s))).forEach(said -> orphan(own, document, "AK2",
            said.controlNumber(), "It answers set " + said.setId() + " " + said.controlNumber() + ", which group "
                + answer.groupControlNumber() + " does not have"));
        own.business(ours.get(0).businessKey(), ours.get(0).vendorCode()).event(Queues.INBOUND_ACKNOWLEDGED, "applied",
            "answers " + sets.get(0).setId() + " " + ours.get(0).businessKey() + (ours.size() > 1 ? " and " + (ours.size() - 1) + " more"
                : "") + " of group " + group.control());
    }

    private Optional<DocumentChange> one(DocumentChange own, Document document, ReceivedAcknowledgment answer, Group group, SentSet set,
                                         Document sent) {
        AcknowledgmentState said = verdict(answer, set);
        String words = document.message() + " of the partner: " + said.inWords();
        if (set.state().waits()) {
            List<String> why = answer.sets().stream().filter(s -> names(s, set)).flatMap(s -> s.faults().stream()).toList();
            return Optional.of(reconciliation.answered(sent, group, set, said, words, why.isEmpty() && !said.accepts() ? answer.faults()
                : why, document.id()));
        }
        if (set.state() == AcknowledgmentState.SUPERSEDED) {
            groups.answered(group.id(), sent.id(), new Answer(set.state(), clock.instant(), false, document.id(), words));
            return Optional.of(new DocumentChange(sent).event(Queues.INBOUND_ACKNOWLEDGED, "noted", words + " of group " + group.control()
                + ", in which it was sent before (" + document.id() + ")"));
        }
        if (set.state().accepts() == said.accepts()) {
            return Optional.of(new DocumentChange(sent)
                .event(Queues.INBOUND_ACKNOWLEDGED, "repeated", words + ", as before (" + document.id() + ")"));
        }
        String text = "It says " + said.inWords() + " of " + set.setId() + " " + sent.businessKey() + " in group " + group.control()
            + ", an earlier acknowledgment (" + set.answerDocument() + ") said " + set.state().inWords()
            + ". Nothing was changed; ask the partner which one counts.";
        hold(own, Fault.at(FaultCode.ACKNOWLEDGMENT_CONTRADICTS, "AK1", 2, answer.groupControlNumber(), text));
        strays.note(new Stray(Kind.CONTRADICTION, document.partner(), document.id(), document.message(), sent.id(), text, clock.instant()),
            sent.businessKey() + "/" + group.control());
        return Optional.of(new DocumentChange(sent).event(Queues.INBOUND_ACKNOWLEDGED, "contradicted", "by " + document.id() + ": "
            + said.inWords()));
    }

    /** A set that a partly accepted group does not name was accepted if the partner names those it rejects. */
    private static AcknowledgmentState verdict(ReceivedAcknowledgment answer, SentSet set) {
        boolean named = answer.sets().stream().anyMatch(s -> names(s, set));
        boolean namesRejected = answer.sets().stream().anyMatch(s -> s.verdict() == Verdict.REJECTED);
        Verdict verdict = answer.verdictOf(set.setId(), set.setControl());
        if (!named && verdict == Verdict.PARTIAL && namesRejected) {
            return AcknowledgmentState.ACCEPTED;
        }
        return switch (verdict) {
            case ACCEPTED -> AcknowledgmentState.ACCEPTED;
            case ACCEPTED_WITH_ERRORS -> AcknowledgmentState.ACCEPTED_WITH_ERRORS;
            case PARTIAL, REJECTED -> AcknowledgmentState.REJECTED;
        };
    }

    private static boolean names(SetAnswer answer, SentSet set) {
        return answer.setId().equals(set.setId()) && answer.controlNumber().equals(set.setControl());
    }

    private void orphan(DocumentChange own, Document document, String segment, String value, String what) {
        String text = what + ". Ask the partner; drop it when clear.";
        hold(own, Fault.at(FaultCode.ACKNOWLEDGMENT_ORPHAN, segment, 2, value, text));
        strays.note(new Stray(Kind.ORPHAN, document.partner(), document.id(), document.message(), null, text, clock.instant()), value);
    }

    private void hold(DocumentChange change, Fault fault) {
        change.state(DocumentState.HELD).hold(fault).faults(List.of(fault)).event(Queues.INBOUND_ACKNOWLEDGED, "held", fault.text());
        tools.log(Queues.INBOUND_ACKNOWLEDGED, change.id(), "acknowledgment held: " + fault.text());
    }

    private static String stripped(String number) {
        return number.replaceFirst("^0+(?=.)", "");
    }

    @Override
    protected void handOn(Emission emission, String interchange, List<Document> passed) {
        // an acknowledgment ends here
    }
}
