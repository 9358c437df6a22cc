// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** How far each connection has been read. Writing methods expect the caller's transaction. */
@Repository
public class OrderCursors {
    private static final int LONGEST = 500;
    private final JdbcTemplate jdbc;

    public OrderCursors(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Which dates are asked for: {@code createdAfter} of new orders, {@code changedAfter} of changed ones. */
    public enum Kind {
        CREATED, CHANGED
    }

    /**
     * @param begun how far back the first look reached
     * @param reached up to where every page is stored
     * @param next when to look again
     * @param pause the pace, which grows while nothing comes
     * @param failures how many looks failed one after another
     * @param problem why the last one did; null when it did not
     * @param lookedAt null before the first look
     */
    public record Cursor(String connection, Kind kind, Instant begun, Instant reached, Instant next, Duration pause, int failures,
                         String problem, Instant lookedAt) {
    }

    public Optional<Cursor> find(String connection, Kind kind) {
        return jdbc.query("select * from sp_cursor where connection = ? and kind = ?", OrderCursors::row, connection, kind.name())
            .stream().findFirst();
    }

    public List<Cursor> of(String connection) {
        return jdbc.query("select * from sp_cursor where connection = ? order by kind", OrderCursors::row, connection);
    }

    /** The first look of a connection; nothing where it has been looked at before. */
    public void begin(String connection, Kind kind, Instant reached, Instant now, Duration pause) {
        jdbc.update("insert into sp_cursor (connection, kind, begun_at, reached, next_at, pause_seconds) values (?,?,?,?,?,?) "
            + "on conflict do nothing", connection, kind.name(), Timestamp.from(reached), Timestamp.from(reached), Timestamp.from(now),
            pause.toSeconds());
    }

    /** A window is stored. It never goes back: two processes that looked at once leave what the further one reached. */
    public void reached(String connection, Kind kind, Instant until, Instant next, Duration pause, Instant now) {
        jdbc.update("update sp_cursor set reached = case when reached < ? then ? else reached end, next_at = ?, pause_seconds = ?, "
            + "failures = 0, problem = null, looked_at = ? where connection = ? and kind = ?", Timestamp.from(until), Timestamp.from(until),
            Timestamp.from(next), pause.toSeconds(), Timestamp.from(now), connection, kind.name());
    }

    /** A look failed; what it had stored stays, and the same window is asked for again. */
    public void failed(String connection, Kind kind, String problem, Instant next, Instant now) {
        jdbc.update("update sp_cursor set failures = failures + 1, problem = ?, next_at = ?, looked_at = ? where connection = ? "
            + "and kind = ?", problem.length() > LONGEST ? problem.substring(0, LONGEST) : problem, Timestamp.from(next),
            Timestamp.from(now), connection, kind.name());
    }

    private static Cursor row(ResultSet rs, int number) throws SQLException {
        return new Cursor(rs.getString("connection"), Kind.valueOf(rs.getString("kind")), instant(rs, "begun_at"),
            instant(rs, "reached"), instant(rs, "next_at"), Duration.ofSeconds(rs.getLong("pause_seconds")),
            rs.getInt("failures"), rs.getString("problem"), instant(rs, "looked_at"));
    }

    static Instant instant(ResultSet rs, String column) throws SQLException {
        OffsetDateTime value = rs.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
