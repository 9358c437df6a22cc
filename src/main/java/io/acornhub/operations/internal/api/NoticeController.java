// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/notices")
@Tag(name = "Notices", description = "What partners say in words: texts (864) and application advices (824)")
class NoticeController {
    private final JdbcTemplate jdbc;

    NoticeController(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param subject the order, or the number the partner gave the document */
    record NoticeView(String documentId, String partner, String kind, String subject, String text, Instant at, Instant readAt,
                      String readBy) {
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Notices, newest first")
    List<NoticeView> list(@Parameter(description = "true: only those nobody has read") @RequestParam(defaultValue = "false") boolean unread,
        @RequestParam(defaultValue = Parameters.DEFAULT_LIMIT) int limit) {
        return jdbc.query("select * from notice " + (unread ? "where read_at is null " : "") + "order by at desc, document_id desc "
            + "fetch first " + Parameters.limit(limit) + " rows only", NoticeController::view);
    }

    @PostMapping(path = "/{documentId}/read", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Notes that you have read it")
    NoticeView read(@PathVariable String documentId, Principal who) {
        jdbc.update("update notice set read_at = ?, read_by = ? where document_id = ? and read_at is null", Timestamp.from(Instant.now()),
            who.getName(), documentId);
        return jdbc.query("select * from notice where document_id = ?", NoticeController::view, documentId).stream().findFirst()
            .orElseThrow(() -> Refusal.unknown("notice", documentId));
    }

    private static NoticeView view(ResultSet rs, int number) throws SQLException {
        return new NoticeView(rs.getString("document_id"), rs.getString("partner"), rs.getString("kind"), rs.getString("subject"),
            rs.getString("text"), Dossiers.instant(rs, "at"), Dossiers.instant(rs, "read_at"), rs.getString("read_by"));
    }
}
