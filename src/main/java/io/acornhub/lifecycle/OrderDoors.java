// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * The channels by which an order came: one order may come as an X12 850 and over the Selling Partner API, and the agreements say
 * which of them is answered. Writing methods expect the caller's transaction.
 */
@Repository
public class OrderDoors {
    private static final int AT_ONCE = 500;
    private final JdbcTemplate jdbc;

    public OrderDoors(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One channel by which the order came.
     *
     * @param channel name of the partner's channel
     * @param documentId the document that brought it first by this channel
     */
    public record Door(String channel, String documentId, Instant at) {
    }

    /** @return whether the order had not come by this channel before */
    public boolean note(String partner, String poNumber, String channel, String documentId, Instant at) {
        return jdbc.update("insert into order_door (partner, po_number, channel, document_id, at) values (?,?,?,?,?) "
            + "on conflict do nothing", partner, poNumber, channel, documentId, Timestamp.from(at)) == 1;
    }

    /** How one order came, first door first. */
    public List<Door> of(String partner, String poNumber) {
        return jdbc.query("select channel, document_id, at from order_door where partner = ? and po_number = ? order by at, document_id",
            (rs, n) -> new Door(rs.getString(1), rs.getString(2), rs.getObject(3, OffsetDateTime.class).toInstant()), partner, poNumber);
    }

    /** Names of the channels by which every one of these orders came; empty where one of them is not known. */
    public Set<String> of(String partner, Collection<String> poNumbers) {
        Map<String, Set<String>> byChannel = new HashMap<>();
        List<String> numbers = List.copyOf(new TreeSet<>(poNumbers));
        for (int from = 0; from < numbers.size(); from += AT_ONCE) {
            List<Object> arguments = new ArrayList<>(List.of(partner));
            arguments.addAll(numbers.subList(from, Math.min(numbers.size(), from + AT_ONCE)));
            jdbc.query("select channel, po_number from order_door where partner = ? and po_number in ("
                + String.join(",", Collections.nCopies(arguments.size() - 1, "?")) + ")", rs -> {
                    byChannel.computeIfAbsent(rs.getString(1), c -> new TreeSet<>()).add(rs.getString(2));
                }, arguments.toArray());
        }
        Set<String> all = new TreeSet<>();
        byChannel.forEach((channel, found) -> {
            if (found.size() == numbers.size()) {
                all.add(channel);
            }
        });
        return all;
    }

    /** Whether each of these orders came by one of these channels; any will do where none is named. */
    public boolean cameBy(String partner, Collection<String> poNumbers, Collection<String> channels) {
        return channels.isEmpty() || new TreeSet<>(poNumbers).stream()
            .allMatch(po -> of(partner, po).stream().map(Door::channel).anyMatch(channels::contains));
    }
}
