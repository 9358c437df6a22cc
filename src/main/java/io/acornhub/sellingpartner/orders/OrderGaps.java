// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner.orders;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * What the nightly comparisons found: orders that Amazon shows and that came by no door, and orders that came and that Amazon does
 * not show. Writing methods expect the caller's transaction.
 */
@Repository
public class OrderGaps {
    private static final int AT_ONCE = 400;
    private final JdbcTemplate jdbc;

    public OrderGaps(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Which way the gap is. */
    public enum Kind {
        /** Amazon shows the order, and it came by no door. */
        MISSING,
        /** The order came by another door, and Amazon does not show it on this one. */
        ONLY_HERE
    }

    /**
     * One comparison.
     *
     * @param dueAt the time of the schedule that it was made for
     * @param ordersThere how many orders Amazon shows
     */
    public record Sweep(String id, String connection, Instant dueAt, Instant from, Instant until, Instant doneAt, int ordersThere,
                        int missing, int onlyHere) {
    }

    /** @param filledAt when the order came or showed; null while it is a gap */
    public record Gap(String poNumber, Kind kind, Instant foundAt, String sweepId, Instant filledAt) {
    }

    public Optional<Sweep> latest(String connection) {
        return sweeps(connection, 1).stream().findFirst();
    }

    /** Newest first. */
    public List<Sweep> sweeps(String connection, int limit) {
        return jdbc.query("select id, connection, due_at, from_at, until_at, done_at, orders_there, missing, only_here from sp_gap_sweep "
            + "where connection = ? order by due_at desc fetch first " + limit + " rows only", (rs, n) -> new Sweep(rs.getString(1),
                rs.getString(2), OrderCursors.instant(rs, "due_at"), OrderCursors.instant(rs, "from_at"),
                OrderCursors.instant(rs, "until_at"), OrderCursors.instant(rs, "done_at"), rs.getInt(7), rs.getInt(8), rs.getInt(9)),
            connection);
    }

    /** Open ones first, then by when they were found. */
    public List<Gap> of(String connection, int limit) {
        return jdbc.query("select po_number, kind, found_at, sweep_id, filled_at from sp_gap where connection = ? order by case when "
            + "filled_at is null then 0 else 1 end, found_at desc, po_number fetch first " + limit + " rows only", (rs, n) -> new Gap(
                rs.getString(1), Kind.valueOf(rs.getString(2)), OrderCursors.instant(rs, "found_at"), rs.getString(4),
                OrderCursors.instant(rs, "filled_at")), connection);
    }

    /** Those of these orders that came by no door, are on their way through none, and are of a vendor code that is served. */
    public Set<String> missing(String connection, String partner, Collection<String> numbers) {
        Set<String> missing = new TreeSet<>(numbers);
        List<String> all = List.copyOf(missing);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<String> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            String marks = String.join(",", Collections.nCopies(some.size(), "?"));
            List<Object> arguments = new ArrayList<>();
            arguments.add(partner);
            arguments.addAll(some);
            arguments.add(partner);
            arguments.addAll(some);
            arguments.add(connection);
            arguments.addAll(some);
            jdbc.queryForList("select po_number from order_door where partner = ? and po_number in (" + marks + ") union select "
                + "business_key from document where partner = ? and direction = 'INBOUND' and business_key in (" + marks + ") union select "
                + "po_number from sp_order_version where connection = ? and po_number in (" + marks + ")", String.class,
                arguments.toArray()).forEach(missing::remove);
        }
        return missing;
    }

    /** Orders that came by other doors of the partner in that time and not by this one. */
    public Set<String> byOtherDoors(String partner, String channel, Instant from, Instant until) {
        return new TreeSet<>(jdbc.queryForList("select distinct o.po_number from order_door o where o.partner = ? and o.channel <> ? and "
            + "o.at >= ? and o.at < ? and not exists (select 1 from order_door a where a.partner = o.partner and a.po_number = o.po_number "
            + "and a.channel = ?)", String.class, partner, channel, Timestamp.from(from), Timestamp.from(until), channel));
    }

    /** @return whether this is the first that was made for its time of the schedule */
    public boolean write(Sweep sweep, Collection<String> missing, Collection<String> onlyHere) {
        int inserted = jdbc.update("insert into sp_gap_sweep (id, connection, due_at, from_at, until_at, done_at, orders_there, missing, "
            + "only_here) values (?,?,?,?,?,?,?,?,?) on conflict do nothing", sweep.id(), sweep.connection(), Timestamp.from(sweep.dueAt()),
            Timestamp.from(sweep.from()), Timestamp.from(sweep.until()), Timestamp.from(sweep.doneAt()), sweep.ordersThere(),
            missing.size(), onlyHere.size());
        if (inserted == 1) {
            note(sweep, Kind.MISSING, missing);
            // What Amazon shows by now, or nobody looks at any more, is no gap any longer.
            jdbc.update("update sp_gap set filled_at = ? where connection = ? and kind = 'ONLY_HERE' and filled_at is null",
                Timestamp.from(sweep.doneAt()), sweep.connection());
            note(sweep, Kind.ONLY_HERE, onlyHere);
        }
        return inserted == 1;
    }

    private void note(Sweep sweep, Kind kind, Collection<String> numbers) {
        for (String number : numbers) {
            int known = jdbc.update("update sp_gap set sweep_id = ?, filled_at = null where connection = ? and po_number = ? and kind = ?",
                sweep.id(), sweep.connection(), number, kind.name());
            if (known == 0) {
                jdbc.update("insert into sp_gap (connection, po_number, kind, found_at, sweep_id) values (?,?,?,?,?) "
                    + "on conflict do nothing", sweep.connection(), number, kind.name(), Timestamp.from(sweep.doneAt()), sweep.id());
            }
        }
    }

    /**
     * The order came after all.
     *
     * @return the sweep of which now every gap is filled; empty where there was none, or others are open still
     */
    public Optional<String> filled(String connection, String poNumber, Instant at) {
        int open = jdbc.update("update sp_gap set filled_at = ? where connection = ? and po_number = ? and kind = 'MISSING' and filled_at "
            + "is null", Timestamp.from(at), connection, poNumber);
        return open == 0 ? Optional.empty() : jdbc.queryForList("select sweep_id from sp_gap g where g.connection = ? and g.po_number = ? "
            + "and g.kind = 'MISSING' and not exists (select 1 from sp_gap o where o.sweep_id = g.sweep_id and o.kind = 'MISSING' and "
            + "o.filled_at is null)", String.class, connection, poNumber).stream().findFirst();
    }
}
