// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import io.acornhub.edi.FunctionalGroups;
import io.acornhub.interchange.Document;
import io.acornhub.interchange.DocumentChange;
import io.acornhub.interchange.DocumentState;
import io.acornhub.lifecycle.Alarm;
import io.acornhub.lifecycle.Alarms;
import io.acornhub.routing.Interventions;
import io.acornhub.routing.Queues;
import io.acornhub.routing.WorkMessage;
import io.acornhub.routing.internal.http.PostedArrivals;
import io.acornhub.routing.internal.submission.PostedByHand;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/**
 * Release, drop and replay. The database is written first and the message sent after it; if the process dies in between,
 * the sweep finds the document and sends the message.
 */
@Service
public class HubInterventions implements Interventions {
    private final StageTools tools;
    private final Deliveries deliveries;
    private final WorkSender sender;
    private final JdbcTemplate jdbc;
    private final Resending resending;
    private final Alarms alarms;
    private final PostedByHand posted;
    private final PostedArrivals arrivals;

    public HubInterventions(StageTools tools, Deliveries deliveries, WorkSender sender, JdbcTemplate jdbc,
                            Resending resending, Alarms alarms, PostedByHand posted, PostedArrivals arrivals) {
        this.tools = tools;
        this.deliveries = deliveries;
        this.sender = sender;
        this.jdbc = jdbc;
        this.resending = resending;
        this.alarms = alarms;
        this.posted = posted;
        this.arrivals = arrivals;
    }

    @Override
    public Outcome release(String documentId, String who, String reason) {
        Outcome outcome = decide(documentId, DocumentState.HELD, "RELEASED", who, reason);
        if (outcome.done()) {
            Document document = tools.documents().find(documentId).orElseThrow();
            sender.send(Queues.name(goesOnWith(document)), new WorkMessage(document.interchangeId(), List.of(documentId)));
        }
        return outcome;
    }

    @Override
    public Outcome drop(String documentId, String who, String reason) {
        Outcome held = decide(documentId, DocumentState.HELD, "DROPPED", who, reason);
        return held.done() ? held : decide(documentId, DocumentState.PARKED, "DROPPED", who, reason);
    }

    private Outcome decide(String documentId, DocumentState from, String decision, String who, String reason) {
        return tools.transaction().execute(status -> {
            Document document = tools.documents().lock(List.of(documentId)).get(0);
            if (document.state() != from) {
                return new Outcome(false, "Document " + documentId + " is " + document.state() + ", not " + from + "; nothing was done.");
            }
            if ("RELEASED".equals(decision) && blocked(documentId)) {
                return new Outcome(false, "Document " + documentId + " is blocked by a guard and cannot be released. Correct it at its "
                    + "source and send it anew, or drop it.");
            }
            DocumentChange change = new DocumentChange(document)
                .event("operations", decision.toLowerCase(Locale.ROOT), "by " + who + ": " + reason);
            if ("RELEASED".equals(decision)) {
                change.releasedBy(who).state(document.canonical() == null ? DocumentState.RECEIVED : DocumentState.TRANSLATED);
            } else {
                change.state(DocumentState.DROPPED);
                tools.parked().open(documentId).forEach(p -> tools.parked().taken(p.id(), who));
            }
            jdbc.update("update hold set status = ?, decided_by = ?, decided_at = ?, reason = ? where document_id = ? and status = 'HELD'",
                decision, who, Timestamp.from(Instant.now()), reason, documentId);
            alarms.clear(Alarm.ofDocument(documentId), Instant.now());
            tools.documents().apply(List.of(change));
            return new Outcome(true, "Document " + documentId + " is " + decision.toLowerCase(Locale.ROOT) + ".");
        });
    }

    private boolean blocked(String documentId) {
        Integer blocking = jdbc.queryForObject("select count(*) from hold where document_id = ? and status = 'HELD' and blocking",
            Integer.class, documentId);
        return blocking != null && blocking > 0;
    }

    @Override
    public Outcome replay(String subject, String who) {
        List<ParkedWork.Entry> parked = tools.parked().open(subject);
        if (parked.isEmpty()) {
            Optional<Document> sent = tools.documents().find(subject).filter(d -> d.state() == DocumentState.SENT);
            return sent.isPresent() ? resending.sameNumbers(subject, who, "replayed") : new Outcome(false, "Nothing of " + subject
                + " is parked and nothing of it awaits an acknowledgment; nothing was done.");
        }
        for (ParkedWork.Entry entry : parked) {
            WorkMessage message = tools.transaction().execute(status -> prepare(entry, who));
            sender.send(entry.queue(), message);
            sender.takeFromParked(entry.queue(), subject);
        }
        return new Outcome(true, "Replayed at " + String.join(", ", parked.stream().map(p -> Queues.stage(p.queue())).toList()) + ".");
    }

    @Override
    public Outcome resend(String documentId, boolean newNumbers, String who, String reason) {
        return newNumbers ? resending.newNumbers(documentId, who, reason) : resending.sameNumbers(documentId, who, reason);
    }

    @Override
    public Outcome arrived(String documentId, String who, String reason) {
        return arrivals.arrived(documentId, who, reason).orElseGet(() -> posted.arrived(documentId, who, reason));
    }

    private WorkMessage prepare(ParkedWork.Entry entry, String who) {
        tools.parked().taken(entry.id(), who);
        Optional<Document> found = tools.documents().lock(List.of(entry.subject())).stream().findFirst();
        if (found.isEmpty()) {
            tools.interchanges().event(entry.subject(), "operations", "replayed", "by " + who + " at " + entry.queue());
            return WorkMessage.ofInterchange(entry.subject());
        }
        Document document = found.get();
        DocumentChange change = new DocumentChange(document).event("operations", "replayed", "by " + who + " at " + entry.queue());
        String system = Failures.system(entry.queue());
        if (system != null) {
            deliveries.set(system, Deliveries.PENDING, document.id());
        } else {
            change.state(document.canonical() == null ? DocumentState.RECEIVED : DocumentState.TRANSLATED);
        }
        tools.documents().apply(List.of(change));
        return new WorkMessage(document.interchangeId(), List.of(document.id()));
    }

    /** The stage a released document goes on with. */
    static String goesOnWith(Document document) {
        if (FunctionalGroups.isAcknowledgment(document.message())) {
            return Queues.INBOUND_ACKNOWLEDGED;
        }
        if (document.canonical() == null) {
            return "INBOUND".equals(document.direction()) ? Queues.INBOUND_TRANSLATE : Queues.OUTBOUND_TRANSLATE;
        }
        return "INBOUND".equals(document.direction()) ? Queues.INBOUND_DISPATCH : Queues.OUTBOUND_GUARD;
    }
}
