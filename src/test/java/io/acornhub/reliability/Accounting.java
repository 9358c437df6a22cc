// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import io.acornhub.interchange.Event;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts up after a run: every document of every order exactly once, nothing left between, every audit trail whole. */
public final class Accounting {
    private final OrderFlow flow;
    private final JdbcTemplate hub;
    private final Tally tally = new Tally();
    private final int orders;
    private final int goingOn;

    private Accounting(OrderFlow flow, JdbcTemplate hub) {
        this.flow = flow;
        this.hub = hub;
        this.orders = flow.orders().size();
        this.goingOn = flow.goingOn().size();
    }

    /**
     * @param hub the hub's database; nobody else writes to it now
     * @param tables where the interface tables lie
     * @param queues messages left, by queue
     */
    public static Accounting of(OrderFlow flow, JdbcTemplate hub, JdbcTemplate tables, Map<String, Long> queues) {
        synchronized (flow) {
            return counted(flow, hub, tables, queues);
        }
    }

    private static Accounting counted(OrderFlow flow, JdbcTemplate hub, JdbcTemplate tables, Map<String, Long> queues) {
        Accounting accounting = new Accounting(flow, hub);
        accounting.atAmazon();
        accounting.atSap();
        accounting.documents();
        accounting.nothingLeft();
        accounting.rows(tables);
        queues.forEach((queue, left) -> accounting.tally.check("messages left in " + queue, left, 0));
        accounting.tally.none("figures of orders that differ", Figures.differing(flow, hub));
        accounting.trails();
        return accounting;
    }

    private void atAmazon() {
        FakeAmazon amazon = flow.amazon();
        List<WrittenOrder> on = flow.goingOn();
        tally.once("855 in Amazon's folder", amazon.answeredOrders(), flow.orders().stream().map(WrittenOrder::po).toList());
        tally.once("856 in Amazon's folder", amazon.shipments(), on.stream().map(WrittenOrder::shipment).toList());
        tally.once("SSCCs in them", amazon.packages(), on.stream().flatMap(o -> Packing.of(o).ssccs().stream()).toList());
        tally.once("810 in Amazon's folder", amazon.invoices(), on.stream().map(WrittenOrder::invoice).toList());
        tally.once("groups acknowledged by 997", amazon.acknowledgedGroups(), amazon.ownGroups());
        tally.unique("ISA13 used", amazon.interchangeNumbers());
        tally.unique("GS06 used", amazon.groupNumbers());
        amazon.others().forEach((what, times) -> tally.check(what, times, 0));
        tally.check("invoices paid", amazon.payments().made().values().stream().mapToLong(p -> p.items().size()).sum(), goingOn);
    }

    private void atSap() {
        FakeSap sap = flow.sap();
        tally.once("orders in SAP's folder", sap.arrived(), flow.orders().stream().map(WrittenOrder::po).toList());
        tally.once("payments in SAP's folder", sap.payments(), flow.amazon().payments().made().keySet());
        long byTables = flow.orders().stream().filter(WrittenOrder::byTables).count();
        long onByTables = flow.goingOn().stream().filter(WrittenOrder::byTables).count();
        tally.check("IDocs SAP gave", sap.idocsGiven(), orders - byTables + 2 * (goingOn - onByTables));
        tally.once("STATUS codes of them", sap.statuses(), OrderFlow.CODES * sap.idocsGiven());
        tally.none("STATUS codes other than 06, 12, 16",
            sap.statuses().keySet().stream().filter(s -> !s.matches(".* (06|12|16)")).toList());
        tally.once("orders the warehouse may hand over", flow.warehouse().routed(),
            flow.goingOn().stream().filter(WrittenOrder::collect).map(WrittenOrder::po).toList());
    }

    private void documents() {
        FakeAmazon amazon = flow.amazon();
        tally.check("850 delivered", count("from document where message = '850' and state = 'DELIVERED'"), orders);
        tally.check("754 delivered", count("from document where message = '754' and state = 'DELIVERED'"), amazon.routings());
        tally.check("820 delivered", count("from document where message = '820' and state = 'DELIVERED'"), amazon.payments().made().size());
        tally.check("855 closed by Amazon's 997", closed("OrderAcknowledgment"), orders);
        tally.check("856 closed by Amazon's 997", closed("ShipmentNotice"), goingOn);
        tally.check("810 closed by Amazon's 997", closed("Invoice"), goingOn);
        tally.check("997 applied", count("from document where message = '997' and state = 'CLOSED'"), amazon.accepted());
        tally.check("STATUS delivered", count("from document where message = 'STATUS' and state = 'DELIVERED'"),
            OrderFlow.CODES * flow.sap().idocsGiven());
        tally.check("documents that count", count("from counted_document where status in ('COUNTS', 'ACCEPTED')"),
            2L * orders + 2L * goingOn + amazon.routings() + amazon.payments().made().size());
        tally.check("documents that count no more", count("from counted_document where status not in ('COUNTS', 'ACCEPTED')"), 0);
        tally.check("steps refused or taken back", count("from order_step where outcome in ('REFUSED', 'TAKEN_BACK')"), 0);
        tally.check("SSCCs registered", count("from sscc"), amazon.packages().size());
        tally.check("groups of ours accepted", count("from group_acknowledgment where state = 'ACCEPTED' and late = false"),
            amazon.accepted());
        tally.check("groups of ours in another state", count("from group_acknowledgment where state <> 'ACCEPTED'"), 0);
    }

    private long closed(String type) {
        return count("from document where canonical_type = '" + type + "' and state = 'CLOSED'");
    }

    private void nothingLeft() {
        tally.check("files left in inboxes", flow.waiting().size(), 0);
        tally.check("documents in another state", count("from document where state not in ('DELIVERED','CLOSED','DROPPED')"), 0);
        tally.check("documents that came twice", count("from document where state = 'DROPPED'"), 0);
        tally.check("interchanges not final", count("from interchange where status not in ('ACCEPTED','SENT')"), 0);
        tally.check("deliveries open", count("from delivery where status <> 'DELIVERED'"), 0);
        tally.none("parked", words("select subject || ' ' || text from parked"));
        tally.none("held", words("select document_id || ' ' || text from hold"));
        tally.none("faults", words("select subject || ' ' || code || ' ' || text from fault"));
        tally.check("acknowledgments that fit nothing", count("from stray_acknowledgment"), 0);
        tally.check("tasks", count("from task"), 0);
        tally.none("deadlines not met", words("select kind || ' ' || subject || ' ' || state from deadline where state <> 'MET'"));
        tally.none("alarms", words("select words from alarm"));
    }

    private List<String> words(String select) {
        return hub.queryForList(select, String.class);
    }

    private void rows(JdbcTemplate tables) {
        tally.once("orders in the interface tables", keys(tables, "ORDER"), orders);
        tally.once("routing instructions in the interface tables", keys(tables, "ROUTING"), flow.amazon().routings());
        tally.once("payments in the interface tables", keys(tables, "PAYMENT"), flow.amazon().payments().made().size());
        long byTables = flow.orders().stream().filter(WrittenOrder::byTables).count();
        long on = flow.goingOn().stream().filter(WrittenOrder::byTables).count();
        tally.check("answers taken from the interface tables", taken(tables, "ORDER_ACK"), byTables);
        tally.check("shipments taken from the interface tables", taken(tables, "SHIPMENT"), on);
        tally.check("invoices taken from the interface tables", taken(tables, "INVOICE"), on);
        tally.check("left in the interface tables", count(tables, "from iface_doc where direction = 'O' and status <> 'DONE'"), 0);
        tally.check("errors in the interface tables", count(tables, "from iface_error"), 0);
    }

    /** How often each number stands in documents that the hub wrote. */
    private static Map<String, Integer> keys(JdbcTemplate tables, String type) {
        Map<String, Integer> times = new LinkedHashMap<>();
        tables.queryForList("select doc_key from iface_doc where direction = 'I' and doc_type = ?", String.class, type)
            .forEach(key -> times.merge(key, 1, Integer::sum));
        return times;
    }

    private static long taken(JdbcTemplate tables, String type) {
        return count(tables, "from iface_doc where direction = 'O' and status = 'DONE' and doc_type = '" + type + "'");
    }

    private void trails() {
        Map<String, Event> last = new LinkedHashMap<>();
        List<String> broken = new ArrayList<>();
        hub.query("select * from event order by subject, seq", rs -> {
            Event event = new Event(rs.getString("subject"), rs.getInt("seq"), rs.getObject("at", OffsetDateTime.class).toInstant(),
                rs.getString("stage"), rs.getString("what"), rs.getString("detail"), rs.getString("hash"));
            Event before = last.put(event.subject(), event);
            if (!event.follows(before == null ? null : before.hash())) {
                broken.add("at " + event + ", before it " + before);
            }
        });
        int[] ends = {0};
        hub.query("select id, event_seq, event_hash, state from document union all "
            + "select id, event_seq, event_hash, status from interchange", rs -> {
                ends[0]++;
                Event end = last.get(rs.getString(1));
                if (end == null || end.seq() != rs.getInt(2) || !end.hash().equals(rs.getString(3))) {
                    broken.add("at the end of " + rs.getString(1) + " (" + rs.getString(4) + "), which says " + rs.getInt(2) + " "
                        + rs.getString(3) + ", but it is " + end);
                }
            });
        tally.none("audit trails broken, of " + ends[0], broken);
    }

    private long count(String from) {
        return count(hub, from);
    }

    private static long count(JdbcTemplate jdbc, String from) {
        Long count = jdbc.queryForObject("select count(*) " + from, Long.class);
        return count == null ? 0 : count;
    }

    /** What does not hold; empty if all does. */
    public List<String> wrong() {
        return tally.wrong();
    }

    /** The count as a table. */
    public String table() {
        return tally.table();
    }
}
