// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import io.acornhub.interchange.Document;
import io.acornhub.interchange.DocumentChange;
import io.acornhub.interchange.DocumentState;
import io.acornhub.interchange.Interchange;
import io.acornhub.interchange.Light;
import io.acornhub.routing.Interventions.Outcome;
import io.acornhub.routing.Queues;
import io.acornhub.routing.WorkMessage;
import io.acornhub.routing.internal.submission.PostedByHand;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Sends again what left and was rejected, lost or not answered: the same bytes with the same control numbers, or the same content
 * through the envelope stage again with new ones. The database first, the message after it; the sweep knows both states.
 */
@Component
class Resending {
    private final StageTools tools;
    private final Reconciliation reconciliation;
    private final WorkSender sender;
    private final Outboxes outboxes;
    private final JdbcTemplate jdbc;
    private final PostedByHand posted;

    Resending(StageTools tools, Reconciliation reconciliation, WorkSender sender, Outboxes outboxes, JdbcTemplate jdbc,
              PostedByHand posted) {
        this.tools = tools;
        this.reconciliation = reconciliation;
        this.sender = sender;
        this.outboxes = outboxes;
        this.jdbc = jdbc;
        this.posted = posted;
    }

    /** The interchange as it was; everything in it goes again. */
    Outcome sameNumbers(String documentId, String who, String reason) {
        Outcome[] refused = new Outcome[1];
        Interchange sent = tools.transaction().execute(status -> {
            Document found = tools.documents().find(documentId).orElseThrow();
            if (found.outgoingId() == null) {
                refused[0] = notSent(found);
                return null;
            }
            Interchange interchange = tools.interchanges().lock(found.outgoingId());
            Document document = tools.documents().lock(List.of(documentId)).get(0);
            if (!leftAndOpen(document) || interchange.status() != Interchange.Status.SENT) {
                refused[0] = notSent(document);
                return null;
            }
            jdbc.update("update interchange set status = 'READY' where id = ?", interchange.id());
            tools.interchanges().event(interchange.id(), "operations", "resent", "by " + who + ": " + reason);
            reconciliation.again(document, false, who);
            posted.again(interchange.id(), who + ": " + reason);
            tools.documents().apply(List.of(again(document, who, reason, "interchange " + interchange.controlNumber()
                + ", the same bytes").state(DocumentState.ENVELOPED)));
            return interchange;
        });
        if (sent == null) {
            return refused[0];
        }
        sender.send(outboxes.queueOf(sent), WorkMessage.ofInterchange(sent.id()));
        return new Outcome(true, "Interchange " + sent.controlNumber() + " is sent again with the same bytes.");
    }

    /** The document alone, under numbers that were never used. */
    Outcome newNumbers(String documentId, String who, String reason) {
        Outcome outcome = tools.transaction().execute(status -> {
            Document document = tools.documents().lock(List.of(documentId)).get(0);
            if (!leftAndOpen(document)) {
                return notSent(document);
            }
            reconciliation.again(document, true, who);
            jdbc.update("delete from stage_done where document_id = ? and stage = ?", documentId, Queues.OUTBOUND_ENVELOPE);
            tools.documents().apply(List.of(again(document, who, reason, "with new control numbers").state(DocumentState.TRANSLATED)));
            return new Outcome(true, "Document " + documentId + " is sent again with new control numbers.");
        });
        if (outcome.done()) {
            Document document = tools.documents().find(documentId).orElseThrow();
            sender.send(Queues.name(Queues.OUTBOUND_ENVELOPE), new WorkMessage(document.interchangeId(), List.of(documentId)));
        }
        return outcome;
    }

    private static DocumentChange again(Document document, String who, String reason, String how) {
        return new DocumentChange(document).light(Light.ACKNOWLEDGED, Light.Colour.AMBER).light(Light.DELIVERED, Light.Colour.AMBER)
            .event("operations", "resent", "by " + who + ": " + reason + " (" + how + ")");
    }

    private static boolean leftAndOpen(Document document) {
        return document.outgoingId() != null && (document.state() == DocumentState.SENT || document.state() == DocumentState.REJECTED);
    }

    private static Outcome notSent(Document document) {
        return new Outcome(false, "Document " + document.id() + " is " + document.state()
            + "; only what was sent and is rejected or not yet acknowledged can be sent again. Nothing was done.");
    }
}
