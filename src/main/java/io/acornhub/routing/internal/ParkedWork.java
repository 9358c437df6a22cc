// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import io.acornhub.interchange.HubId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** What waits in parked queues for a person. Writing methods expect the caller's transaction. */
@Repository
public class ParkedWork {
    private final JdbcTemplate jdbc;

    public ParkedWork(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param queue the queue whose work failed, without {@code .parked} */
    public record Entry(String id, String subject, String queue, String family) {
    }

    /** Parks it; what is parked already for that queue stays as it is. */
    public void park(String subject, String queue, String family, String text) {
        Integer there = jdbc.queryForObject("select count(*) from parked where subject = ? and queue = ? and replayed_at is null",
            Integer.class, subject, queue);
        if (there == null || there == 0) {
            String bounded = text.length() > 2000 ? text.substring(0, 2000) : text;
            jdbc.update("insert into parked (id, subject, queue, family, text, parked_at) values (?,?,?,?,?,?)", HubId.next(), subject,
                queue, family, bounded, Timestamp.from(Instant.now()));
        }
    }

    public List<Entry> open(String subject) {
        return jdbc.query("select id, subject, queue, family from parked where subject = ? and replayed_at is null order by parked_at",
            (rs, n) -> new Entry(rs.getString(1), rs.getString(2), rs.getString(3), rs.getString(4)), subject);
    }

    /** Whether a person has sent it on its way again after that moment. */
    public boolean isReplayedSince(String subject, Instant moment) {
        Integer times = jdbc.queryForObject("select count(*) from parked where subject = ? and replayed_at > ?", Integer.class, subject,
            Timestamp.from(moment));
        return times != null && times > 0;
    }

    public void taken(String id, String who) {
        jdbc.update("update parked set replayed_at = ?, replayed_by = ? where id = ?", Timestamp.from(Instant.now()), who, id);
    }
}
