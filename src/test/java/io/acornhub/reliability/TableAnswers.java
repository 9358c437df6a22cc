// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import java.sql.Date;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An ERP behind interface tables: answers each order of its own that has arrived in them, once. */
final class TableAnswers {
    private final List<WrittenOrder> orders;
    private final Set<String> answered = new HashSet<>();

    TableAnswers(List<WrittenOrder> orders) {
        this.orders = orders.stream().filter(WrittenOrder::byTables).toList();
    }

    /** Inserts an acknowledgment for what has arrived; returns how many. */
    int answer(DataSource tables) {
        JdbcTemplate jdbc = new JdbcTemplate(tables);
        Integer there = jdbc.queryForObject("select count(*) from information_schema.tables where lower(table_name) = 'iface_doc'",
            Integer.class);
        if (there == null || there == 0) {
            // the hub was killed before it made its tables
            return 0;
        }
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(tables));
        Set<String> arrived = new HashSet<>(jdbc.queryForList("select po_number from iface_doc where direction = 'I'", String.class));
        List<WrittenOrder> due = orders.stream().filter(o -> arrived.contains(o.po()) && answered.add(o.po())).collect(Collectors.toList());
        due.forEach(order -> transaction.executeWithoutResult(status -> insert(jdbc, order)));
        return due.size();
    }

    private static void insert(JdbcTemplate jdbc, WrittenOrder order) {
        Long id = jdbc.queryForObject("select nextval('iface_header_seq')", Long.class);
        jdbc.update("insert into iface_doc (header_id, direction, doc_type, source_system, doc_key, doc_version, po_number, "
            + "partner_doc_no, "
            + "doc_date, currency) values (?, 'O', 'ORDER_ACK', 'ERP1', ?, 0, ?, ?, ?, 'USD')", id, "amazon-us:" + order.po(), order.po(),
            "SO" + order.po(), Date.valueOf(LocalDate.of(2026, 3, 2)));
        for (WrittenOrder.Line line : order.lines()) {
            String number = Integer.toString(line.number());
            jdbc.update("insert into iface_line (header_id, line_no, upc, vendor_item, qty, uom, net_price, price_basis_uom) "
                + "values (?,?,?,?,?,'EA',?,'EA')", id, number, line.gtin(), line.item(), line.quantity(), line.price());
            if (order.confirmed(line) > 0) {
                schedule(jdbc, id, number, 1, "ACCEPT", order.confirmed(line), null);
            }
            if (order.confirmed(line) < line.quantity()) {
                schedule(jdbc, id, number, 2, "REJECT", line.quantity() - order.confirmed(line), "OBSOLETE_PRODUCT");
            }
        }
    }

    private static void schedule(JdbcTemplate jdbc, Long id, String line, int number, String action, int quantity, String reason) {
        Date day = reason == null ? Date.valueOf(LocalDate.of(2026, 3, 12)) : null;
        jdbc.update("insert into iface_schedule (header_id, line_no, sched_no, action, qty, uom, ship_date, delivery_date, reason_code) "
            + "values (?,?,?,?,?,'EA',?,?,?)", id, line, number, action, quantity, day, day, reason);
    }

    boolean complete() {
        return answered.size() == orders.size();
    }
}
