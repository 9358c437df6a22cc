// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import io.acornhub.interchange.HubId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * The functional groups we sent and what the partner said of them, group by group and set by set. Writing methods expect the
 * caller's transaction, with the documents locked before the group.
 */
@Repository
public class GroupAcknowledgments {
    private final JdbcTemplate jdbc;

    public GroupAcknowledgments(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** One group of ours; {@code dueAt} null until it is sent. */
    public record Group(String id, String interchangeId, String partner, String functionalId, String release, String control,
                        AcknowledgmentState state, int resends, Duration within, Instant sentAt, Instant dueAt, Instant answeredAt,
                        boolean late, String answerDocument, String words) {
    }

    /** One set of a group: the document that left as it. */
    public record SentSet(String groupId, String documentId, String setId, String setControl, AcknowledgmentState state,
                          Instant answeredAt, boolean late, String answerDocument, String words) {
    }

    /** What a partner said, and when; {@code document} is its 997 or 999, null for a TA1. */
    public record Answer(AcknowledgmentState state, Instant at, boolean late, String document, String words) {
    }

    /** A document was written into a group of an interchange; each document of the group calls it. */
    public void open(String interchangeId, String partner, String functionalId, String release, String control, Duration within,
                     String documentId, String setId, String setControl) {
        jdbc.update("insert into group_acknowledgment (id, interchange_id, partner, functional_id, release, group_control, state, "
            + "within_seconds) values (?,?,?,?,?,?,'READY',?) on conflict do nothing", HubId.next(), interchangeId, partner, functionalId,
            release, control, within.toSeconds());
        jdbc.update("insert into document_acknowledgment (group_id, document_id, set_id, set_control, state) select id, ?, ?, ?, 'READY' "
            + "from group_acknowledgment where interchange_id = ? and group_control = ? on conflict do nothing", documentId, setId,
            setControl, interchangeId, control);
    }

    /** Our newest group with that number and kind; numbers come again after 999,999,999. */
    public Optional<Group> find(String partner, String functionalId, String control) {
        return jdbc.query("select * from group_acknowledgment where partner = ? and functional_id = ? and group_control = ? "
            + "order by interchange_id desc", GroupAcknowledgments::group, partner, functionalId, control).stream().findFirst();
    }

    public Group one(String id) {
        return jdbc.query("select * from group_acknowledgment where id = ?", GroupAcknowledgments::group, id).get(0);
    }

    public Group lock(String id) {
        return jdbc.query("select * from group_acknowledgment where id = ? for update", GroupAcknowledgments::group, id).get(0);
    }

    public List<Group> ofInterchange(String interchangeId) {
        return jdbc.query("select * from group_acknowledgment where interchange_id = ? order by id", GroupAcknowledgments::group,
            interchangeId);
    }

    public List<SentSet> sets(String groupId) {
        return jdbc.query("select * from document_acknowledgment where group_id = ? order by set_control", GroupAcknowledgments::set,
            groupId);
    }

    /** Every time a document left, newest first. */
    public List<SentSet> ofDocument(String documentId) {
        return jdbc.query("select * from document_acknowledgment where document_id = ? order by group_id desc",
            GroupAcknowledgments::set, documentId);
    }

    /** The groups of an interchange lie in the partner's channel from now on. */
    public void sent(String interchangeId, Instant at) {
        for (Group group : ofInterchange(interchangeId)) {
            jdbc.update("update document_acknowledgment set state = 'SENT' where group_id = ? and state = 'READY'", group.id());
            jdbc.update("update group_acknowledgment set sent_at = ?, due_at = ? where id = ? and (sent_at is null or state = 'READY')",
                Timestamp.from(at), Timestamp.from(at.plus(group.within())), group.id());
            refresh(group.id());
        }
    }

    /** The partner's system has the bytes; what has been answered stays so. */
    public void receipt(String interchangeId, String words) {
        for (Group group : ofInterchange(interchangeId)) {
            jdbc.update("update document_acknowledgment set state = 'TRANSPORT_RECEIPT', words = ? where group_id = ? "
                + "and state in ('READY', 'SENT')", Alarms.cut(words, 2000), group.id());
            refresh(group.id());
        }
    }

    /** What the partner says of one set. */
    public void answered(String groupId, String documentId, Answer answer) {
        jdbc.update("update document_acknowledgment set state = ?, answered_at = ?, late = ?, answer_document = ?, words = ? "
            + "where group_id = ? and document_id = ?", answer.state().name(), Timestamp.from(answer.at()), answer.late(),
            answer.document(), Alarms.cut(answer.words(), 2000), groupId, documentId);
        jdbc.update("update group_acknowledgment set answered_at = ?, late = ?, answer_document = ?, words = ? where id = ?",
            Timestamp.from(answer.at()), answer.late(), answer.document(), Alarms.cut(answer.words(), 2000), groupId);
        refresh(groupId);
    }

    /** The answer did not come in time. */
    public boolean overdue(String groupId, String documentId) {
        int changed = jdbc.update("update document_acknowledgment set state = 'OVERDUE' where group_id = ? and document_id = ? "
            + "and state in ('SENT', 'TRANSPORT_RECEIPT')", groupId, documentId);
        refresh(groupId);
        return changed == 1;
    }

    /** The same bytes go out again: the answer is awaited anew. */
    public void again(String interchangeId) {
        for (Group group : ofInterchange(interchangeId)) {
            jdbc.update("update document_acknowledgment set state = 'READY', answered_at = null, late = false, answer_document = null, "
                + "words = null where group_id = ? and state not in ('ACCEPTED', 'ACCEPTED_WITH_ERRORS', 'SUPERSEDED')", group.id());
            jdbc.update("update group_acknowledgment set resends = resends + 1 where id = ?", group.id());
            refresh(group.id());
        }
    }

    /** The document goes out under new numbers: what it left in before does not count any more. */
    public void superseded(String documentId) {
        for (SentSet set : ofDocument(documentId)) {
            jdbc.update("update document_acknowledgment set state = 'SUPERSEDED' where group_id = ? and document_id = ?", set.groupId(),
                documentId);
            refresh(set.groupId());
        }
    }

    private void refresh(String groupId) {
        List<AcknowledgmentState> states = sets(groupId).stream().map(SentSet::state).toList();
        jdbc.update("update group_acknowledgment set state = ? where id = ?", AcknowledgmentState.ofSets(states).name(), groupId);
    }

    /** Oldest first; null leaves a condition out. */
    public List<Group> list(List<AcknowledgmentState> states, String partner, int limit) {
        List<Object> arguments = new ArrayList<>();
        StringBuilder where = new StringBuilder("1 = 1");
        if (!states.isEmpty()) {
            where.append(" and state in (").append("?,".repeat(states.size() - 1)).append("?)");
            states.forEach(s -> arguments.add(s.name()));
        }
        if (partner != null) {
            where.append(" and partner = ?");
            arguments.add(partner);
        }
        return jdbc.query("select * from group_acknowledgment where " + where + " order by id fetch first " + limit + " rows only",
            GroupAcknowledgments::group, arguments.toArray());
    }

    private static Group group(ResultSet rs, int number) throws SQLException {
        return new Group(rs.getString("id"), rs.getString("interchange_id"), rs.getString("partner"), rs.getString("functional_id"),
            rs.getString("release"), rs.getString("group_control"), AcknowledgmentState.valueOf(rs.getString("state")),
            rs.getInt("resends"), Duration.ofSeconds(rs.getLong("within_seconds")), Alarms.instant(rs, "sent_at"),
            Alarms.instant(rs, "due_at"), Alarms.instant(rs, "answered_at"), rs.getBoolean("late"), rs.getString("answer_document"),
            rs.getString("words"));
    }

    private static SentSet set(ResultSet rs, int number) throws SQLException {
        return new SentSet(rs.getString("group_id"), rs.getString("document_id"), rs.getString("set_id"), rs.getString("set_control"),
            AcknowledgmentState.valueOf(rs.getString("state")), Alarms.instant(rs, "answered_at"), rs.getBoolean("late"),
            rs.getString("answer_document"), rs.getString("words"));
    }
}
