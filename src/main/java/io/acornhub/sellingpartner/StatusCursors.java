// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** How far the reading of changes has come, by connection. Writing expects the caller's transaction. */
@Repository
public class StatusCursors {
    private final JdbcTemplate jdbc;

    public StatusCursors(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What is read: statuses of orders, those of the last days once more, invoices. */
    public enum Kind {
        ORDERS, ORDERS_AGAIN, INVOICES
    }

    /** @param until everything that changed before this is read; {@code readAt} is when that was done */
    public record Cursor(Instant until, Instant readAt) {
    }

    public Optional<Cursor> find(String connection, Kind kind) {
        return jdbc.query("select read_until, read_at from status_cursor where connection = ? and kind = ?", (rs, n) -> new Cursor(
            Submissions.instant(rs, "read_until"), Submissions.instant(rs, "read_at")), connection, kind.name()).stream().findFirst();
    }

    public void moved(String connection, Kind kind, Instant until, Instant readAt) {
        int updated = jdbc.update("update status_cursor set read_until = ?, read_at = ? where connection = ? and kind = ?",
            Submissions.time(until), Submissions.time(readAt), connection, kind.name());
        if (updated == 0) {
            jdbc.update("insert into status_cursor (connection, kind, read_until, read_at) values (?,?,?,?) on conflict do nothing",
                connection, kind.name(), Submissions.time(until), Submissions.time(readAt));
        }
    }
}
