// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.acornhub.archive.Archive;
import io.acornhub.interchange.As2Message;
import io.acornhub.interchange.As2Messages;
import io.acornhub.interchange.Document;
import io.acornhub.interchange.Event;
import io.acornhub.interchange.Interchange;
import io.acornhub.interchange.Interchanges;
import io.acornhub.lifecycle.OrderOverview;
import io.acornhub.sellingpartner.Submissions;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * All that proves what happened to an order, as a ZIP that is written while it is read. The same rows give the same bytes:
 * entries come in the order of the documents' ids, and their times are the order's.
 */
@Component
class Evidence {
    private static final String ARCHIVED = "archive:";
    private static final String HOW = "SHA-256 of every entry (sha256sum, or certutil -hashfile on Windows) must be the one written here. "
        + "Files in files/ are the bytes as received or sent; the hub keeps them under that same SHA-256. In an audit trail each event's "
        + "hash is the SHA-256 of subject, seq, hash before (null for the first), at, stage, what and detail (null where there is none), "
        + "joined by the character U+001F in UTF-8; the last hash is the document's or interchange's endHash.";
    private final OrderOverview orders;
    private final Interchanges interchanges;
    private final DocumentViews views;
    private final Archive archive;
    private final JdbcTemplate jdbc;
    private final SubmissionViews submissions;
    private final As2Messages as2;
    private final As2EvidenceFiles as2Files;
    private final ObjectMapper json;

    Evidence(OrderOverview orders, Interchanges interchanges, DocumentViews views, Archive archive, JdbcTemplate jdbc,
             SubmissionViews submissions, As2Messages as2, As2EvidenceFiles as2Files, ObjectMapper json) {
        this.orders = orders;
        this.interchanges = interchanges;
        this.views = views;
        this.archive = archive;
        this.jdbc = jdbc;
        this.submissions = submissions;
        this.as2 = as2;
        this.as2Files = as2Files;
        this.json = json.copy().enable(SerializationFeature.INDENT_OUTPUT);
    }

    /** @param documents of the order, oldest first */
    void write(OrderOverview.Head order, List<Document> documents, HttpServletResponse response) throws IOException {
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("order-" + order.poNumber()
            + "-evidence.zip", StandardCharsets.UTF_8).build().toString());
        try (EvidenceZip zip = new EvidenceZip(response.getOutputStream(), order.receivedAt())) {
            zip.add("order.json", json(picture(order)));
            Set<String> carriers = new TreeSet<>();
            int number = 0;
            for (Document document : documents) {
                String folder = "documents/%04d-%s-%s/".formatted(++number, document.message(), document.id());
                document(zip, folder, document);
                answers(zip, folder, document);
                Stream.of(document.interchangeId(), document.outgoingId()).filter(Objects::nonNull).forEach(carriers::add);
            }
            carriers.addAll(answers(documents, carriers));
            for (String id : carriers) {
                carrier(zip, interchanges.find(id).orElseThrow());
            }
            zip.add("manifest.json", json(manifest(order, zip.entries())));
        }
    }

    private Map<String, Object> picture(OrderOverview.Head order) {
        Map<String, Object> picture = new LinkedHashMap<>();
        picture.put("order", order);
        picture.put("figures", orders.figures(order.partner(), order.poNumber()));
        picture.put("shipments", orders.shipments(order.partner(), order.poNumber()));
        picture.put("steps", orders.steps(order.partner(), order.poNumber()));
        return picture;
    }

    private void document(EvidenceZip zip, String folder, Document document) throws IOException {
        String canonical = document.canonical();
        if (canonical != null && canonical.startsWith(ARCHIVED)) {
            archived(zip, folder + "canonical.json", canonical.substring(ARCHIVED.length()));
        } else if (canonical != null) {
            zip.add(folder + "canonical.json", new ByteArrayInputStream(canonical.getBytes(StandardCharsets.UTF_8)));
        }
        Map<String, Object> audit = trail(document.id(), document.eventSeq(), document.eventHash());
        audit.put("message", document.message());
        audit.put("direction", document.direction());
        audit.put("state", document.state());
        audit.put("interchange", document.interchangeId());
        audit.put("outgoingInterchange", document.outgoingId());
        audit.put("faults", views.faults(document.id()));
        audit.put("submissions", submissions.ofDocument(document.id()));
        zip.add(folder + "audit.json", json(audit));
    }

    /** Amazon's answers to what was posted and the reads that prove it, by the number of the submission and the answer. */
    private void answers(EvidenceZip zip, String folder, Document document) throws IOException {
        for (SubmissionViews.SubmissionView submission : submissions.ofDocument(document.id())) {
            for (Submissions.AnswerRow answer : submission.answers()) {
                if (answer.sha256() != null) {
                    archived(zip, folder + "answers/%s-%03d-%s.json".formatted(submission.id(), answer.seq(), answer.operation()),
                        answer.sha256());
                }
            }
        }
    }

    private void carrier(EvidenceZip zip, Interchange interchange) throws IOException {
        String file = interchange.fileName() == null ? "file" : interchange.fileName().replaceAll("[^A-Za-z0-9._-]", "_");
        archived(zip, "files/" + interchange.id() + "-" + file, interchange.sha256());
        Map<String, Object> audit = trail(interchange.id(), interchange.eventSeq(), interchange.eventHash());
        audit.put("file", interchange.fileName());
        audit.put("sha256", interchange.sha256());
        audit.put("direction", interchange.direction());
        audit.put("counterpart", interchange.counterpart());
        audit.put("controlNumber", interchange.controlNumber());
        audit.put("answers", interchange.answers());
        zip.add("interchanges/" + interchange.id() + "-audit.json", json(audit));
        for (As2Message message : as2.ofInterchange(interchange.id())) {
            as2Files.add(zip, "as2/" + message.id() + "/", message);
        }
    }

    /** The interchanges that acknowledge one of these, and those whose 997 or 999 answers one of the documents. */
    private Set<String> answers(List<Document> documents, Collection<String> carriers) {
        Set<String> found = new TreeSet<>();
        for (String carrier : carriers) {
            interchanges.select("where answers = ?", carrier).forEach(i -> found.add(i.id()));
        }
        if (!documents.isEmpty()) {
            found.addAll(jdbc.queryForList("select distinct d.interchange_id from document_acknowledgment a join document d "
                + "on d.id = a.answer_document where a.document_id in (" + String.join(",", Collections.nCopies(documents.size(), "?"))
                + ")", String.class, documents.stream().map(Document::id).toArray()));
        }
        return found;
    }

    private Map<String, Object> trail(String subject, int endSeq, String endHash) {
        List<Event> events = interchanges.trail(subject);
        Map<String, Object> trail = new LinkedHashMap<>();
        trail.put("subject", subject);
        trail.put("verified", AuditTrail.firstBroken(events, endSeq, endHash) == null);
        trail.put("endHash", endHash);
        trail.put("events", events);
        return trail;
    }

    private void archived(EvidenceZip zip, String name, String sha256) throws IOException {
        try (InputStream bytes = archive.open(sha256)) {
            zip.add(name, bytes);
        } catch (NoSuchFileException e) {
            zip.add(name + ".missing.txt", new ByteArrayInputStream(("The archive has no file with SHA-256 " + sha256 + ".\n")
                .getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static Map<String, Object> manifest(OrderOverview.Head order, List<EvidenceZip.Entry> entries) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("partner", order.partner());
        manifest.put("poNumber", order.poNumber());
        manifest.put("howToVerify", HOW);
        manifest.put("entries", entries);
        return new TreeMap<>(manifest);
    }

    private InputStream json(Object value) throws IOException {
        return new ByteArrayInputStream(json.writeValueAsBytes(value));
    }
}
