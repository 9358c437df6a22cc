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
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The AS2 messages in the database. Writing methods expect the caller's transaction, with the interchange locked before the message. */
@Repository
public class As2Messages {
    private static final int LONGEST = 2000;
    private final JdbcTemplate jdbc;

    public As2Messages(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** One thing that happened to a message; {@code sha256} null where no bytes were kept. */
    public record Step(int seq, Instant at, String what, String words, String sha256) {
    }

    public Optional<As2Message> find(String id) {
        return select("where id = ?", id).stream().findFirst();
    }

    public Optional<As2Message> find(boolean inbound, String ownId, String partnerId, String messageId) {
        return select("where direction = ? and own_id = ? and partner_id = ? and message_id = ?", direction(inbound), ownId, partnerId,
            messageId).stream().findFirst();
    }

    /** The one that was made last to carry an interchange. */
    public Optional<As2Message> lastOf(String interchangeId) {
        return select("where interchange_id = ? order by id desc fetch first 1 rows only", interchangeId).stream().findFirst();
    }

    /** All that carried an interchange, oldest first. */
    public List<As2Message> ofInterchange(String interchangeId) {
        return select("where interchange_id = ? order by id", interchangeId);
    }

    public As2Message lock(String id) {
        return select("where id = ? for update", id).get(0);
    }

    /** Those of a channel that are due to be looked at, the longest due first. */
    public List<As2Message> due(String partner, String channel, Instant now, int most) {
        return select("where partner = ? and channel = ? and look_at <= ? order by look_at, id fetch first " + most + " rows only", partner,
            channel, Timestamp.from(now));
    }

    /** Newest first; null leaves a condition out. */
    public List<As2Message> list(String partner, String messageId, As2Message.State state, int limit) {
        List<Object> arguments = new ArrayList<>();
        StringBuilder where = new StringBuilder("where 1 = 1");
        condition(where, arguments, "partner", partner);
        condition(where, arguments, "message_id", messageId);
        condition(where, arguments, "state", state == null ? null : state.name());
        return select(where + " order by id desc fetch first " + limit + " rows only", arguments.toArray());
    }

    private static void condition(StringBuilder where, List<Object> arguments, String column, String value) {
        if (value != null) {
            where.append(" and ").append(column).append(" = ?");
            arguments.add(value);
        }
    }

    /** @throws org.springframework.dao.DuplicateKeyException where a message with these identifiers is there already */
    public void insert(As2Message m) {
        jdbc.update("insert into as2_message (id, direction, partner, channel, own_id, partner_id, message_id, state, receipt, "
            + "interchange_id, message_sha256, signed_sha256, content_sha256, mic, mdn_sha256, disposition, own_certificate, "
            + "partner_certificate, mdn_url, attempts, look_at, received_at, decided_at, words) values "
            + "(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)", m.id(), direction(m.inbound()), m.partner(), m.channel(), m.ownId(),
            m.partnerId(), m.messageId(), m.state().name(), m.receipt().name(), m.interchangeId(), m.messageSha256(), m.signedSha256(),
            m.contentSha256(), m.mic(), m.mdnSha256(), m.disposition(), m.ownCertificate(), m.partnerCertificate(), m.mdnUrl(),
            m.attempts(), time(m.lookAt()), time(m.receivedAt()), time(m.decidedAt()), cut(m.words()));
    }

    /** Everything of a message that came in and was refused, by what came now under the same identifiers. */
    public void replace(As2Message m) {
        jdbc.update("update as2_message set state = ?, receipt = ?, interchange_id = ?, message_sha256 = ?, signed_sha256 = ?, "
            + "content_sha256 = ?, mic = ?, mdn_sha256 = ?, disposition = ?, own_certificate = ?, partner_certificate = ?, mdn_url = ?, "
            + "attempts = ?, look_at = ?, received_at = ?, decided_at = ?, words = ? where id = ?", m.state().name(), m.receipt().name(),
            m.interchangeId(), m.messageSha256(), m.signedSha256(), m.contentSha256(), m.mic(), m.mdnSha256(), m.disposition(),
            m.ownCertificate(), m.partnerCertificate(), m.mdnUrl(), m.attempts(), time(m.lookAt()), time(m.receivedAt()),
            time(m.decidedAt()), cut(m.words()), m.id());
    }

    /** Our receipt for what came in. */
    public void receipt(String id, As2Message.Receipt receipt, int attempts, Instant lookAt) {
        jdbc.update("update as2_message set receipt = ?, attempts = ?, look_at = ? where id = ?", receipt.name(), attempts,
            time(lookAt), id);
    }

    /** What went out is posted, or posted and without its receipt yet. */
    public void state(String id, As2Message.State state, int attempts, Instant lookAt, String words) {
        jdbc.update("update as2_message set state = ?, attempts = ?, look_at = ?, words = ? where id = ?", state.name(), attempts,
            time(lookAt), cut(words), id);
    }

    /** What became of what went out; the receipt's bytes and certificate null where none decided it. */
    public void decided(String id, As2Message.State state, String mdnSha256, String disposition, String certificate, Instant at,
                        String words) {
        jdbc.update("update as2_message set state = ?, look_at = null, mdn_sha256 = coalesce(?, mdn_sha256), "
            + "disposition = coalesce(?, disposition), partner_certificate = coalesce(?, partner_certificate), decided_at = ?, words = ? "
            + "where id = ?", state.name(), mdnSha256, disposition, certificate, time(at), cut(words), id);
    }

    /** Adds to what happened to a message; the caller holds its lock or has just made it. */
    public void step(String id, Instant at, String what, String words, String sha256) {
        Integer last = jdbc.queryForObject("select coalesce(max(seq), 0) from as2_step where message = ?", Integer.class, id);
        jdbc.update("insert into as2_step (message, seq, at, what, words, sha256) values (?,?,?,?,?,?)", id, (last == null ? 0 : last) + 1,
            time(at), what, cut(words), sha256);
    }

    public List<Step> steps(String id) {
        return jdbc.query("select * from as2_step where message = ? order by seq", (rs, n) -> new Step(rs.getInt("seq"),
            instant(rs, "at"), rs.getString("what"), rs.getString("words"), rs.getString("sha256")), id);
    }

    private List<As2Message> select(String condition, Object... arguments) {
        return jdbc.query("select * from as2_message " + condition, As2Messages::row, arguments);
    }

    private static String direction(boolean inbound) {
        return inbound ? "INBOUND" : "OUTBOUND";
    }

    private static String cut(String text) {
        String stored = StoredText.of(text);
        return stored != null && stored.length() > LONGEST ? stored.substring(0, LONGEST) : stored;
    }

    private static Timestamp time(Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        OffsetDateTime value = rs.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static As2Message row(ResultSet rs, int number) throws SQLException {
        return new As2Message(rs.getString("id"), "INBOUND".equals(rs.getString("direction")), rs.getString("partner"),
            rs.getString("channel"), rs.getString("own_id"), rs.getString("partner_id"), rs.getString("message_id"),
            As2Message.State.valueOf(rs.getString("state")), As2Message.Receipt.valueOf(rs.getString("receipt")),
            rs.getString("interchange_id"), rs.getString("message_sha256"), rs.getString("signed_sha256"), rs.getString("content_sha256"),
            rs.getString("mic"), rs.getString("mdn_sha256"), rs.getString("disposition"), rs.getString("own_certificate"),
            rs.getString("partner_certificate"), rs.getString("mdn_url"), rs.getInt("attempts"), instant(rs, "look_at"),
            instant(rs, "received_at"), instant(rs, "decided_at"), rs.getString("words"));
    }
}
