// SPDX-License-Identifier: Apache-2.0
package io.acornhub.interchange;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * What came by AS2 and fits nothing: each thing once, with how often it came. Anybody can make such things, so there are never more
 * rows than {@link #MOST}; what goes beyond is counted in one row of its kind whose identifiers are {@code *}.
 */
@Repository
public class As2Strays {
    /** Rows that are kept at most. */
    public static final int MOST = 1000;
    private static final String REST = "*";
    private final JdbcTemplate jdbc;

    public As2Strays(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What it is. */
    public enum Kind {
        /** A message of identifiers that no channel has. */
        UNKNOWN_PAIR,
        /** A receipt for something that was not sent. */
        ORPHAN_MDN
    }

    /** @param about the message id that a receipt names; empty for a pair */
    public record Stray(Kind kind, String ownId, String partnerId, String about, String address, int times, Instant firstAt,
                        Instant lastAt, String words) {
    }

    /** @return whether it came for the first time; in the caller's transaction */
    public boolean seen(Kind kind, String ownId, String partnerId, String about, String address, String words, Instant at) {
        String own = cut(ownId, 128);
        String partner = cut(partnerId, 128);
        String what = cut(about, 500);
        if (again(kind, own, partner, what, address, at)) {
            return false;
        }
        Integer there = jdbc.queryForObject("select count(*) from as2_stray", Integer.class);
        boolean full = there != null && there >= MOST;
        if (full && again(kind, REST, REST, "", address, at)) {
            return false;
        }
        return jdbc.update("insert into as2_stray (id, kind, own_id, partner_id, about, address, times, first_at, last_at, words) "
            + "values (?,?,?,?,?,?,1,?,?,?) on conflict do nothing", HubId.next(), kind.name(), full ? REST : own, full ? REST : partner,
            full ? "" : what, cut(address, 60), Timestamp.from(at), Timestamp.from(at),
            full ? "more than " + MOST + " different ones came; what goes beyond is counted here" : cut(words, 2000)) == 1;
    }

    private boolean again(Kind kind, String own, String partner, String about, String address, Instant at) {
        return jdbc.update("update as2_stray set times = times + 1, last_at = ?, address = ? where kind = ? and own_id = ? and "
            + "partner_id = ? and about = ?", Timestamp.from(at), cut(address, 60), kind.name(), own, partner, about) == 1;
    }

    /** Those that came last, first. */
    public List<Stray> list(int limit) {
        return jdbc.query("select * from as2_stray order by last_at desc, id desc fetch first " + limit + " rows only", (rs, n) ->
            new Stray(Kind.valueOf(rs.getString("kind")), rs.getString("own_id"), rs.getString("partner_id"), rs.getString("about"),
                rs.getString("address"), rs.getInt("times"), rs.getObject("first_at", OffsetDateTime.class).toInstant(),
                rs.getObject("last_at", OffsetDateTime.class).toInstant(), rs.getString("words")));
    }

    private static String cut(String text, int length) {
        String stored = StoredText.of(text == null ? "" : text);
        return stored.length() > length ? stored.substring(0, length) : stored;
    }
}
