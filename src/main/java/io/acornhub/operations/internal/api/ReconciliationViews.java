// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.api;

import io.acornhub.lifecycle.AcknowledgmentState;
import io.acornhub.lifecycle.Alarm;
import io.acornhub.lifecycle.GroupAcknowledgments;
import io.acornhub.lifecycle.GroupAcknowledgments.Group;
import io.acornhub.lifecycle.GroupAcknowledgments.SentSet;
import io.acornhub.lifecycle.RunningDeadline;
import io.acornhub.lifecycle.StrayAcknowledgments.Stray;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** The JSON of acknowledgments, deadlines and alarms. */
@Component
class ReconciliationViews {
    private final GroupAcknowledgments groups;

    ReconciliationViews(GroupAcknowledgments groups) {
        this.groups = groups;
    }

    @Schema(description = "A functional group of ours, or an acknowledgment that answers none")
    record GroupView(String state, String partner, String functionalId, String release, String groupControl, String interchangeId,
                     Instant sentAt, Instant due, Instant answeredAt, boolean late, String answerDocument,
                     @Schema(description = "Technical resends of the same bytes") int resends,
                     @Schema(description = "In one sentence") String words, List<SetView> sets) {
    }

    record SetView(String documentId, String setId, String setControl, String state, Instant answeredAt, boolean late, String words) {
    }

    record DueView(String partner, String kind, String subject, String documentId, Instant startsAt, Instant due, String state,
                   @Schema(description = "Percent of the time found gone at the last look: 0, 50, 80, 100") int mark, Instant endedAt,
                   String words) {
    }

    record AlarmView(String kind, String level, String partner, String subject, String documentId, String words, Instant raisedAt,
                     Instant clearedAt) {
    }

    GroupView group(Group g, Instant now) {
        return new GroupView(g.state().name(), g.partner(), g.functionalId(), g.release(), g.control(), g.interchangeId(), g.sentAt(),
            g.dueAt(), g.answeredAt(), g.late(), g.answerDocument(), g.resends(), words(g, now),
            groups.sets(g.id()).stream().map(ReconciliationViews::set).toList());
    }

    /** Every time a document left, newest first. */
    List<GroupView> ofDocument(String documentId, Instant now) {
        return groups.ofDocument(documentId).stream().map(s -> group(groups.one(s.groupId()), now)).toList();
    }

    private static SetView set(SentSet s) {
        return new SetView(s.documentId(), s.setId(), s.setControl(), s.state().name(), s.answeredAt(), s.late(), s.words());
    }

    private static String words(Group g, Instant now) {
        String group = "Group " + g.functionalId() + " " + g.control() + " to " + g.partner();
        if (g.state() == AcknowledgmentState.READY) {
            return group + " is written and goes out next.";
        }
        if (g.state().waits()) {
            String receipt = g.state() == AcknowledgmentState.TRANSPORT_RECEIPT ? " was taken by the partner's system; its"
                : " was sent; the";
            return group + receipt + " acknowledgment " + (g.dueAt() == null ? "is awaited." : (g.dueAt().isBefore(now) ? "was due "
                : "is due ") + Deadlines.inWords(g.dueAt(), now) + ".");
        }
        return group + ": " + g.state().inWords() + (g.late() ? ", late" : "") + (g.words() == null ? "." : " (" + g.words() + ").");
    }

    static GroupView stray(Stray s) {
        return new GroupView(s.kind().name(), s.partner(), null, null, null, null, null, null, s.seenAt(), false, s.source(), 0,
            s.message() + " " + s.source() + ": " + s.words(), List.of());
    }

    static DueView due(RunningDeadline d, Instant now) {
        String left = switch (d.state()) {
            case RUNNING -> (d.dueAt().isBefore(now) ? " was due " : " is due ") + Deadlines.inWords(d.dueAt(), now);
            case MET -> " came in time";
            case MISSED -> d.endedAt() == null ? " was due " + Deadlines.inWords(d.dueAt(), now) + " and is not there" : " came late";
            case CANCELLED -> " is not awaited any more";
        };
        return new DueView(d.partner(), d.kind(), d.subject(), d.documentId(), d.startsAt(), d.dueAt(), d.state().name(), d.mark(),
            d.endedAt(), Character.toUpperCase(d.inWords().charAt(0)) + d.inWords().substring(1) + left + ".");
    }

    static AlarmView alarm(Alarm a) {
        return new AlarmView(a.kind().name(), a.level().name(), a.partner(), a.subject(), a.documentId(), a.words(), a.raisedAt(),
            a.clearedAt());
    }
}
