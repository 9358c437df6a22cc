// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import io.acornhub.interchange.HubId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Work on a document that waits for a person. Writing methods expect the caller's transaction. */
@Repository
public class Tasks {
    private final JdbcTemplate jdbc;

    public Tasks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What is to be done. */
    public enum Kind {
        /** Nothing is wrong with the document: ask the partner, or send it again. */
        RESEND,
        /** The document is wrong: correct it where it is made and let it come again. */
        CORRECT
    }

    /** @param closedBy a person's name, or the hub where an event settled it; null while it is open */
    public record Task(String id, String documentId, String partner, Kind kind, String words, Instant openedAt, Instant closedAt,
                       String closedBy, String outcome) {
    }

    /** One task of a kind is open for a document at a time; a further reason leaves the first as it is. */
    public void open(String documentId, String partner, Kind kind, String words, Instant at) {
        jdbc.update("insert into task (id, open_key, document_id, partner, kind, words, opened_at) values (?,?,?,?,?,?,?) "
            + "on conflict do nothing", HubId.next(), kind + ":" + documentId, documentId, partner, kind.name(), Alarms.cut(words, 2000),
            Timestamp.from(at));
    }

    /** Closes every open task of a document. */
    public void close(String documentId, String who, String outcome, Instant at) {
        jdbc.update("update task set open_key = null, closed_at = ?, closed_by = ?, outcome = ? where document_id = ? "
            + "and closed_at is null", Timestamp.from(at), who, Alarms.cut(outcome, 500), documentId);
    }

    public List<Task> of(String documentId) {
        return jdbc.query("select * from task where document_id = ? order by opened_at, id", Tasks::row, documentId);
    }

    /** Oldest first. */
    public List<Task> find(boolean open, int limit) {
        return jdbc.query("select * from task where closed_at is " + (open ? "null" : "not null") + " order by opened_at, id fetch first "
            + limit + " rows only", Tasks::row);
    }

    private static Task row(ResultSet rs, int number) throws SQLException {
        return new Task(rs.getString("id"), rs.getString("document_id"), rs.getString("partner"), Kind.valueOf(rs.getString("kind")),
            rs.getString("words"), Alarms.instant(rs, "opened_at"), Alarms.instant(rs, "closed_at"), rs.getString("closed_by"),
            rs.getString("outcome"));
    }
}
