// SPDX-License-Identifier: Apache-2.0
package io.acornhub.interchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The interchanges in the database. Writing methods expect the caller's transaction. */
@Repository
public class Interchanges {
    private static final int AT_ONCE = 50;
    private final JdbcTemplate jdbc;

    public Interchanges(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Interchange> find(String id) {
        return select("where id = ?", id).stream().findFirst();
    }

    public Optional<Interchange> ofIngress(String ingressKey) {
        return select("where ingress_key = ?", ingressKey).stream().findFirst();
    }

    /** The ingress key of a further interchange of a file, whose first has the file's. */
    public static String ingressKey(Interchange first, int ordinal) {
        return first.ingressKey() + "#" + ordinal;
    }

    /** All interchanges of a file in their order. By whole keys, which an index finds; by the beginning of a key it need not. */
    public List<Interchange> ofFile(Interchange first) {
        List<Interchange> all = new ArrayList<>(select("where id = ?", first.id()));
        for (int ordinal = 2;; ordinal += AT_ONCE) {
            Object[] keys = IntStream.range(ordinal, ordinal + AT_ONCE).mapToObj(o -> ingressKey(first, o)).toArray();
            List<Interchange> some = select("where ingress_key in (" + "?,".repeat(AT_ONCE - 1) + "?) order by ordinal", keys);
            all.addAll(some);
            if (some.isEmpty()) {
                return all;
            }
        }
    }

    /** Rows by a condition on the table's columns. */
    public List<Interchange> select(String condition, Object... arguments) {
        return jdbc.query("select * from interchange " + condition, Interchanges::row, arguments);
    }

    public void insert(Interchange i) {
        jdbc.update("insert into interchange (id, direction, side, counterpart, channel, ingress_key, file_name, sha256, size_bytes, "
            + "ordinal, header, sender, receiver, control_number, usage_indicator, status, answers, received_at, identified_at, "
            + "sent_at, event_seq, event_hash) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)", i.id(), i.direction(),
            i.side().name(), i.counterpart(), i.channel(), i.ingressKey(), i.fileName(), i.sha256(), i.sizeBytes(), i.ordinal(),
            i.header(), i.sender(), i.receiver(), i.controlNumber(), i.usageIndicator(), i.status().name(), i.answers(),
            time(i.receivedAt()), time(i.identifiedAt()), time(i.sentAt()), i.eventSeq(), i.eventHash());
    }

    /** What identification learnt of it. */
    public void identified(String id, String header, String sender, String receiver, String controlNumber, String usage,
                           Interchange.Status status, Instant at) {
        jdbc.update("update interchange set header=?, sender=?, receiver=?, control_number=?, usage_indicator=?, status=?, "
            + "identified_at=? where id=?", StoredText.of(header), StoredText.of(sender), StoredText.of(receiver),
            StoredText.of(controlNumber), StoredText.of(usage), status.name(), time(at), id);
    }

    public void sent(String id, Instant at) {
        jdbc.update("update interchange set status='SENT', sent_at=? where id=?", time(at), id);
    }

    public void status(String id, Interchange.Status status) {
        jdbc.update("update interchange set status = ? where id = ?", status.name(), id);
    }

    /** Locks the row until the transaction ends. */
    public Interchange lock(String id) {
        return select("where id = ? for update", id).get(0);
    }

    /**
     * Remembers an envelope for good.
     *
     * @return empty if it is the first with that key, else the one that came before
     */
    public Optional<FirstSeen> remember(String envelopeKey, String interchangeId, String contentSha256, Instant at) {
        int inserted = jdbc.update("insert into interchange_key (envelope_key, interchange_id, content_sha256, first_seen_at) "
            + "values (?,?,?,?) on conflict do nothing", envelopeKey, interchangeId, contentSha256, time(at));
        if (inserted == 1) {
            return Optional.empty();
        }
        return jdbc.query("select * from interchange_key where envelope_key = ?", (rs, n) -> new FirstSeen(rs.getString("interchange_id"),
            rs.getString("content_sha256"), rs.getObject("first_seen_at", OffsetDateTime.class).toInstant()), envelopeKey)
            .stream().filter(seen -> !seen.interchangeId().equals(interchangeId)).findFirst();
    }

    /** The interchange that first came with an envelope key. */
    public record FirstSeen(String interchangeId, String contentSha256, Instant at) {
    }

    /** Adds a step to the interchange's timeline. */
    public void event(String id, String stage, String what, String detail) {
        Interchange interchange = lock(id);
        Event event = Event.next(id, interchange.eventSeq(), interchange.eventHash(), Instant.now(), stage, what, detail);
        jdbc.update("insert into event (subject, seq, at, stage, what, detail, hash) values (?,?,?,?,?,?,?)", id, event.seq(),
            time(event.at()), stage, what, event.detail(), event.hash());
        jdbc.update("update interchange set event_seq=?, event_hash=? where id=?", event.seq(), event.hash(), id);
    }

    /** The timeline of an interchange or document. */
    public List<Event> trail(String subject) {
        return jdbc.query("select * from event where subject = ? order by seq", (rs, n) -> new Event(rs.getString("subject"),
            rs.getInt("seq"), instant(rs, "at"), rs.getString("stage"), rs.getString("what"), rs.getString("detail"),
            rs.getString("hash")), subject);
    }

    private static Timestamp time(Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        OffsetDateTime value = rs.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static Interchange row(ResultSet rs, int number) throws SQLException {
        return new Interchange(rs.getString("id"), rs.getString("direction"), Interchange.Side.valueOf(rs.getString("side")),
            rs.getString("counterpart"), rs.getString("channel"), rs.getString("ingress_key"), rs.getString("file_name"),
            rs.getString("sha256"), rs.getLong("size_bytes"), rs.getInt("ordinal"), rs.getString("header"), rs.getString("sender"),
            rs.getString("receiver"), rs.getString("control_number"), rs.getString("usage_indicator"),
            Interchange.Status.valueOf(rs.getString("status")), rs.getString("answers"), instant(rs, "received_at"),
            instant(rs, "identified_at"), instant(rs, "sent_at"), rs.getInt("event_seq"), rs.getString("event_hash"));
    }
}
