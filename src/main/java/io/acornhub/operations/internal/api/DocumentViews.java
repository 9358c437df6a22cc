// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.api;

import io.acornhub.interchange.Document;
import io.acornhub.interchange.DocumentState;
import io.acornhub.interchange.FaultLog;
import io.acornhub.interchange.Interchange;
import io.acornhub.interchange.Interchanges;
import io.acornhub.interchange.Light;
import io.acornhub.lifecycle.Tasks;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Turns documents and interchanges into what the API shows. */
@Component
class DocumentViews {
    private static final Set<DocumentState> OVER = EnumSet.of(DocumentState.CLOSED, DocumentState.DROPPED,
        DocumentState.REJECTED);
    private final Dossiers dossiers;
    private final Interchanges interchanges;
    private final FaultLog faults;
    private final AuditTrail audit;
    private final ReconciliationViews reconciliation;
    private final io.acornhub.lifecycle.Deadlines deadlines;
    private final Tasks tasks;
    private final SubmissionViews submissions;

    DocumentViews(Dossiers dossiers, Interchanges interchanges, FaultLog faults, AuditTrail audit,
                  ReconciliationViews reconciliation, io.acornhub.lifecycle.Deadlines deadlines, Tasks tasks,
                  SubmissionViews submissions) {
        this.dossiers = dossiers;
        this.interchanges = interchanges;
        this.faults = faults;
        this.audit = audit;
        this.reconciliation = reconciliation;
        this.deadlines = deadlines;
        this.tasks = tasks;
        this.submissions = submissions;
    }

    List<Views.DocumentView> list(List<Document> documents) {
        Instant now = Instant.now();
        Map<String, Dossier> known = dossiers.of(documents);
        return documents.stream().map(d -> view(d, known.get(d.id()), now)).toList();
    }

    Views.DocumentDetail detail(Document document) {
        Dossier dossier = dossiers.of(List.of(document)).get(document.id());
        Instant now = Instant.now();
        return new Views.DocumentDetail(view(document, dossier, now), document.release(), document.groupControl(),
            document.setControl(), document.canonicalType(), document.releasedBy(),
            audit.of(document.id(), document.eventSeq(), document.eventHash()), faults(document.id()), dossier.holds(),
            dossier.deliveries(), dossier.parked(), interchange(document.interchangeId()), interchange(document.outgoingId()),
            reconciliation.ofDocument(document.id(), now), submissions.ofDocument(document.id()),
            deadlines.ofDocument(document.id()).stream()
                .map(d -> ReconciliationViews.due(d, now)).toList(), tasks.of(document.id()));
    }

    List<Views.FaultView> faults(String subject) {
        return faults.of(subject).stream().map(f -> new Views.FaultView(f.code().name(), f.segment(), f.position(), f.element(),
            f.value(), f.inWords())).toList();
    }

    private Views.InterchangeView interchange(String id) {
        return id == null ? null : interchanges.find(id).map(DocumentViews::interchange).orElse(null);
    }

    static Views.InterchangeView interchange(Interchange i) {
        String self = "/api/interchanges/" + i.id();
        return new Views.InterchangeView(i.id(), i.direction(), i.side().name(), i.counterpart(), i.channel(), i.fileName(),
            i.sha256(), i.sizeBytes(), i.ordinal(), i.sender(), i.receiver(), i.controlNumber(), i.usageIndicator(),
            i.status().name(), i.answers(), i.receivedAt(), i.identifiedAt(), i.sentAt(),
            Map.of("self", self, "raw", self + "/raw"));
    }

    private static Views.DocumentView view(Document d, Dossier dossier, Instant now) {
        return new Views.DocumentView(d.id(), d.interchangeId(), d.direction(), d.partner(), d.erpSystem(), d.message(),
            d.businessKey(), d.vendorCode(), d.state().name(), d.stage(), lights(d), deadlines(d, dossier, now),
            Summary.of(d, dossier, now), d.createdAt(), d.updatedAt(), links(d));
    }

    private static Views.Lights lights(Document d) {
        return new Views.Lights(colour(d, Light.VALIDATED), colour(d, Light.DELIVERED), colour(d, Light.ACKNOWLEDGED),
            colour(d, Light.PROVEN));
    }

    private static String colour(Document d, Light light) {
        return d.lights().getOrDefault(light, Light.Colour.GREY).name().toLowerCase(Locale.ROOT);
    }

    private static List<Views.DeadlineView> deadlines(Document d, Dossier dossier, Instant now) {
        List<Views.DeadlineView> deadlines = new ArrayList<>();
        Dossier.OrderRow order = dossier.order();
        if (order != null && order.acknowledgedAt() == null && order.acknowledgmentDue() != null && !OVER.contains(d.state())) {
            deadlines.add(Deadlines.of("order acknowledgment to " + d.partner(), order.acknowledgmentDue(), now));
        }
        Light.Colour acknowledged = d.lights().getOrDefault(Light.ACKNOWLEDGED, Light.Colour.GREY);
        if ("OUTBOUND".equals(d.direction()) && d.acknowledgmentDue() != null && d.outgoingId() != null
            && !OVER.contains(d.state()) && acknowledged != Light.Colour.GREEN && acknowledged != Light.Colour.RED) {
            deadlines.add(Deadlines.of("acknowledgment from " + d.partner(), d.acknowledgmentDue(), now));
        }
        return deadlines;
    }

    private static Map<String, String> links(Document d) {
        String self = "/api/documents/" + d.id();
        Map<String, String> links = new LinkedHashMap<>();
        links.put("self", self);
        if (d.byteOffset() != null) {
            links.put("raw", self + "/raw");
        }
        if (d.canonical() != null) {
            links.put("canonical", self + "/canonical");
        }
        if (d.outgoingId() != null) {
            links.put("outgoing", self + "/outgoing");
        }
        if (d.businessKey() != null) {
            links.put("order", "/api/orders/" + UriUtils.encodePathSegment(d.businessKey(), StandardCharsets.UTF_8));
        }
        links.put("interchange", "/api/interchanges/" + d.interchangeId());
        if (d.state() == DocumentState.HELD) {
            links.put("release", self + "/release");
        }
        if (d.state() == DocumentState.PARKED || d.state() == DocumentState.SENT
            || d.lights().get(Light.DELIVERED) == Light.Colour.RED) {
            links.put("replay", self + "/replay");
        }
        if (d.outgoingId() != null && (d.state() == DocumentState.SENT || d.state() == DocumentState.REJECTED)) {
            links.put("resend", self + "/resend");
        }
        if (d.state() == DocumentState.HELD || d.state() == DocumentState.PARKED) {
            links.put("drop", self + "/drop");
        }
        return links;
    }
}
