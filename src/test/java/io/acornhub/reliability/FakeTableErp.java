// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import io.acornhub.reliability.Packing.Carton;
import io.acornhub.reliability.WrittenOrder.Line;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An ERP behind interface tables: answers each order of its own that has arrived in them, ships it when Amazon has the answer
 * and the routing instruction has arrived, and bills it when Amazon has the ship notice; each once.
 */
final class FakeTableErp {
    private static final LocalDate ORDERED = LocalDate.of(2026, 3, 2);
    private final List<WrittenOrder> orders;
    private final Supplier<Set<String>> knownAnswers;
    private final Supplier<Set<String>> knownShipments;
    private final Set<String> answered = new HashSet<>();
    private final Set<String> shipped = new HashSet<>();
    private final Set<String> billed = new HashSet<>();

    FakeTableErp(OrderFlow flow) {
        this(flow.orders(), flow::answered, flow::announced);
    }

    /**
     * @param knownAnswers orders that Amazon has an answer to
     * @param knownShipments shipments that Amazon has a notice of
     */
    FakeTableErp(List<WrittenOrder> orders, Supplier<Set<String>> knownAnswers, Supplier<Set<String>> knownShipments) {
        this.orders = orders.stream().filter(WrittenOrder::byTables).toList();
        this.knownAnswers = knownAnswers;
        this.knownShipments = knownShipments;
    }

    /** Inserts what is due; returns how many documents. */
    int work(DataSource tables) {
        JdbcTemplate jdbc = new JdbcTemplate(tables);
        Integer there = jdbc.queryForObject("select count(*) from information_schema.tables where lower(table_name) in "
            + "('iface_doc', 'iface_load', 'iface_error')", Integer.class);
        if (there == null || there < 3) {
            // the hub was killed before it made all its tables
            return 0;
        }
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(tables));
        Set<String> arrived = arrived(jdbc, "select po_number from iface_doc where direction = 'I' and doc_type = 'ORDER'");
        Set<String> routed = arrived(jdbc, "select l.po_number from iface_load l join iface_doc d on d.header_id = l.header_id "
            + "where d.direction = 'I' and d.doc_type = 'ROUTING'");
        Set<String> known = knownAnswers.get();
        Set<String> announced = knownShipments.get();
        return each(transaction, billed, o -> o.goesOn() && announced.contains(o.shipment()), order -> bill(jdbc, order))
            + each(transaction, shipped, o -> o.goesOn() && known.contains(o.po()) && (!o.collect() || routed.contains(o.po())),
                order -> ship(jdbc, order))
            + each(transaction, answered, o -> arrived.contains(o.po()), order -> answer(jdbc, order));
    }

    private static Set<String> arrived(JdbcTemplate jdbc, String select) {
        return new HashSet<>(jdbc.queryForList(select, String.class));
    }

    private int each(TransactionTemplate transaction, Set<String> done, Predicate<WrittenOrder> due, Consumer<WrittenOrder> insert) {
        List<WrittenOrder> now = orders.stream().filter(o -> !done.contains(o.po())).filter(due).toList();
        for (WrittenOrder order : now) {
            transaction.executeWithoutResult(status -> insert.accept(order));
            done.add(order.po());
        }
        return now.size();
    }

    private static void answer(JdbcTemplate jdbc, WrittenOrder order) {
        Long id = header(jdbc, "ORDER_ACK", order.po(), order, "SO" + order.po(), ORDERED);
        for (Line line : order.lines()) {
            String number = Integer.toString(line.number());
            line(jdbc, id, order, line, line.quantity());
            if (order.confirmed(line) > 0) {
                schedule(jdbc, id, number, 1, "ACCEPT", order.confirmed(line), null);
            }
            if (order.confirmed(line) < line.quantity()) {
                schedule(jdbc, id, number, 2, "REJECT", line.quantity() - order.confirmed(line), "OBSOLETE_PRODUCT");
            }
        }
    }

    private static void ship(JdbcTemplate jdbc, WrittenOrder order) {
        LocalDateTime left = LocalDateTime.now(Clock.systemUTC()).minusMinutes(1);
        Packing packing = Packing.of(order);
        Long id = header(jdbc, "SHIPMENT", order.shipment(), order, null, left.toLocalDate());
        jdbc.update("update iface_doc set shipment_id = ?, shipped_at = ?, eta = ?, bol_no = ?, pro_no = ?, scac = 'ABFS', "
            + "freight_terms = ?, transport_mode = 'LTL', carton_count = ?, pallet_count = ?, gross_weight = 84, weight_uom = 'LB' "
            + "where header_id = ?",
            order.shipment(), Timestamp.valueOf(left), Timestamp.valueOf(left.plusDays(3)), "BOL" + order.po(), "PRO" + order.po(),
            order.collect() ? "COLLECT" : "PREPAID", packing.cartons().size(), packing.pallet() == null ? 0 : 1, id);
        party(jdbc, id, "SHIP_FROM", "ACME5", "ASSIGNED", "Reno", "NV");
        party(jdbc, id, "SHIP_TO", "PHX6", "FC", "Phoenix", "AZ");
        order.confirmed().forEach(line -> line(jdbc, id, order, line, order.confirmed(line)));
        if (packing.pallet() != null) {
            box(jdbc, id, 0, null, "PALLET", packing.pallet());
        }
        int number = 0;
        for (Carton carton : packing.cartons()) {
            box(jdbc, id, ++number, packing.pallet() == null ? null : 0, "CARTON", carton.sscc());
            jdbc.update("insert into iface_package_item (header_id, package_no, line_no, qty, uom) values (?,?,?,?,'EA')", id, number,
                Integer.toString(carton.line().number()), carton.quantity());
        }
    }

    private static void bill(JdbcTemplate jdbc, WrittenOrder order) {
        Long id = header(jdbc, "INVOICE", order.invoice(), order, order.invoice(), LocalDate.now(Clock.systemUTC()).minusDays(1));
        jdbc.update("update iface_doc set shipment_id = ?, order_date = ?, total_amount = ?, net_days = 60 where header_id = ?",
            order.shipment(), Date.valueOf(ORDERED), order.total(), id);
        for (Line line : order.confirmed()) {
            line(jdbc, id, order, line, order.confirmed(line));
            jdbc.update("update iface_line set line_amount = ? where header_id = ? and line_no = ?", order.amount(line), id,
                Integer.toString(line.number()));
        }
    }

    private static Long header(JdbcTemplate jdbc, String type, String key, WrittenOrder order, String number, LocalDate day) {
        Long id = jdbc.queryForObject("select nextval('iface_header_seq')", Long.class);
        jdbc.update("insert into iface_doc (header_id, direction, doc_type, source_system, doc_key, doc_version, po_number, vendor_code, "
            + "partner_doc_no, doc_date, currency) values (?, 'O', ?, 'ERP1', ?, 0, ?, 'ACME5', ?, ?, 'USD')", id, type,
            "amazon-us:" + key, order.po(), number, Date.valueOf(day));
        return id;
    }

    private static void line(JdbcTemplate jdbc, Long id, WrittenOrder order, Line line, int quantity) {
        String number = Integer.toString(line.number());
        jdbc.update("insert into iface_line (header_id, line_no, upc, vendor_item, qty, uom, net_price, price_basis_uom, po_number, "
            + "po_line_no) values (?,?,?,?,?,'EA',?,'EA',?,?)", id, number, line.gtin(), line.item(), quantity, line.price(), order.po(),
            number);
    }

    private static void schedule(JdbcTemplate jdbc, Long id, String line, int number, String action, int quantity, String reason) {
        Date day = reason == null ? Date.valueOf(LocalDate.of(2026, 3, 12)) : null;
        jdbc.update("insert into iface_schedule (header_id, line_no, sched_no, action, qty, uom, ship_date, delivery_date, reason_code) "
            + "values (?,?,?,?,?,'EA',?,?,?)", id, line, number, action, quantity, day, day, reason);
    }

    private static void party(JdbcTemplate jdbc, Long id, String role, String number, String type, String city, String region) {
        jdbc.update("insert into iface_party (header_id, role, party_id, id_type, city, region, country) values (?,?,?,?,?,?,'US')", id,
            role, number, type, city, region);
    }

    private static void box(JdbcTemplate jdbc, Long id, int number, Integer in, String kind, String sscc) {
        jdbc.update("insert into iface_package (header_id, package_no, parent_package_no, kind, sscc) values (?,?,?,?,?)", id, number, in,
            kind, sscc);
    }

    /** Documents it has to give in the end. */
    long all() {
        return orders.size() + 2 * orders.stream().filter(WrittenOrder::goesOn).count();
    }

    /** Whether it has given all. */
    boolean complete() {
        return answered.size() + shipped.size() + billed.size() == all();
    }
}
