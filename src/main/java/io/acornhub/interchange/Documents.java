// SPDX-License-Identifier: Apache-2.0
package io.acornhub.interchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The documents in the database. Writing methods expect the caller's transaction. */
@Repository
public class Documents {
    private static final String COLUMNS = "id, interchange_id, ordinal, direction, partner, erp_system, message, release, "
        + "group_control, set_control, group_header, byte_offset, byte_length, canonical_type, canonical, business_key, vendor_code, "
        + "state, stage, outgoing_id, released_by, validated_light, delivered_light, acknowledged_light, proven_light, "
        + "acknowledgment_due, created_at, updated_at, event_seq, event_hash";
    private final JdbcTemplate jdbc;

    public Documents(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Document> find(String id) {
        try {
            return Optional.ofNullable(jdbc.queryForObject("select " + COLUMNS + " from document where id = ?", Documents::row, id));
        } catch (EmptyResultDataAccessException none) {
            return Optional.empty();
        }
    }

    public List<Document> find(Collection<String> ids) {
        return select("where id in (" + marks(ids) + ") order by id", ids.toArray());
    }

    /** The same, with the rows locked until the transaction ends; in id order, so that two stages never wait in a ring. */
    public List<Document> lock(Collection<String> ids) {
        return ids.isEmpty() ? List.of() : select("where id in (" + marks(ids) + ") order by id for update", ids.toArray());
    }

    public List<Document> ofInterchange(String interchangeId) {
        return select("where interchange_id = ? order by ordinal", interchangeId);
    }

    /** Documents of the hub's own making that left in this interchange. */
    public List<Document> leftIn(String interchangeId) {
        return select("where outgoing_id = ? order by id", interchangeId);
    }

    /** Rows by a condition on the table's columns; for the sweep and the searches of operations. */
    public List<Document> select(String condition, Object... arguments) {
        return jdbc.query("select " + COLUMNS + " from document " + condition, Documents::row, arguments);
    }

    public void insert(List<Document> documents) {
        jdbc.batchUpdate("insert into document (" + COLUMNS + ") values (" + String.join(",", Collections.nCopies(30, "?")) + ")",
            documents.stream().map(d -> new Object[] {d.id(), d.interchangeId(), d.ordinal(), d.direction(), d.partner(),
                d.erpSystem(), d.message(), d.release(), d.groupControl(), d.setControl(), d.groupHeader(), d.byteOffset(),
                d.byteLength(), d.canonicalType(), d.canonical(), d.businessKey(), d.vendorCode(), d.state().name(), d.stage(),
                d.outgoingId(), d.releasedBy(), colour(d, Light.VALIDATED), colour(d, Light.DELIVERED),
                colour(d, Light.ACKNOWLEDGED), colour(d, Light.PROVEN), time(d.acknowledgmentDue()), time(d.createdAt()),
                time(d.updatedAt()), d.eventSeq(), d.eventHash()}).toList());
    }

    /** Inserts new documents with the first event of each; {@code eventSeq} and {@code eventHash} must be that event's. */
    public void insert(List<Document> documents, List<Event> firstEvents) {
        insert(documents);
        batch("insert into event (subject, seq, at, stage, what, detail, hash) values (?,?,?,?,?,?,?)", firstEvents.stream()
            .map(e -> new Object[] {e.subject(), e.seq(), time(e.at()), e.stage(), e.what(), e.detail(), e.hash()}).toList());
    }

    /** Of these documents, those whose work in the stage is committed. */
    public Set<String> done(String stage, Collection<String> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        List<Object> arguments = new ArrayList<>(ids);
        arguments.add(stage);
        return new HashSet<>(jdbc.queryForList("select document_id from stage_done where document_id in (" + marks(ids)
            + ") and stage = ?", String.class, arguments.toArray()));
    }

    /** Notes that somebody is at work on them, which keeps the sweep away. */
    public void touch(Collection<String> ids) {
        batch("update document set updated_at = ? where id = ?", ids.stream().sorted()
            .map(id -> new Object[] {Timestamp.from(Instant.now()), id}).toList());
    }

    /** Writes everything the changes hold. */
    public void apply(List<DocumentChange> changes) {
        Timestamp now = Timestamp.from(Instant.now());
        jdbc.batchUpdate("update document set state=?, stage=?, canonical_type=?, canonical=?, business_key=?, vendor_code=?, "
            + "partner=?, outgoing_id=?, group_control=?, set_control=?, released_by=?, validated_light=?, delivered_light=?, "
            + "acknowledged_light=?, proven_light=?, acknowledgment_due=?, updated_at=?, event_seq=?, event_hash=? where id=?",
            changes.stream().map(c -> new Object[] {c.state.name(), c.stage, c.canonicalType, c.canonical, c.businessKey,
                c.vendorCode, c.partner, c.outgoingId, c.groupControl, c.setControl, c.releasedBy, text(c, Light.VALIDATED),
                text(c, Light.DELIVERED), text(c, Light.ACKNOWLEDGED), text(c, Light.PROVEN), time(c.acknowledgmentDue), now,
                c.eventSeq, c.eventHash, c.id}).toList());
        writeTrail(changes, now);
    }

    private void writeTrail(List<DocumentChange> changes, Timestamp now) {
        batch("insert into event (subject, seq, at, stage, what, detail, hash) values (?,?,?,?,?,?,?)", changes.stream()
            .flatMap(c -> c.events.stream()).map(e -> new Object[] {e.subject(), e.seq(), time(e.at()), e.stage(), e.what(),
                e.detail(), e.hash()}).toList());
        batch("insert into stage_done (document_id, stage, done_at) values (?,?,?)", changes.stream()
            .flatMap(c -> c.stagesDone.stream().map(s -> new Object[] {c.id, s, now})).toList());
        batch("insert into document_key (key_value, document_id, kind) values (?,?,?) on conflict do nothing", changes.stream()
            .flatMap(c -> c.keys.stream().distinct().map(k -> new Object[] {k.value(), c.id, k.kind()})).toList());
        for (DocumentChange change : changes) {
            if (!change.faults.isEmpty()) {
                new FaultLog(jdbc).append(change.id, change.faults);
            }
            if (!change.holds.isEmpty()) {
                hold(change, now);
            }
        }
    }

    private void hold(DocumentChange change, Timestamp now) {
        Integer last = jdbc.queryForObject("select coalesce(max(seq), 0) from hold where document_id = ?", Integer.class, change.id);
        int seq = last == null ? 0 : last;
        for (DocumentChange.Hold hold : change.holds) {
            jdbc.update("insert into hold (document_id, seq, code, text, status, held_at, blocking) values (?,?,?,?,'HELD',?,?)",
                change.id, ++seq, hold.reason().code().name(), FaultLog.cut(hold.reason().inWords(), 2000), now, hold.blocking());
        }
    }

    private void batch(String sql, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows);
        }
    }

    private static String colour(Document document, Light light) {
        return document.lights().getOrDefault(light, Light.Colour.GREY).name().toLowerCase(Locale.ROOT);
    }

    private static String text(DocumentChange change, Light light) {
        return change.lights.getOrDefault(light, Light.Colour.GREY).name().toLowerCase(Locale.ROOT);
    }

    private static String marks(Collection<?> values) {
        return String.join(",", Collections.nCopies(values.size(), "?"));
    }

    private static Timestamp time(Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        OffsetDateTime value = rs.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static Light.Colour light(ResultSet rs, String column) throws SQLException {
        return Light.Colour.valueOf(rs.getString(column).toUpperCase(Locale.ROOT));
    }

    private static Document row(ResultSet rs, int number) throws SQLException {
        Map<Light, Light.Colour> lights = new EnumMap<>(Light.class);
        lights.put(Light.VALIDATED, light(rs, "validated_light"));
        lights.put(Light.DELIVERED, light(rs, "delivered_light"));
        lights.put(Light.ACKNOWLEDGED, light(rs, "acknowledged_light"));
        lights.put(Light.PROVEN, light(rs, "proven_light"));
        return new Document(rs.getString("id"), rs.getString("interchange_id"), rs.getInt("ordinal"), rs.getString("direction"),
            rs.getString("partner"), rs.getString("erp_system"), rs.getString("message"), rs.getString("release"),
            rs.getString("group_control"), rs.getString("set_control"), rs.getString("group_header"),
            rs.getObject("byte_offset", Long.class), rs.getObject("byte_length", Long.class), rs.getString("canonical_type"),
            rs.getString("canonical"), rs.getString("business_key"), rs.getString("vendor_code"),
            DocumentState.valueOf(rs.getString("state")), rs.getString("stage"), rs.getString("outgoing_id"),
            rs.getString("released_by"), lights, instant(rs, "acknowledgment_due"), instant(rs, "created_at"),
            instant(rs, "updated_at"), rs.getInt("event_seq"), rs.getString("event_hash"));
    }
}
