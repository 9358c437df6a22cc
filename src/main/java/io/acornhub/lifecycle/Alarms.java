// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import io.acornhub.interchange.HubId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The alarms in the database. Writing methods expect the caller's transaction. */
@Repository
public class Alarms {
    private final JdbcTemplate jdbc;

    public Alarms(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether it is new; a key that was raised before, cleared or not, is not raised again */
    public boolean raise(Alarm alarm) {
        return jdbc.update("insert into alarm (id, dedup_key, kind, level, partner, subject, document_id, origin, words, raised_at, "
            + "cleared_at) values (?,?,?,?,?,?,?,?,?,?,?) on conflict do nothing", HubId.next(), alarm.key(), alarm.kind().name(),
            alarm.level().name(), alarm.partner(), cut(alarm.subject(), 120), alarm.documentId(), alarm.origin(), cut(alarm.words(), 2000),
            Timestamp.from(alarm.raisedAt()), alarm.clearedAt() == null ? null : Timestamp.from(alarm.clearedAt())) == 1;
    }

    /** Clears everything that is still open of an origin. */
    public void clear(String origin, Instant at) {
        jdbc.update("update alarm set cleared_at = ? where origin = ? and cleared_at is null", Timestamp.from(at), origin);
    }

    /** Newest first; null leaves a condition out. */
    public List<Alarm> find(Alarm.Kind kind, String partner, boolean open, int limit) {
        List<Object> arguments = new ArrayList<>();
        StringBuilder where = new StringBuilder(open ? "cleared_at is null" : "1 = 1");
        if (kind != null) {
            where.append(" and kind = ?");
            arguments.add(kind.name());
        }
        if (partner != null) {
            where.append(" and partner = ?");
            arguments.add(partner);
        }
        return jdbc.query("select * from alarm where " + where + " order by raised_at desc, id desc fetch first " + limit + " rows only",
            Alarms::row, arguments.toArray());
    }

    private static Alarm row(ResultSet rs, int number) throws SQLException {
        return new Alarm(rs.getString("dedup_key"), Alarm.Kind.valueOf(rs.getString("kind")), Alarm.Level.valueOf(rs.getString("level")),
            rs.getString("partner"), rs.getString("subject"), rs.getString("document_id"), rs.getString("origin"), rs.getString("words"),
            instant(rs, "raised_at"), instant(rs, "cleared_at"));
    }

    static Instant instant(ResultSet rs, String column) throws SQLException {
        OffsetDateTime value = rs.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    static String cut(String text, int length) {
        return text != null && text.length() > length ? text.substring(0, length) : text;
    }
}
