// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import io.acornhub.edi.ReceivedTechnical;
import io.acornhub.interchange.Document;
import io.acornhub.interchange.DocumentChange;
import io.acornhub.interchange.Interchange;
import io.acornhub.lifecycle.AcknowledgmentState;
import io.acornhub.lifecycle.GroupAcknowledgments;
import io.acornhub.lifecycle.GroupAcknowledgments.Group;
import io.acornhub.lifecycle.GroupAcknowledgments.SentSet;
import io.acornhub.lifecycle.StrayAcknowledgments;
import io.acornhub.lifecycle.StrayAcknowledgments.Kind;
import io.acornhub.lifecycle.StrayAcknowledgments.Stray;
import io.acornhub.partner.Partner;
import io.acornhub.routing.Queues;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Applies a TA1 of a partner to the newest interchange of ours that it names: a rejection is one of every set in it, anything
 * else is a receipt. In the caller's transaction.
 */
@Component
public class TechnicalAnswers {
    private static final String REPEATED = "025";
    private final StageTools tools;
    private final Reconciliation reconciliation;
    private final GroupAcknowledgments groups;
    private final StrayAcknowledgments strays;
    private final Clock clock;

    public TechnicalAnswers(StageTools tools, Reconciliation reconciliation, GroupAcknowledgments groups, StrayAcknowledgments strays,
                            Clock clock) {
        this.tools = tools;
        this.reconciliation = reconciliation;
        this.groups = groups;
        this.strays = strays;
        this.clock = clock;
    }

    /** @param source id of the interchange the TA1 came in */
    void apply(Partner partner, ReceivedTechnical answer, String source) {
        String text = "TA1 " + answer.code() + " " + answer.note() + " " + answer.words();
        Optional<Interchange> ours = tools.interchanges().select("where direction = 'OUTBOUND' and side = 'PARTNER' and counterpart = ? "
            + "and control_number = ?", partner.name(), answer.interchangeControlNumber()).stream()
            .max(Comparator.comparing(Interchange::id));
        if (ours.isEmpty()) {
            String words = text + ": it answers interchange " + answer.interchangeControlNumber() + ", which was never sent to "
                + partner.name() + ". Ask the partner.";
            tools.log(Queues.INBOUND_ACKNOWLEDGED, source, "orphan " + words);
            tools.interchanges().event(source, Queues.INBOUND_ACKNOWLEDGED, "orphan", words);
            strays.note(new Stray(Kind.ORPHAN, partner.name(), source, "TA1", null, words, clock.instant()),
                answer.interchangeControlNumber());
            return;
        }
        String interchange = ours.get().id();
        tools.interchanges().lock(interchange);
        List<Document> documents = tools.documents().lock(tools.documents().leftIn(interchange).stream().map(Document::id).toList());
        List<Group> found = groups.ofInterchange(interchange).stream().map(g -> groups.lock(g.id())).toList();
        boolean hasIt = REPEATED.equals(answer.note()) && found.stream().anyMatch(g -> g.resends() > 0);
        boolean rejected = answer.rejected() && !hasIt;
        tools.interchanges().event(interchange, Queues.INBOUND_ACKNOWLEDGED, rejected ? "rejected" : "received", text
            + (hasIt ? "; it was sent again, so the partner had it before" : ""));
        List<DocumentChange> changes = new ArrayList<>();
        for (Document document : documents) {
            DocumentChange change = new DocumentChange(document).event(Queues.INBOUND_ACKNOWLEDGED, "technical", text);
            changes.add(rejected ? rejected(document, found, text, source).orElse(change) : change);
        }
        if (!rejected) {
            groups.receipt(interchange, text);
        }
        tools.documents().apply(changes);
    }

    private Optional<DocumentChange> rejected(Document document, List<Group> found, String text, String source) {
        for (Group group : found) {
            for (SentSet set : groups.sets(group.id())) {
                if (set.documentId().equals(document.id()) && set.state().waits()) {
                    return Optional.of(reconciliation.answered(document, group, set, AcknowledgmentState.REJECTED, text, List.of(text),
                        null));
                }
                if (set.documentId().equals(document.id()) && set.state().accepts()) {
                    String words = text + ", an earlier acknowledgment of " + set.setId() + " " + document.businessKey() + " said "
                        + set.state().inWords() + ". Nothing was changed; ask the partner which one counts.";
                    strays.note(new Stray(Kind.CONTRADICTION, group.partner(), source, "TA1", document.id(), words, clock.instant()),
                        document.businessKey() + "/" + group.control());
                    return Optional.of(new DocumentChange(document).event(Queues.INBOUND_ACKNOWLEDGED, "contradicted", words));
                }
            }
        }
        return Optional.empty();
    }
}
