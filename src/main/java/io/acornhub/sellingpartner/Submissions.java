// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The submissions in the database. Writing methods expect the caller's transaction; documents are locked before submissions. */
@Repository
public class Submissions {
    private static final int LONGEST = 2000;
    private final JdbcTemplate jdbc;

    public Submissions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An answer of Amazon that said something new.
     *
     * @param status HTTP status; null where no answer came
     * @param sha256 its bytes in the archive; null without bytes
     */
    public record AnswerRow(int seq, Instant at, String operation, Integer status, String requestId, String sha256, String words) {
    }

    public void insert(Submission s) {
        jdbc.update("insert into submission (id, interchange_id, document_id, partner, connection, operation, subject, vendor_code, "
            + "state, attempt, look_at, looks) values (?,?,?,?,?,?,?,?,?,?,?,?)", s.id(), s.interchangeId(), s.documentId(), s.partner(),
            s.connection(), s.operation().id(), cut(s.subject(), 120), s.vendorCode(), s.state().name(), s.attempt(), time(s.lookAt()),
            s.looks());
    }

    /** Writes what can change of a row that the caller has locked. */
    public void save(Submission s) {
        jdbc.update("update submission set state = ?, attempt = ?, transaction_id = ?, transaction_state = ?, request_id = ?, "
            + "waiting_since = ?, posted_at = ?, look_at = ?, looks = ?, decided_at = ?, reason = ?, evidence = ?, evidence_request = ? "
            + "where id = ?", s.state().name(), s.attempt(), cut(s.transactionId(), 128), cut(s.transactionState(), 20),
            cut(s.requestId(), 128), time(s.waitingSince()), time(s.postedAt()), time(s.lookAt()), s.looks(), time(s.decidedAt()),
            cut(s.reason(), LONGEST), s.evidence(), cut(s.evidenceRequest(), 128), s.id());
    }

    /** Adds an answer to what Amazon said of it. */
    public void answer(String id, Instant at, Operation operation, Integer status, String requestId, String sha256, String words) {
        Integer last = jdbc.queryForObject("select coalesce(max(seq), 0) from submission_answer where submission_id = ?", Integer.class,
            id);
        jdbc.update("insert into submission_answer (submission_id, seq, at, operation, status, request_id, sha256, words) "
            + "values (?,?,?,?,?,?,?,?)", id, (last == null ? 0 : last) + 1, time(at), operation.id(), status, cut(requestId, 128), sha256,
            cut(words, LONGEST));
    }

    public List<AnswerRow> answers(String id) {
        return jdbc.query("select seq, at, operation, status, request_id, sha256, words from submission_answer where submission_id = ? "
            + "order by seq", (rs, n) -> new AnswerRow(rs.getInt(1), instant(rs, "at"), rs.getString(3), rs.getObject(4, Integer.class),
                rs.getString(5), rs.getString(6), rs.getString(7)), id);
    }

    public Optional<Submission> find(String id) {
        return select("where id = ?", id).stream().findFirst();
    }

    public Submission lock(String id) {
        return select("where id = ? for update", id).get(0);
    }

    public Optional<Submission> ofInterchange(String interchangeId) {
        return select("where interchange_id = ?", interchangeId).stream().findFirst();
    }

    /** Every time a document left by the API, newest first. */
    public List<Submission> ofDocument(String documentId) {
        return select("where document_id = ? order by id desc", documentId);
    }

    /** Of one partner and subject, newest first. */
    public List<Submission> of(String partner, Operation operation, String subject) {
        return select("where partner = ? and subject = ? and operation = ? order by id desc", partner, cut(subject, 120), operation.id());
    }

    /** Those of a connection and operation to be looked at by now, the longest due first. */
    public List<Submission> due(String connection, Operation operation, Instant now, int most) {
        return select("where connection = ? and operation = ? and look_at <= ? order by look_at, id fetch first " + most + " rows only",
            connection, operation.id(), time(now));
    }

    /** How many of a connection and operation were posted at or after that time. */
    public int postedSince(String connection, Operation operation, Instant since) {
        Integer found = jdbc.queryForObject("select count(*) from submission where connection = ? and operation = ? and posted_at >= ?",
            Integer.class, connection, operation.id(), time(since));
        return found == null ? 0 : found;
    }

    /** Oldest first; null or nothing leaves a condition out. */
    public List<Submission> list(Collection<SubmissionState> states, String partner, int limit) {
        List<Object> arguments = new ArrayList<>();
        StringBuilder where = new StringBuilder("where 1 = 1");
        if (!states.isEmpty()) {
            where.append(" and state in (").append("?,".repeat(states.size() - 1)).append("?)");
            states.forEach(s -> arguments.add(s.name()));
        }
        if (partner != null) {
            where.append(" and partner = ?");
            arguments.add(partner);
        }
        return select(where + " order by id fetch first " + limit + " rows only", arguments.toArray());
    }

    private List<Submission> select(String condition, Object... arguments) {
        return jdbc.query("select * from submission " + condition, Submissions::row, arguments);
    }

    private static Submission row(ResultSet rs, int number) throws SQLException {
        return new Submission(rs.getString("id"), rs.getString("interchange_id"), rs.getString("document_id"), rs.getString("partner"),
            rs.getString("connection"), Operation.of(rs.getString("operation")).orElseThrow(), rs.getString("subject"),
            rs.getString("vendor_code"), SubmissionState.valueOf(rs.getString("state")), rs.getInt("attempt"),
            rs.getString("transaction_id"), rs.getString("transaction_state"), rs.getString("request_id"), instant(rs, "waiting_since"),
            instant(rs, "posted_at"), instant(rs, "look_at"), rs.getInt("looks"), instant(rs, "decided_at"), rs.getString("reason"),
            rs.getString("evidence"), rs.getString("evidence_request"));
    }

    static Timestamp time(Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    static Instant instant(ResultSet rs, String column) throws SQLException {
        OffsetDateTime value = rs.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    static String cut(String text, int length) {
        return text != null && text.length() > length ? text.substring(0, length) : text;
    }
}
