// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import io.acornhub.interchange.Event;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts up after a run: every order and every answer exactly once, nothing left between, every audit trail whole. */
public final class Accounting {
    private final List<String> lines = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    private Accounting() {
    }

    /**
     * @param hub the hub's database; nobody else writes to it now
     * @param tables where the interface tables lie, null if no order goes there
     * @param queues messages left, by queue
     */
    public static Accounting of(OrderFlow flow, JdbcTemplate hub, JdbcTemplate tables, Map<String, Long> queues) {
        Accounting accounting = new Accounting();
        accounting.folders(flow);
        accounting.database(flow, hub);
        if (tables != null) {
            accounting.tables(flow, tables);
        }
        queues.forEach((queue, left) -> accounting.check("messages left in " + queue, left, 0));
        accounting.trails(hub);
        return accounting;
    }

    private void folders(OrderFlow flow) {
        int orders = flow.orders().size();
        once("orders in SAP's folder", flow.sap().arrived(), orders);
        once("855 in Amazon's folder", flow.amazon().answeredOrders(), orders);
        once("groups acknowledged by 997", flow.amazon().acknowledgedGroups(),
            flow.files().stream().mapToInt(f -> f.groups().size()).sum());
        unique("ISA13 used", flow.amazon().interchangeNumbers());
        unique("GS06 used", flow.amazon().groupNumbers());
        flow.amazon().others().forEach((what, times) -> check(what, times, 0));
        check("files left in inboxes", flow.waiting().size(), 0);
    }

    private void database(OrderFlow flow, JdbcTemplate hub) {
        int orders = flow.orders().size();
        check("850 delivered", count(hub, "from document where message = '850' and state = 'DELIVERED'"), orders);
        check("answers closed by Amazon's 997",
            count(hub, "from document where canonical_type = 'OrderAcknowledgment' and state = 'CLOSED'"),
            orders);
        check("997 applied", count(hub, "from document where message = '997' and state = 'CLOSED'"), orders);
        check("documents in another state", count(hub, "from document where state not in ('DELIVERED','CLOSED','DROPPED')"), 0);
        check("documents that came twice", count(hub, "from document where state = 'DROPPED'"), 0);
        check("interchanges not final", count(hub, "from interchange where status not in ('ACCEPTED','SENT')"), 0);
        check("deliveries open", count(hub, "from delivery where status <> 'DELIVERED'"), 0);
        check("parked", count(hub, "from parked"), 0);
        check("held", count(hub, "from hold"), 0);
        check("orders registered", count(hub, "from purchase_order where state = 'ACKNOWLEDGED'"), orders);
    }

    private void tables(OrderFlow flow, JdbcTemplate tables) {
        List<String> pos = tables.queryForList("select po_number from iface_doc where direction = 'I'", String.class);
        Map<String, Integer> times = new LinkedHashMap<>();
        pos.forEach(po -> times.merge(po, 1, Integer::sum));
        once("orders in the interface tables", times, flow.orders().size());
        long answers = flow.orders().stream().filter(WrittenOrder::byTables).count();
        check("answers taken from the interface tables",
            count(tables, "from iface_doc where direction = 'O' and status = 'DONE'"), answers);
        check("answers left in the interface tables", count(tables, "from iface_doc where direction = 'O' and status <> 'DONE'"), 0);
        check("errors in the interface tables", count(tables, "from iface_error"), 0);
    }

    private void trails(JdbcTemplate hub) {
        Map<String, String> hashes = new LinkedHashMap<>();
        Map<String, Integer> broken = new LinkedHashMap<>();
        hub.query("select * from event order by subject, seq", rs -> {
            Event event = new Event(rs.getString("subject"), rs.getInt("seq"), rs.getObject("at", OffsetDateTime.class).toInstant(),
                rs.getString("stage"), rs.getString("what"), rs.getString("detail"), rs.getString("hash"));
            if (!event.follows(hashes.get(event.subject()))) {
                broken.merge(event.subject(), 1, Integer::sum);
            }
            hashes.put(event.subject(), event.hash());
        });
        Map<String, String> ends = new LinkedHashMap<>();
        hub.query("select id, event_hash from document union all select id, event_hash from interchange", rs -> {
            ends.put(rs.getString(1), rs.getString(2));
        });
        ends.forEach((subject, end) -> {
            if (end == null || !end.equals(hashes.get(subject))) {
                broken.merge(subject, 1, Integer::sum);
            }
        });
        check("audit trails broken, of " + ends.size(), broken.size(), 0);
    }

    private static long count(JdbcTemplate jdbc, String from) {
        Long count = jdbc.queryForObject("select count(*) " + from, Long.class);
        return count == null ? 0 : count;
    }

    private void once(String what, Map<String, Integer> times, int expected) {
        check(what, times.size(), expected);
        List<String> more = times.entrySet().stream().filter(e -> e.getValue() != 1)
            .map(e -> e.getKey() + " " + e.getValue() + " times").toList();
        check(what + " more than once", more.size(), 0);
        wrong.addAll(more);
    }

    private void unique(String what, List<String> numbers) {
        check(what + ", twice", numbers.size() - new HashSet<>(numbers).size(), 0);
    }

    private void check(String what, long is, long should) {
        lines.add(String.format("%-45s %8d %8d %s", what, is, should, is == should ? "" : "<-- WRONG"));
        if (is != should) {
            wrong.add(what + ": " + is + ", expected " + should);
        }
    }

    /** What does not hold; empty if all does. */
    public List<String> wrong() {
        return wrong;
    }

    /** The count as a table. */
    public String table() {
        return String.format("%-45s %8s %8s%n", "", "found", "expected") + lines.stream().collect(Collectors.joining("\n"));
    }
}
