// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import io.acornhub.interchange.Document;
import io.acornhub.interchange.DocumentChange;
import io.acornhub.interchange.DocumentState;
import io.acornhub.interchange.Interchange;
import io.acornhub.interchange.Light;
import io.acornhub.routing.Queues;
import io.acornhub.routing.WorkMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What every sink shares: a stored interchange is READY, STAGED once its transmission has begun, and SENT. Between STAGED and SENT
 * nobody knows whether it got through; what a sink does about that when the message comes again is its own matter.
 */
@Component
public class Transmissions {
    private final StageTools tools;
    private final Reconciliation reconciliation;

    public Transmissions(StageTools tools, Reconciliation reconciliation) {
        this.tools = tools;
        this.reconciliation = reconciliation;
    }

    /** The interchange of the message, if it has yet to be sent; STAGED where an attempt before may have got through. */
    public Optional<Interchange> open(WorkMessage message) {
        Interchange interchange = tools.interchanges().find(message.interchange()).orElseThrow();
        boolean open = interchange.status() == Interchange.Status.READY || interchange.status() == Interchange.Status.STAGED;
        return open ? Optional.of(interchange) : Optional.empty();
    }

    /**
     * Commits that the transmission begins, with the row locked, so that two messages for one interchange never both prepare it.
     *
     * @param prepares what is to be done and written with it; not run where it was begun before
     */
    public void begin(Interchange interchange, Runnable prepares) {
        tools.transaction().executeWithoutResult(status -> {
            if (tools.interchanges().lock(interchange.id()).status() == Interchange.Status.READY) {
                prepares.run();
                tools.interchanges().status(interchange.id(), Interchange.Status.STAGED);
            }
        });
    }

    /**
     * Commits that it has left; harmless when that is known.
     *
     * @param how for the audit trail, such as the name of the file
     * @param delivered GREEN where it is certain that the partner has it, AMBER where a receipt is awaited
     */
    public void sent(Interchange interchange, String how, Light.Colour delivered) {
        tools.transaction().executeWithoutResult(status -> commit(interchange, how, delivered));
    }

    private void commit(Interchange interchange, String how, Light.Colour delivered) {
        Interchange locked = tools.interchanges().lock(interchange.id());
        if (locked.status() == Interchange.Status.SENT) {
            return;
        }
        tools.interchanges().sent(interchange.id(), Instant.now());
        tools.interchanges().event(interchange.id(), Queues.OUTBOUND_SEND, "sent", how);
        List<Document> left = tools.documents().leftIn(interchange.id());
        List<DocumentChange> changes = new ArrayList<>();
        List<Document> documents = tools.documents().lock(left.stream().map(Document::id).toList());
        reconciliation.sent(interchange);
        for (Document document : documents) {
            DocumentChange change = new DocumentChange(document);
            reconciliation.sent(change, document);
            tools.reports().sent(document, interchange);
            changes.add(change
                .state(document.state() == DocumentState.ENVELOPED ? DocumentState.SENT : document.state())
                .light(Light.DELIVERED, delivered).event(Queues.OUTBOUND_SEND, "sent", how));
        }
        tools.documents().apply(changes);
        tools.count(Queues.OUTBOUND_SEND, left);
        tools.log(Queues.OUTBOUND_SEND, interchange.id(), how + " to " + interchange.counterpart());
    }
}
