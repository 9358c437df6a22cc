// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import io.acornhub.archive.Archive;
import io.acornhub.archive.FolderDrop;
import io.acornhub.interchange.ChannelFault;
import io.acornhub.interchange.Document;
import io.acornhub.interchange.DocumentChange;
import io.acornhub.interchange.DocumentState;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.Interchange;
import io.acornhub.interchange.Light;
import io.acornhub.routing.Queues;
import io.acornhub.routing.WorkMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Header;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Outbound: puts a stored interchange into a partner's folder, exactly once: staged beside the folder, STAGED committed,
 * renamed into it, SENT committed. A technical resend is the same bytes with the same control numbers.
 */
@Component("sending")
public class Sending {
    private final StageTools tools;
    private final Archive archive;
    private final JdbcTemplate jdbc;
    private final Reconciliation reconciliation;

    public Sending(StageTools tools, Archive archive, JdbcTemplate jdbc, Reconciliation reconciliation) {
        this.tools = tools;
        this.archive = archive;
        this.jdbc = jdbc;
        this.reconciliation = reconciliation;
    }

    public void folder(WorkMessage message, @Header("AcornFolder") String folder) {
        tools.traced(Queues.OUTBOUND_SEND, message, () -> {
            Interchange interchange = tools.interchanges().find(message.interchange()).orElseThrow();
            if (interchange.status() == Interchange.Status.READY || interchange.status() == Interchange.Status.STAGED) {
                send(interchange, tools.settings().inData(folder));
            }
            return null;
        });
    }

    private void send(Interchange interchange, Path folder) {
        try {
            tools.transaction().executeWithoutResult(s -> stage(interchange, folder));
            FolderDrop.publish(folder, interchange.fileName());
        } catch (UncheckedIOException | IOException e) {
            throw new ChannelFault(Fault.onPath(FaultCode.TARGET_UNREACHABLE, folder.getFileName().toString(), interchange.fileName(),
                "The outbox of " + interchange.counterpart() + " cannot be written: " + e.getMessage()), e);
        }
        tools.transaction().executeWithoutResult(s -> sent(interchange));
    }

    /** With the row locked, so that two messages for one interchange never both stage: the second would publish it twice. */
    private void stage(Interchange interchange, Path folder) {
        if (tools.interchanges().lock(interchange.id()).status() != Interchange.Status.READY) {
            return;
        }
        try (InputStream bytes = archive.open(interchange.sha256())) {
            FolderDrop.stage(folder, interchange.fileName(), bytes.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        jdbc.update("update interchange set status = 'STAGED' where id = ?", interchange.id());
    }

    private void sent(Interchange interchange) {
        Interchange locked = tools.interchanges().lock(interchange.id());
        if (locked.status() == Interchange.Status.SENT) {
            return;
        }
        tools.interchanges().sent(interchange.id(), Instant.now());
        tools.interchanges().event(interchange.id(), Queues.OUTBOUND_SEND, "sent", "file " + interchange.fileName());
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
                .light(Light.DELIVERED, Light.Colour.GREEN).event(Queues.OUTBOUND_SEND, "sent", "file " + interchange.fileName()));
        }
        tools.documents().apply(changes);
        tools.count(Queues.OUTBOUND_SEND, left);
        tools.log(Queues.OUTBOUND_SEND, interchange.id(), "file " + interchange.fileName() + " to " + interchange.counterpart());
    }
}
