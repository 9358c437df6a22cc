// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import io.acornhub.interchange.HubId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Acknowledgments that answer nothing of ours or contradict an earlier one: kept as they came, never applied, and an alarm each
 * until a person has decided on the held document. Writing methods expect the caller's transaction.
 */
@Repository
public class StrayAcknowledgments {
    private final JdbcTemplate jdbc;
    private final Alarms alarms;

    public StrayAcknowledgments(JdbcTemplate jdbc, Alarms alarms) {
        this.jdbc = jdbc;
        this.alarms = alarms;
    }

    /** Why it was not applied. */
    public enum Kind {
        ORPHAN, CONTRADICTION
    }

    /**
     * One of them.
     *
     * @param source id of the 997 or 999 document, or of the interchange of a TA1
     * @param documentId the document of ours it contradicts about; null for an orphan
     */
    public record Stray(Kind kind, String partner, String source, String message, String documentId, String words, Instant seenAt) {
    }

    public void note(Stray stray, String subject) {
        jdbc.update("insert into stray_acknowledgment (id, kind, partner, source, message, document_id, words, seen_at) "
            + "values (?,?,?,?,?,?,?,?)", HubId.next(), stray.kind().name(), stray.partner(), stray.source(), stray.message(),
            stray.documentId(), Alarms.cut(stray.words(), 2000), Timestamp.from(stray.seenAt()));
        alarms.raise(Alarm.of("stray:" + stray.source() + ":" + stray.kind() + ":" + subject, stray.kind() == Kind.ORPHAN
            ? Alarm.Kind.ACKNOWLEDGMENT_ORPHAN : Alarm.Kind.ACKNOWLEDGMENT_CONTRADICTS, Alarm.Level.ALARM, stray.partner(), subject,
            stray.documentId(), Alarm.ofDocument(stray.source()), stray.words(), stray.seenAt()));
    }

    /** Newest first; a null partner means any. */
    public List<Stray> find(Kind kind, String partner, int limit) {
        String condition = partner == null ? "" : " and partner = ?";
        return jdbc.query("select * from stray_acknowledgment where kind = ?" + condition + " order by id desc fetch first " + limit
            + " rows only", (rs, n) -> new Stray(Kind.valueOf(rs.getString("kind")), rs.getString("partner"), rs.getString("source"),
            rs.getString("message"), rs.getString("document_id"), rs.getString("words"), Alarms.instant(rs, "seen_at")),
            partner == null ? new Object[] {kind.name()} : new Object[] {kind.name(), partner});
    }
}
