// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.api;

import io.acornhub.interchange.Documents;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api")
@Tag(name = "Waiting", description = "What waits for a person")
class WaitingController {
    private final JdbcTemplate jdbc;
    private final Documents documents;
    private final DocumentViews views;
    private final Dossiers dossiers;

    WaitingController(JdbcTemplate jdbc, Documents documents, DocumentViews views, Dossiers dossiers) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.views = views;
        this.dossiers = dossiers;
    }

    @GetMapping(path = "/holds", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Documents that a rule or guard stopped, oldest first; release or drop them")
    List<Views.Held> holds(@RequestParam(defaultValue = Parameters.DEFAULT_LIMIT) int limit) {
        List<String> ids = jdbc.queryForList("select document_id from hold where status = 'HELD' group by document_id order by "
            + "min(held_at), document_id fetch first " + Parameters.limit(limit) + " rows only", String.class);
        Map<String, List<Views.HoldView>> holds = dossiers.held(ids).stream()
            .collect(Collectors.groupingBy(Views.HoldView::documentId));
        Map<String, Views.DocumentView> known = views.list(ids.isEmpty() ? List.of() : documents.find(ids)).stream()
            .collect(Collectors.toMap(Views.DocumentView::id, d -> d));
        return ids.stream().map(id -> new Views.Held(known.get(id), holds.getOrDefault(id, List.of()))).toList();
    }

    @GetMapping(path = "/parked", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Work in the parked queues, oldest first; repair the cause, then replay it")
    List<Views.ParkedView> parked(@RequestParam(defaultValue = Parameters.DEFAULT_LIMIT) int limit) {
        return dossiers.waiting(Parameters.limit(limit));
    }
}
