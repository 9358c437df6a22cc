// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import io.acornhub.canonical.CanonicalDocument;
import io.acornhub.edi.FunctionalGroups;
import io.acornhub.interchange.Document;
import io.acornhub.interchange.DocumentChange;
import io.acornhub.interchange.DocumentState;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.Interchange;
import io.acornhub.interchange.Light;
import io.acornhub.lifecycle.AcknowledgmentOutcome;
import io.acornhub.lifecycle.AcknowledgmentState;
import io.acornhub.lifecycle.Alarm;
import io.acornhub.lifecycle.Alarms;
import io.acornhub.lifecycle.DeadlineEvents;
import io.acornhub.lifecycle.Deadlines;
import io.acornhub.lifecycle.GroupAcknowledgments;
import io.acornhub.lifecycle.GroupAcknowledgments.Answer;
import io.acornhub.lifecycle.GroupAcknowledgments.Group;
import io.acornhub.lifecycle.GroupAcknowledgments.SentSet;
import io.acornhub.lifecycle.RunningDeadline;
import io.acornhub.lifecycle.Tasks;
import io.acornhub.partner.Agreement;
import io.acornhub.partner.Partner;
import io.acornhub.routing.Queues;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What we sent against what the partner says of it: each group waits for its 997 or 999, set by set, with a deadline from the
 * moment it lies in the partner's channel. All of it in the caller's transaction, with the documents locked.
 */
@Component
public class Reconciliation {
    static final String HUB = "hub";
    private final StageTools tools;
    private final GroupAcknowledgments groups;
    private final Deadlines deadlines;
    private final DeadlineEvents events;
    private final Tasks tasks;
    private final Alarms alarms;
    private final CanonicalStore canonical;
    private final List<AcknowledgmentOutcome> outcomes;
    private final Clock clock;

    public Reconciliation(StageTools tools, GroupAcknowledgments groups, Deadlines deadlines, DeadlineEvents events, Tasks tasks,
                          Alarms alarms, CanonicalStore canonical, List<AcknowledgmentOutcome> outcomes, Clock clock) {
        this.tools = tools;
        this.groups = groups;
        this.deadlines = deadlines;
        this.events = events;
        this.tasks = tasks;
        this.alarms = alarms;
        this.canonical = canonical;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /** A document was written into an interchange that is stored. */
    void enveloped(Partner partner, Agreement agreement, String documentId, Interchange stored, long groupNumber, String setControl) {
        String group = agreement.functionalGroup() != null ? agreement.functionalGroup() : FunctionalGroups.of(agreement.document());
        groups.open(stored.id(), partner.name(), group, agreement.release(), Long.toString(groupNumber), agreement.acknowledgmentWithin(),
            documentId, agreement.document(), setControl);
    }

    /** An interchange lies in the partner's channel; call before its documents are changed, which {@link #sent} does. */
    void sent(Interchange interchange) {
        groups.sent(interchange.id(), clock.instant());
    }

    /** A document of it: what it was due for is met, and the partner's answer is due. */
    void sent(DocumentChange change, Document document) {
        Instant now = clock.instant();
        for (Group group : groups.ofInterchange(document.outgoingId())) {
            tools.configuration().partner(group.partner()).filter(partner -> group.resends() == 0)
                .ifPresent(partner -> events.sent(partner, read(document), document.id(), now));
            for (SentSet set : groups.sets(group.id())) {
                if (set.documentId().equals(document.id()) && set.state().waits()) {
                    change.leaves(document.outgoingId(), document.groupControl(), document.setControl(), group.dueAt());
                    deadlines.start(group.partner(), kind(set), subject(document, group), document.id(), group.sentAt(), group.dueAt());
                }
            }
        }
    }

    /** What the partner says of one set that waits for it. Returns the change of the document, with what it said in words. */
    DocumentChange answered(Document document, Group group, SentSet set, AcknowledgmentState state, String words, List<String> why,
                            String by) {
        Instant now = clock.instant();
        boolean late = group.dueAt() != null && now.isAfter(group.dueAt());
        boolean rejected = !state.accepts();
        String all = words + (late ? ", late: it was due " + group.dueAt() : "") + (why.isEmpty() ? "" : "; " + String.join("; ", why));
        groups.answered(group.id(), document.id(), new Answer(state, now, late, by, all));
        deadlines.met(group.partner(), kind(set), subject(document, group), now);
        tasks.close(document.id(), HUB, words, now);
        alarms.clear(Alarm.ofDocument(document.id()), now);
        DocumentChange change = new DocumentChange(document).light(Light.ACKNOWLEDGED, rejected ? Light.Colour.RED : Light.Colour.GREEN)
            .state(rejected ? DocumentState.REJECTED : DocumentState.CLOSED)
            .event(Queues.INBOUND_ACKNOWLEDGED, rejected ? "rejected" : "acknowledged", all + (by == null ? "" : " (" + by + ")"))
            .faults(why.stream().map(w -> Fault.of(FaultCode.ACKNOWLEDGMENT_REJECTS, w)).toList());
        Partner partner = tools.configuration().partner(group.partner()).orElseThrow();
        CanonicalDocument content = read(document);
        if (rejected) {
            String title = set.setId() + " " + document.businessKey() + " was rejected by " + partner.name() + ": " + all;
            tasks.open(document.id(), partner.name(), Tasks.Kind.CORRECT, title
                + ". Correct it where it is made and let it come again, or resend it with new control numbers.", now);
            alarms.raise(Alarm.of("rejected:" + document.id() + ":" + group.id() + ":" + group.resends(), Alarm.Kind.ACKNOWLEDGMENT_REJECTS,
                Alarm.Level.ALARM, partner.name(), subject(document, group), document.id(), Alarm.ofDocument(document.id()), title, now));
            outcomes.forEach(o -> o.rejected(partner, content, document.id(), why.isEmpty() ? List.of(words) : why, now));
        } else {
            outcomes.forEach(o -> o.accepted(partner, content, document.id(), now));
        }
        tools.reports().answered(document, rejected, all);
        tools.log(Queues.INBOUND_ACKNOWLEDGED, document.id(), set.setId() + " " + document.businessKey() + ": " + words);
        return change;
    }

    /** The partner's answer to a document did not come in time. Takes the document's lock, so call it before that of a deadline. */
    void overdue(RunningDeadline missed) {
        Document document = tools.documents().lock(List.of(missed.documentId())).get(0);
        Instant now = clock.instant();
        for (Group group : groups.ofInterchange(document.outgoingId())) {
            if (missed.subject().equals(subject(document, group)) && groups.overdue(group.id(), document.id())) {
                String words = "No acknowledgment came by " + missed.dueAt() + " for " + subject(document, group);
                tasks.open(document.id(), missed.partner(), Tasks.Kind.RESEND, words + ". Ask " + missed.partner()
                    + " whether it has it; resend it with the same numbers if not.", now);
                tools.documents().apply(List.of(new DocumentChange(document).event(Queues.INBOUND_ACKNOWLEDGED, "overdue", words)));
                tools.log(Queues.INBOUND_ACKNOWLEDGED, document.id(), words);
            }
        }
    }

    /** The document goes out again, the same bytes or under new numbers: what was found about it is settled. */
    void again(Document document, boolean newNumbers, String who) {
        Instant now = clock.instant();
        for (Group group : groups.ofInterchange(document.outgoingId())) {
            groups.sets(group.id()).stream().filter(s -> s.documentId().equals(document.id()))
                .forEach(s -> deadlines.cancel(group.partner(), kind(s), subject(document, group), now));
        }
        if (newNumbers) {
            groups.superseded(document.id());
        } else {
            groups.again(document.outgoingId());
        }
        tasks.close(document.id(), who, newNumbers ? "sent again with new control numbers" : "sent again with the same bytes", now);
        alarms.clear(Alarm.ofDocument(document.id()), now);
    }

    private CanonicalDocument read(Document document) {
        return canonical.read(document.canonicalType(), canonical.json(document));
    }

    private static String kind(SentSet set) {
        return RunningDeadline.ANSWER + set.setId();
    }

    private static String subject(Document document, Group group) {
        String subject = document.businessKey() + "/" + group.control();
        return subject.length() > 120 ? subject.substring(subject.length() - 120) : subject;
    }
}
