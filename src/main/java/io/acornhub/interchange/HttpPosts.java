// SPDX-License-Identifier: Apache-2.0
package io.acornhub.interchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * What was posted by HTTP. A post is begun before its first byte leaves and ended by what its outcome says; one that is found begun
 * may have got through. Each method is one statement, committed when it returns unless the caller has a transaction.
 */
@Repository
public class HttpPosts {
    private static final int LONGEST_REFERENCE = 120;
    private static final int LONGEST_WORDS = 500;
    private final JdbcTemplate jdbc;

    public HttpPosts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What is known of a post. */
    public enum State {
        /** Begun, by this process or by one that died. */
        POSTING,
        /** All of it was handed over and no answer came. */
        UNKNOWN,
        /** The other side has it. */
        DONE
    }

    /**
     * @param subject document or interchange
     * @param reference what names it on the other side; null but for DONE
     * @param words why nobody knows; null but for UNKNOWN
     */
    public record Entry(String subject, State state, Instant begunAt, String reference, String words) {
    }

    public Optional<Entry> find(String connection, String subject) {
        return jdbc.query("select subject, state, begun_at, reference, words from http_post where connection = ? and subject = ?",
            (row, n) -> entry(row), connection, subject).stream().findFirst();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(row.getString(1), State.valueOf(row.getString(2)), row.getTimestamp(3).toInstant(), row.getString(4),
            row.getString(5));
    }

    /** To whom something was posted of which nobody knows whether it got through. */
    public List<String> unknown(String subject) {
        return jdbc.queryForList("select connection from http_post where subject = ? and state = ? order by connection", String.class,
            subject, State.UNKNOWN.name());
    }

    /** False where it was begun before: whoever gets true may post. */
    public boolean begin(String connection, String subject, Instant now) {
        try {
            return jdbc.update("insert into http_post (connection, subject, state, begun_at) values (?,?,?,?)", connection, subject,
                State.POSTING.name(), Timestamp.from(now)) == 1;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** Takes over a post that was begun before and may go again; false where somebody else has taken it over. */
    public boolean again(String connection, Entry before, Instant now) {
        return jdbc.update("update http_post set state = ?, begun_at = ?, words = null where connection = ? and subject = ? and state = ? "
            + "and begun_at = ?", State.POSTING.name(), Timestamp.from(now), connection, before.subject(), before.state().name(),
            Timestamp.from(before.begunAt())) == 1;
    }

    /** The other side has it. */
    public void done(String connection, String subject, String reference, Instant now) {
        jdbc.update("update http_post set state = ?, ended_at = ?, reference = ?, words = null where connection = ? and subject = ?",
            State.DONE.name(), Timestamp.from(now), shortened(reference, LONGEST_REFERENCE), connection, subject);
    }

    public void unknown(String connection, String subject, String words, Instant now) {
        jdbc.update("update http_post set state = ?, ended_at = ?, words = ? where connection = ? and subject = ? and state <> 'DONE'",
            State.UNKNOWN.name(), Timestamp.from(now), shortened(words, LONGEST_WORDS), connection, subject);
    }

    /** It is certain that the other side has not got it, or a person says so; what is done stays done. */
    public void notSent(String connection, String subject) {
        jdbc.update("delete from http_post where connection = ? and subject = ? and state <> 'DONE'", connection, subject);
    }

    private static String shortened(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }
}
