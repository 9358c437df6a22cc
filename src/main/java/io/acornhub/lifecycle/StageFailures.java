// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import io.acornhub.interchange.HubId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * The stages of a connection that fail now, in the database, so that a restart does not begin to count anew. A stage that works has
 * no row. Writing methods expect the caller's transaction.
 */
@Repository
public class StageFailures {
    private static final int LONGEST = 2000;
    private final JdbcTemplate jdbc;

    public StageFailures(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A stage that has not worked since.
     *
     * @param stage with the connection, for example {@code outbound-send.amazon-us-as2}
     * @param id of this time of failing
     * @param failures since then
     * @param words what the last of them said
     */
    public record StageFailure(String stage, String id, Instant since, Instant lastAt, int failures, String words) {
    }

    /** As it is kept, which {@link StageFailure#words} gives back. */
    public static String kept(String words) {
        return Alarms.cut(words, LONGEST);
    }

    /** Longest first. */
    public List<StageFailure> all() {
        return jdbc.query("select * from stage_failure order by since, stage", StageFailures::row);
    }

    public Optional<StageFailure> find(String stage) {
        return jdbc.query("select * from stage_failure where stage = ?", StageFailures::row, stage).stream().findFirst();
    }

    /** One failure more, which is the first where the stage worked until now. */
    public StageFailure add(String stage, String words, Instant at) {
        String kept = kept(words);
        Timestamp time = Timestamp.from(at);
        if (jdbc.update("insert into stage_failure (stage, id, since, last_at, failures, words) values (?,?,?,?,1,?) "
            + "on conflict do nothing", stage, HubId.next(), time, time, kept) == 0) {
            jdbc.update("update stage_failure set failures = failures + 1, last_at = ?, words = ? where stage = ?", time, kept, stage);
        }
        return find(stage).orElseGet(() -> new StageFailure(stage, HubId.next(), at, at, 1, kept));
    }

    /** @return false where another process ended it before */
    public boolean end(StageFailure failure) {
        return jdbc.update("delete from stage_failure where id = ?", failure.id()) == 1;
    }

    private static StageFailure row(ResultSet rs, int number) throws SQLException {
        return new StageFailure(rs.getString("stage"), rs.getString("id"), Alarms.instant(rs, "since"), Alarms.instant(rs, "last_at"),
            rs.getInt("failures"), rs.getString("words"));
    }
}
