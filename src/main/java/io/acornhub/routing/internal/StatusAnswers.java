// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import io.acornhub.canonical.ProcessingStatus;
import io.acornhub.interchange.Document;
import io.acornhub.interchange.DocumentChange;
import io.acornhub.interchange.DocumentState;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.Alarm;
import io.acornhub.lifecycle.Alarms;
import io.acornhub.lifecycle.Tasks;
import io.acornhub.routing.Queues;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What an ERP system says of a document that the hub delivered to it (IDoc ALEAUD): 53 posted, with the number of what was made
 * of it, or 51 not posted, which is work for a person. In the caller's transaction.
 */
@Component
public class StatusAnswers {
    /** Kind of the search key under which {@code Delivering} keeps the number that our IDoc carried. */
    static final String OUR_NUMBER = "our IDoc number";
    private final StageTools tools;
    private final Alarms alarms;
    private final Tasks tasks;
    private final Clock clock;

    public StatusAnswers(StageTools tools, Alarms alarms, Tasks tasks, Clock clock) {
        this.tools = tools;
        this.alarms = alarms;
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * Applies it and closes the document it came as; one that names no document of ours is held.
     *
     * @param own the change of the document that carries the status; {@code document} that document
     */
    void apply(DocumentChange own, Document document, ProcessingStatus status) {
        own.state(DocumentState.CLOSED);
        if (document.releasedBy() != null) {
            own.done(Queues.OUTBOUND_GUARD)
                .event(Queues.OUTBOUND_GUARD, "noted", "released by " + document.releasedBy() + "; nothing was changed by it");
            return;
        }
        Optional<Document> found = find(document.erpSystem(), status);
        if (found.isEmpty()) {
            Fault orphan = Fault.onPath(FaultCode.ACKNOWLEDGMENT_ORPHAN, "hubReference", status.hubReference(), "Status "
                + status.code() + " is about document " + first(status.hubReference(), status.erpNumber()) + ", which the hub did not "
                + "deliver to " + document.erpSystem() + ". Ask whose it is; drop it when clear.");
            own.state(DocumentState.HELD).hold(orphan).faults(List.of(orphan)).event(Queues.OUTBOUND_GUARD, "held", orphan.text());
            return;
        }
        Document ours = tools.documents().lock(List.of(found.get().id())).get(0);
        DocumentChange change = new DocumentChange(ours);
        String words = "status " + status.code() + " of " + document.erpSystem() + ": " + first(status.text(), "without words");
        if (posted(status)) {
            change.event(Queues.INBOUND_DELIVER, "posted", words + (status.createdObject() == null ? "" : ", made "
                + status.createdObject()) + " (" + document.id() + ")").key("sales order", status.createdObject());
            settle(ours, words);
        } else if (refused(status)) {
            change.event(Queues.INBOUND_DELIVER, "not posted", words + " (" + document.id() + ")")
                .faults(List.of(Fault.onPath(FaultCode.APPLICATION_NOT_POSTED, "status", status.code(), words)));
            refused(document, ours, words);
        } else {
            change.event(Queues.INBOUND_DELIVER, "status", words + " (" + document.id() + ")");
        }
        tools.documents().apply(List.of(change));
        own.done(Queues.OUTBOUND_GUARD).business(ours.businessKey(), ours.vendorCode()).event(Queues.OUTBOUND_GUARD, "applied",
            "to " + ours.message() + " " + ours.businessKey() + " (" + ours.id() + ")");
        tools.log(Queues.OUTBOUND_GUARD, ours.id(), ours.message() + " " + ours.businessKey() + ": " + words);
    }

    private void settle(Document ours, String words) {
        Instant now = clock.instant();
        tasks.close(ours.id(), Reconciliation.HUB, words, now);
        alarms.clear(Alarm.ofDocument(ours.id()), now);
    }

    private void refused(Document document, Document ours, String words) {
        Instant now = clock.instant();
        String text = ours.message() + " " + ours.businessKey() + " was not posted: " + words;
        tasks.open(ours.id(), ours.partner(), Tasks.Kind.CORRECT, text + ". Repair it in " + document.erpSystem()
            + " and post the document there again.", now);
        alarms.raise(Alarm.of("not-posted:" + document.id(), Alarm.Kind.NOT_POSTED, Alarm.Level.ALARM, ours.partner(), ours.businessKey(),
            ours.id(), Alarm.ofDocument(ours.id()), text, now));
    }

    /** By the document id at the end of ARCKEY, or by the number that our IDoc carried. */
    private Optional<Document> find(String system, ProcessingStatus status) {
        Optional<Document> byReference = Optional.ofNullable(status.hubReference())
            .map(r -> r.strip().substring(r.strip().lastIndexOf(':') + 1)).flatMap(tools.documents()::find);
        if (byReference.isPresent() || status.erpNumber() == null) {
            return byReference.filter(d -> "INBOUND".equals(d.direction()));
        }
        String number = status.erpNumber().replaceFirst("^0+(?=.)", "");
        return tools.documents().select("where direction = 'INBOUND' and id in (select document_id from document_key where key_value = ? "
            + "and kind = ?) and id in (select document_id from delivery where erp_system = ?)", number, OUR_NUMBER, system).stream()
            .findFirst();
    }

    private static boolean posted(ProcessingStatus status) {
        return "POSTED".equals(status.outcome()) || "53".equals(status.code());
    }

    private static boolean refused(ProcessingStatus status) {
        return List.of("NOT_POSTED", "FAILED", "REJECTED").contains(String.valueOf(status.outcome()))
            || List.of("51", "56", "60", "63", "65", "68").contains(String.valueOf(status.code()));
    }

    private static String first(String one, String other) {
        return one == null || one.isBlank() ? other : one;
    }
}
