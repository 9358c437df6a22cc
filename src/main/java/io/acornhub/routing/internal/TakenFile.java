// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import io.acornhub.canonical.CanonicalDocument;
import io.acornhub.interchange.Document;
import io.acornhub.interchange.DocumentChange;
import io.acornhub.interchange.DocumentState;
import io.acornhub.interchange.Event;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.FaultLog;
import io.acornhub.interchange.HubId;
import io.acornhub.interchange.Interchange;
import io.acornhub.interchange.Interchanges;
import io.acornhub.interchange.Light;
import io.acornhub.partner.ErpSystem;
import io.acornhub.routing.Queues;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** One JSON or CSV file of an ERP system while its documents are taken: the rows it makes. */
public final class TakenFile {
    private static final int KEY_LENGTH = 200;

    private final Tools tools;
    private final Interchange file;
    private final ErpSystem system;
    private List<Fault> failed = List.of();
    private int accepted;
    private int all;

    TakenFile(Tools tools, Interchange file, ErpSystem system) {
        this.tools = tools;
        this.file = file;
        this.system = system;
    }

    /** What taking a file needs. */
    @Component
    record Tools(StageTools stage, CanonicalStore canonical, FaultLog faults) {
    }

    /**
     * Where a document lies in the file.
     *
     * @param row number of its first row, for CSV
     */
    record Part(long offset, long length, String row) {
    }

    /**
     * A document that can be read.
     *
     * @param content the canonical document, null where it has yet to be translated
     * @param once whether its number may come once only; else only the same content is a repeat
     */
    void document(Part part, String message, String number, CanonicalDocument content, String json, boolean once, String hash) {
        String id = HubId.next();
        String key = String.join("|", "FILE", system.name(), content == null ? "CSV" : content.type(), String.valueOf(number));
        Optional<Interchanges.FirstSeen> first = tools.stage.interchanges().remember(shortened(once ? key : key + "|" + hash), id, hash,
            Instant.now());
        String named = message + " " + number;
        if (first.isEmpty()) {
            accepted++;
            apply(insert(id, part, message, content, json, DocumentState.RECEIVED, "accepted", named), number, List.of());
            return;
        }
        boolean same = first.get().contentSha256().equals(hash);
        Fault fault = Fault.onPath(FaultCode.DOCUMENT_REPEATED, part.row == null ? null : "row " + part.row, number, same
            ? named + " came before with the same content (document " + first.get().interchangeId() + "); it goes no further."
            : named + " came before with other content (document " + first.get().interchangeId() + "). Held: find out which one counts."
                + " One that is to replace the first says purpose REPLACE.");
        DocumentChange change = insert(id, part, message, content, json, same ? DocumentState.DROPPED : DocumentState.HELD, "repeated",
            fault.text());
        if (!same) {
            change.hold(fault);
        }
        apply(change, number, List.of(fault));
    }

    void refused(Part part, String message, List<Fault> faults) {
        DocumentChange change = insert(HubId.next(), part, message, null, null, DocumentState.REJECTED, "rejected",
            faults.get(0).inWords()).light(Light.VALIDATED, Light.Colour.RED);
        apply(change, null, faults);
    }

    /** Nothing of the file can be taken. */
    void failed(List<Fault> faults) {
        failed = faults;
    }

    private DocumentChange insert(String id, Part part, String message, CanonicalDocument content, String json, DocumentState state,
                                  String what, String detail) {
        all++;
        Instant now = Instant.now();
        Event event = Event.next(id, 0, null, now, Queues.OUTBOUND_IDENTIFY, what, detail + ", file " + file.fileName());
        Document document = new Document(id, file.id(), all, "OUTBOUND", null, system.name(), message, null, part.row, null, null,
            part.offset, part.length, content == null ? null : content.type(), json == null ? null : tools.canonical.keep(json),
            content == null ? null : content.businessKey(), content == null ? null : content.vendorCode(), state,
            Queues.OUTBOUND_IDENTIFY, null, null, Map.of(Light.VALIDATED, Light.Colour.AMBER), null, now, now, event.seq(), event.hash());
        tools.stage.documents().insert(List.of(document), List.of(event));
        tools.stage.count(Queues.OUTBOUND_IDENTIFY, List.of(document));
        tools.stage.log(Queues.OUTBOUND_IDENTIFY, id, detail);
        return new DocumentChange(document);
    }

    private void apply(DocumentChange change, String number, List<Fault> found) {
        if (number != null && !number.isEmpty()) {
            change.key("document number", number);
        }
        tools.stage.documents().apply(List.of(change.faults(found)));
    }

    void finish() {
        tools.faults.append(file.id(), failed);
        Interchange.Status status = all == 0 ? Interchange.Status.UNREADABLE
            : accepted == all ? Interchange.Status.ACCEPTED : accepted == 0 ? Interchange.Status.REJECTED : Interchange.Status.PARTIAL;
        tools.stage.interchanges().identified(file.id(), null, system.name(), null, null, null, status, Instant.now());
        String text = accepted + " of " + all + " documents taken" + (failed.isEmpty() ? "" : "; " + failed.get(0).inWords());
        tools.stage.interchanges().event(file.id(), Queues.OUTBOUND_IDENTIFY, status.name().toLowerCase(Locale.ROOT), text);
        if (!failed.isEmpty()) {
            tools.stage.log(Queues.OUTBOUND_IDENTIFY, file.id(), "file " + file.fileName() + ": " + text);
        }
    }

    private static String shortened(String key) {
        return key.length() <= KEY_LENGTH ? key : key.substring(0, KEY_LENGTH - 64) + sha256(key);
    }

    public static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
