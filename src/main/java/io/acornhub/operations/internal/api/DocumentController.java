// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.api;

import io.acornhub.interchange.Document;
import io.acornhub.interchange.DocumentState;
import io.acornhub.interchange.Documents;
import io.acornhub.interchange.Interchange;
import io.acornhub.interchange.Interchanges;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/documents")
@Tag(name = "Documents", description = "Transaction sets and IDocs: where they are and what happened to them")
class DocumentController {
    private final DocumentSearch search;
    private final Documents documents;
    private final Interchanges interchanges;
    private final DocumentViews views;
    private final RawBytes rawBytes;

    DocumentController(DocumentSearch search, Documents documents, Interchanges interchanges, DocumentViews views,
        RawBytes rawBytes) {
        this.search = search;
        this.documents = documents;
        this.interchanges = interchanges;
        this.views = views;
        this.rawBytes = rawBytes;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Find documents, newest first")
    List<Views.DocumentView> find(
        @Parameter(description = "Exact PO number, vendor code, control number (ISA13, GS06, ST02, with or without leading "
            + "zeros), IDoc number, file name, document or interchange id") @RequestParam(required = false) String key,
        @RequestParam(required = false) String state, @RequestParam(required = false) String partner,
        @Parameter(description = "850, 855, 997, ORDRSP ...") @RequestParam(required = false) String message,
        @Parameter(description = "Only documents older than this id: the last one of the page before")
        @RequestParam(required = false) String before,
        @RequestParam(defaultValue = Parameters.DEFAULT_LIMIT) int limit) {
        return views.list(search.find(new DocumentSearch.Query(Parameters.text(key),
            Parameters.constant("state", Parameters.text(state), DocumentState.values()), Parameters.text(partner),
            Parameters.text(message), Parameters.text(before), Parameters.limit(limit))));
    }

    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "One document with timeline, faults, holds and deliveries")
    Views.DocumentDetail one(@PathVariable String id) {
        return views.detail(document(id));
    }

    @GetMapping(path = "/{id}/raw", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(summary = "The bytes of this transaction set or IDoc as received")
    void raw(@PathVariable String id, HttpServletResponse response) throws IOException {
        Document document = document(id);
        if (document.byteOffset() == null || document.byteLength() == null) {
            throw Refusal.missing("Document " + id + " came without bytes of its own; see its interchange.");
        }
        rawBytes.part(interchange(document.interchangeId()), document.byteOffset(), document.byteLength(),
            document.message() + "-" + id + ".txt", response);
    }

    @GetMapping(path = "/{id}/canonical", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The canonical document")
    String canonical(@PathVariable String id) {
        Document document = document(id);
        if (document.canonical() == null) {
            throw Refusal.missing("Document " + id + " is not translated; it is " + document.state() + ".");
        }
        return document.canonical();
    }

    @GetMapping(path = "/{id}/outgoing", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(summary = "The bytes of the interchange in which this document left")
    void outgoing(@PathVariable String id, HttpServletResponse response) throws IOException {
        Document document = document(id);
        if (document.outgoingId() == null) {
            throw Refusal.missing("Document " + id + " has not left; it is " + document.state() + ".");
        }
        rawBytes.whole(interchange(document.outgoingId()), response);
    }

    private Document document(String id) {
        return documents.find(id).orElseThrow(() -> Refusal.unknown("document", id));
    }

    private Interchange interchange(String id) {
        return interchanges.find(id).orElseThrow(() -> Refusal.unknown("interchange", id));
    }
}
