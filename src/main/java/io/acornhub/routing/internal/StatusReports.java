// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import io.acornhub.archive.Archive;
import io.acornhub.canonical.DocumentType;
import io.acornhub.canonical.ProcessingStatus;
import io.acornhub.interchange.Document;
import io.acornhub.interchange.DocumentChange;
import io.acornhub.interchange.DocumentState;
import io.acornhub.interchange.Documents;
import io.acornhub.interchange.Event;
import io.acornhub.interchange.HubId;
import io.acornhub.interchange.Interchange;
import io.acornhub.interchange.Interchanges;
import io.acornhub.interchange.Light;
import io.acornhub.partner.Configuration;
import io.acornhub.partner.ErpSystem;
import io.acornhub.routing.Queues;
import io.acornhub.routing.WorkMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jms.JmsException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells an ERP system what became of each IDoc it gave, by SAP's ladder of codes: 05 not translated, 06 translated, 07 held by a
 * guard, 11 not sent, 12 sent, 16 and 17 acknowledged and rejected by the partner; of one sent again after that, 22 sent, 39 and 40
 * acknowledged and rejected. A code goes once a document and never after a higher one. The report is a document of the hub's own,
 * written in the transaction of the event; its message is sent after the commit, and the sweep sends it if that was cut off.
 */
@Component
public class StatusReports {
    private static final Logger LOG = LoggerFactory.getLogger(StatusReports.class);
    private static final String TYPE = DocumentType.PROCESSING_STATUS.title();
    /** Where a report is until it is delivered; the sweep finds it by this. */
    static final String STAGE = "status-report";
    private static final List<String> CODES = List.of("05", "06", "07", "11", "12", "16", "17", "22", "39", "40");
    private final Documents documents;
    private final Interchanges interchanges;
    private final Deliveries deliveries;
    private final Configuration configuration;
    private final Archive archive;
    private final CanonicalStore canonical;
    private final WorkSender sender;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    public StatusReports(Documents documents, Interchanges interchanges, Deliveries deliveries, Configuration configuration,
                         Archive archive, CanonicalStore canonical, WorkSender sender, JdbcTemplate jdbc, Clock clock) {
        this.documents = documents;
        this.interchanges = interchanges;
        this.deliveries = deliveries;
        this.configuration = configuration;
        this.archive = archive;
        this.canonical = canonical;
        this.sender = sender;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a stage made of a document, which is written: translated, held or parked; anything else is not reported. */
    void stage(String stage, Document before, DocumentChange change) {
        if (system(before).isPresent()) {
            stage(stage, change, documents.find(before.id()).orElse(before));
        }
    }

    private void stage(String stage, DocumentChange change, Document now) {
        if (change.state() == DocumentState.PARKED) {
            boolean translating = Queues.OUTBOUND_TRANSLATE.equals(stage);
            report(now, translating ? "05" : "11", "FAILED", change.lastWords());
        } else if (change.state() == DocumentState.HELD) {
            report(now, "07", "HELD", change.lastWords());
        } else if (change.state() == DocumentState.TRANSLATED && Queues.OUTBOUND_TRANSLATE.equals(stage)) {
            report(now, "06", "TRANSLATED", change.lastWords());
        }
    }

    /** It lies in the partner's channel. */
    public void sent(Document document, Interchange in) {
        if (system(document).isPresent()) {
            report(document, reported(document.id()) >= 16 ? "22" : "12", "SENT", "sent to " + in.counterpart() + " in interchange "
                + in.controlNumber());
        }
    }

    /** What the partner's acknowledgment says. */
    public void answered(Document document, boolean rejected, String words) {
        boolean again = system(document).isPresent() && reported(document.id()) >= 17;
        report(document, rejected ? again ? "40" : "17" : again ? "39" : "16", rejected ? "REJECTED" : "ACCEPTED", words);
    }

    private void report(Document document, String code, String outcome, String words) {
        system(document).filter(s -> Integer.parseInt(code) > reported(document.id())).ifPresent(system -> idocNumber(document.id())
            .ifPresent(number -> insert(system, document, number, code, outcome, words)));
    }

    /** The system that gave the document, if it wants to be told. */
    private Optional<ErpSystem> system(Document document) {
        return Optional.ofNullable(document.erpSystem()).flatMap(configuration::erpSystem).filter(s -> s.bundles().containsKey(TYPE))
            .filter(s -> "OUTBOUND".equals(document.direction()) && !"ALEAUD".equals(document.message()));
    }

    /** The highest code that was reported of a document, 0 for none. */
    private int reported(String documentId) {
        Object[] keys = CODES.stream().map(code -> key(documentId, code)).toArray();
        return jdbc.queryForList("select ingress_key from interchange where ingress_key in (" + "?,".repeat(keys.length - 1) + "?)",
            String.class, keys).stream().map(k -> Integer.parseInt(k.substring(k.lastIndexOf('/') + 1)))
            .max(Comparator.naturalOrder()).orElse(0);
    }

    private static String key(String documentId, String code) {
        return "status/" + documentId + "/" + code;
    }

    /** The ERP's number of the IDoc as it came; the document's set control number is that of the set once it has left. */
    private Optional<String> idocNumber(String documentId) {
        return jdbc.queryForList("select key_value from document_key where document_id = ? and kind = 'IDoc number'", String.class,
            documentId).stream().max(Comparator.comparingInt(String::length));
    }

    private void insert(ErpSystem system, Document about, String number, String code, String outcome, String words) {
        Instant now = clock.instant();
        Optional<Interchange> out = Optional.ofNullable(about.outgoingId()).flatMap(interchanges::find);
        ProcessingStatus status = new ProcessingStatus(TYPE, number, about.id(), about.message(), outcome, code, now, words, null,
            about.businessKey(), out.map(Interchange::controlNumber).orElse(null), out.map(i -> about.groupControl()).orElse(null),
            out.map(i -> about.setControl()).orElse(null), Map.of());
        String json = canonical.write(status);
        Archive.Entry entry = archived(json);
        String id = HubId.next();
        String documentId = HubId.next();
        interchanges.insert(new Interchange(id, "INBOUND", Interchange.Side.ERP, system.name(), system.name(), key(about.id(), code),
            "STATUS_" + number + "_" + code, entry.sha256(), entry.size(), 1, null, null, system.name(), null, null,
            Interchange.Status.ACCEPTED, null, now, now, null, 0, null));
        interchanges.event(id, STAGE, "made", "status " + code + " of IDoc " + number);
        Event event = Event.next(documentId, 0, null, now, STAGE, "made", "status " + code + " of IDoc " + number + ": " + words);
        documents.insert(List.of(new Document(documentId, id, 1, "INBOUND", about.partner(), system.name(), "STATUS", null, null, number,
            null, 0L, entry.size(), TYPE, canonical.keep(json), about.businessKey(), about.vendorCode(), DocumentState.DISPATCHED, STAGE,
            null, null, Map.of(Light.VALIDATED, Light.Colour.GREEN, Light.DELIVERED, Light.Colour.AMBER), null, now, now, event.seq(),
            event.hash())), List.of(event));
        deliveries.open(documentId, List.of(system.name()));
        afterCommit(Queues.name(Queues.INBOUND_DELIVER, system.name()), new WorkMessage(id, List.of(documentId)));
    }

    private Archive.Entry archived(String json) {
        try {
            return archive.store(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void afterCommit(String queue, WorkMessage message) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                try {
                    sender.send(queue, message);
                } catch (JmsException e) {
                    LOG.warn("status    {} cannot be sent on now, the sweep will: {}", message.trace(), e.getMessage());
                }
            }
        });
    }
}
