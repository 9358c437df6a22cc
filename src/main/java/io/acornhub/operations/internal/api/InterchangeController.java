// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.api;

import io.acornhub.interchange.Document;
import io.acornhub.interchange.Documents;
import io.acornhub.interchange.Interchange;
import io.acornhub.interchange.Interchanges;
import io.acornhub.partner.Direction;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/interchanges")
@Tag(name = "Interchanges", description = "Files received and sent")
class InterchangeController {
    private static final int DOCUMENTS_SHOWN = 500;
    private final Interchanges interchanges;
    private final Documents documents;
    private final DocumentViews views;
    private final Dossiers dossiers;
    private final AuditTrail audit;
    private final RawBytes rawBytes;

    InterchangeController(Interchanges interchanges, Documents documents, DocumentViews views, Dossiers dossiers,
                          AuditTrail audit, RawBytes rawBytes) {
        this.interchanges = interchanges;
        this.documents = documents;
        this.views = views;
        this.dossiers = dossiers;
        this.audit = audit;
        this.rawBytes = rawBytes;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "List interchanges, newest first")
    List<Views.InterchangeView> list(@RequestParam(required = false) String status,
        @RequestParam(required = false) String direction,
        @Parameter(description = "Partner or ERP system the bytes were exchanged with")
        @RequestParam(required = false) String partner,
        @Parameter(description = "Only interchanges older than this id") @RequestParam(required = false) String before,
        @RequestParam(defaultValue = Parameters.DEFAULT_LIMIT) int limit) {
        StringBuilder where = new StringBuilder("where 1 = 1");
        List<Object> arguments = new ArrayList<>();
        add(where, " and status = ?", arguments, Parameters.constant("status", Parameters.text(status),
            Interchange.Status.values()));
        add(where, " and direction = ?", arguments, Parameters.constant("direction", Parameters.text(direction),
            Direction.values()));
        add(where, " and counterpart = ?", arguments, Parameters.text(partner));
        add(where, " and id < ?", arguments, Parameters.text(before));
        where.append(" order by id desc fetch first ").append(Parameters.limit(limit)).append(" rows only");
        return interchanges.select(where.toString(), arguments.toArray()).stream().map(DocumentViews::interchange).toList();
    }

    private static void add(StringBuilder where, String condition, List<Object> arguments, String value) {
        if (value != null) {
            where.append(condition);
            arguments.add(value);
        }
    }

    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "One interchange with timeline, faults and the documents that came or left in it")
    Views.InterchangeDetail one(@PathVariable String id) {
        Interchange interchange = interchange(id);
        List<Document> found = documents.select("where id in (select id from document where interchange_id = ? union select "
            + "id from document where outgoing_id = ?) order by ordinal, id fetch first " + (DOCUMENTS_SHOWN + 1)
            + " rows only", id, id);
        boolean more = found.size() > DOCUMENTS_SHOWN;
        return new Views.InterchangeDetail(DocumentViews.interchange(interchange),
            audit.of(id, interchange.eventSeq(), interchange.eventHash()), views.faults(id), dossiers.parked(List.of(id)),
            interchanges.select("where answers = ? order by id", id).stream().map(Interchange::id).toList(),
            views.list(more ? found.subList(0, DOCUMENTS_SHOWN) : found), more);
    }

    @GetMapping(path = "/{id}/raw", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(summary = "The file's bytes as received or sent")
    void raw(@PathVariable String id, HttpServletResponse response) throws IOException {
        rawBytes.whole(interchange(id), response);
    }

    private Interchange interchange(String id) {
        return interchanges.find(id).orElseThrow(() -> Refusal.unknown("interchange", id));
    }
}
