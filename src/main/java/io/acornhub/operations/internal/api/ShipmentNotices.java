// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.acornhub.archive.Archive;
import io.acornhub.canonical.DocumentType;
import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.interchange.Document;
import io.acornhub.interchange.DocumentState;
import io.acornhub.interchange.Documents;
import io.acornhub.translation.CanonicalJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds the notices of a shipment among the documents, by the document's keys. */
@Component
class ShipmentNotices {
    private static final String ARCHIVED = "archive:";
    private static final Set<DocumentState> VOID = EnumSet.of(DocumentState.DROPPED, DocumentState.REJECTED);
    private final Documents documents;
    private final Archive archive;

    ShipmentNotices(Documents documents, Archive archive) {
        this.documents = documents;
        this.archive = archive;
    }

    /** A notice and the document it came as. */
    record Kept(Document document, ShipmentNotice notice) {
    }

    /** Every notice of the shipment, newest first. */
    List<Kept> all(String shipmentId, String partner) {
        String own = partner == null ? "" : " and partner = ?";
        Object[] arguments = partner == null ? new Object[] {DocumentType.SHIPMENT_NOTICE.title(), shipmentId, shipmentId}
            : new Object[] {DocumentType.SHIPMENT_NOTICE.title(), shipmentId, shipmentId, partner};
        return documents.select("where canonical_type = ? and canonical is not null and id in (select document_id from document_key where "
            + "key_value = ? union select id from document where business_key = ?)" + own + " order by id desc", arguments).stream()
            .map(document -> new Kept(document, notice(document))).filter(kept -> shipmentId.equals(kept.notice().shipmentId())).toList();
    }

    /**
     * The notice that counts: the newest that was neither dropped nor refused and does not cancel.
     *
     * @throws Refusal where there is none, or where several partners have a shipment of this number
     */
    Kept one(String shipmentId, String partner) {
        List<Kept> all = all(shipmentId, partner);
        if (all.isEmpty()) {
            throw Refusal.unknown("shipment", shipmentId);
        }
        List<String> partners = all.stream().map(kept -> String.valueOf(kept.document().partner())).distinct().toList();
        if (partners.size() > 1) {
            throw Refusal.bad("Shipment " + shipmentId + " exists for " + partners + "; say which by partner=.");
        }
        return all.stream().filter(kept -> !VOID.contains(kept.document().state()) && !"CANCEL".equals(kept.notice().purpose())).findFirst()
            .orElse(all.get(0));
    }

    private ShipmentNotice notice(Document document) {
        try {
            return CanonicalJson.read(json(document.canonical()), ShipmentNotice.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the canonical document of " + document.id() + " cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    private String json(String kept) {
        if (!kept.startsWith(ARCHIVED)) {
            return kept;
        }
        try (InputStream bytes = archive.open(kept.substring(ARCHIVED.length()))) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
