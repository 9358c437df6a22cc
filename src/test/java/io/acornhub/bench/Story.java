// SPDX-License-Identifier: Apache-2.0
package io.acornhub.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Date;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Orders from the 850 to Amazon's 997 for their 810, through a running hub: each step for all of them, the next when the step is done.
 * The ERP is the interface tables.
 */
final class Story {
    static final int LINES = 4;
    private static final int CARTONS = 4;
    private static final List<String> ANSWERS = List.of("OrderAcknowledgment", "ShipmentNotice", "Invoice");
    private final Path data;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    Story(Path data, JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.data = data;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** @return milliseconds a document by step */
    Map<String, Double> play(int series, int orders) throws Exception {
        Map<String, Double> took = new LinkedHashMap<>();
        String first = Orders.poNumber(series, 0);
        String last = Orders.poNumber(series, orders - 1);
        took.put("850", timed(orders, () -> {
            drop("orders-" + series + ".edi", Orders.interchange(series, 0, orders, LINES));
            await("PurchaseOrder", "DELIVERED", first, last, orders);
        }));
        for (String type : ANSWERS) {
            took.put(type.equals("Invoice") ? "810" : type.equals("ShipmentNotice") ? "856" : "855", timed(orders, () -> {
                for (int order = 0; order < orders; order++) {
                    int number = order;
                    transaction.executeWithoutResult(status -> insert(type, series, number));
                }
                await(type, "SENT", first, last, orders);
            }));
        }
        took.put("997", timed(3 * orders, () -> {
            acknowledge(series);
            for (String type : ANSWERS) {
                await(type, "CLOSED", first, last, orders);
            }
        }));
        return took;
    }

    private interface Step {
        void run() throws Exception;
    }

    private static double timed(int documents, Step step) throws Exception {
        long begun = System.nanoTime();
        step.run();
        return (System.nanoTime() - begun) / 1e6 / documents;
    }

    private void drop(String name, String text) throws IOException {
        Path part = Files.writeString(data.resolve(name), text, StandardCharsets.US_ASCII);
        Files.move(part, data.resolve("partners/amazon-us/inbox").resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private void await(String type, String state, String first, String last, int orders) {
        try {
            Awaitility.await().atMost(Duration.ofSeconds(30 + orders)).pollInterval(Duration.ofMillis(20))
                .until(() -> count(type, state, first, last) >= orders);
        } catch (ConditionTimeoutException e) {
            throw new IllegalStateException("not all of " + orders + " " + type + " became " + state + ": " + jdbc.queryForList(
                "select d.message, d.canonical_type, d.state, h.text, count(*) from document d left join hold h on h.document_id = d.id "
                    + "group by d.message, d.canonical_type, d.state, h.text fetch first 20 rows only") + jdbc.queryForList(
                "select direction, status, error_text, count(*) from iface_doc group by direction, status, error_text")
                + jdbc.queryForList("select text from parked fetch first 1 rows only"), e);
        }
    }

    /** In two steps by keys, so that looking costs the same however much is stored. */
    private long count(String type, String state, String first, String last) {
        List<String> ids = jdbc.queryForList("select distinct document_id from document_key where key_value between ? and ?",
            String.class, first, last);
        if (ids.isEmpty()) {
            return 0;
        }
        List<Object> arguments = new ArrayList<>(ids);
        arguments.addAll(List.of(type, state));
        Long count = jdbc.queryForObject("select count(*) from document where id in (" + "?,".repeat(ids.size() - 1)
            + "?) and canonical_type = ? and state = ?", Long.class, arguments.toArray());
        return count == null ? 0 : count;
    }

    private void insert(String type, int series, int order) {
        Long id = jdbc.queryForObject("select nextval('iface_header_seq')", Long.class);
        String po = Orders.poNumber(series, order);
        switch (type) {
            case "OrderAcknowledgment" -> acknowledgment(id, po);
            case "ShipmentNotice" -> shipment(id, po, series * 10_000_000L + order * 100L);
            default -> invoice(id, po);
        }
    }

    private void acknowledgment(long id, String po) {
        header(id, "ORDER_ACK", po, "");
        lines(id, po);
        List<Object[]> schedules = new ArrayList<>();
        for (int line = 1; line <= LINES; line++) {
            schedules.add(new Object[] {id, Integer.toString(line), Orders.quantity(line)});
        }
        jdbc.batchUpdate("insert into iface_schedule (header_id, line_no, sched_no, action, qty, uom) values (?,?,1,'ACCEPT',?,'EA')",
            schedules);
    }

    private void shipment(long id, String po, long serial) {
        header(id, "SHIPMENT", po, "S" + po);
        LocalDateTime left = LocalDateTime.now(ZoneOffset.UTC).minusMinutes(1);
        jdbc.update("update iface_doc set shipped_at = ?, eta = ?, bol_no = ?, pro_no = ?, scac = 'ABFS', freight_terms = 'PREPAID', "
            + "transport_mode = 'LTL', carton_count = ? where header_id = ?", left, left.plusDays(2), "L" + po, "P" + po,
            CARTONS, id);
        parties(id, "SHIP_FROM");
        lines(id, po);
        List<Object[]> packages = new ArrayList<>();
        List<Object[]> contents = new ArrayList<>();
        for (int carton = 1; carton <= CARTONS; carton++) {
            packages.add(new Object[] {id, carton, Orders.sscc(serial + carton)});
            contents.add(new Object[] {id, carton, Integer.toString(carton), Orders.quantity(carton)});
        }
        jdbc.batchUpdate("insert into iface_package (header_id, package_no, kind, sscc) values (?,?,'CARTON',?)", packages);
        jdbc.batchUpdate("insert into iface_package_item (header_id, package_no, line_no, qty, uom) values (?,?,?,?,'EA')", contents);
    }

    private void invoice(long id, String po) {
        header(id, "INVOICE", po, "S" + po);
        BigDecimal total = BigDecimal.ZERO;
        for (int line = 1; line <= LINES; line++) {
            total = total.add(Answers.amount(line));
        }
        jdbc.update("update iface_doc set partner_doc_no = ?, total_amount = ?, net_days = 60 where header_id = ?", "I" + po, total, id);
        parties(id, "REMIT_TO");
        lines(id, po);
    }

    private void header(long id, String type, String po, String shipment) {
        jdbc.update("insert into iface_doc (header_id, direction, doc_type, source_system, doc_key, doc_version, po_number, vendor_code, "
            + "doc_date, currency, shipment_id) values (?,'O',?,'ERP1',?,0,?,?,?,'USD',?)", id, type, "amazon-us:" + po, po, Orders.VENDOR,
            Date.valueOf(LocalDate.now(ZoneOffset.UTC)), shipment.isEmpty() ? null : shipment);
    }

    private void parties(long id, String own) {
        jdbc.update("insert into iface_party (header_id, role, party_id, id_type, name, city, region, postal_code, country) "
            + "values (?,?,?,'ASSIGNED','ACME VENDOR INC','Reno','NV','89506','US')", id, own, Orders.VENDOR);
        jdbc.update("insert into iface_party (header_id, role, party_id, id_type) values (?,'SHIP_TO','PHX6','FC')", id);
    }

    private void lines(long id, String po) {
        List<Object[]> lines = new ArrayList<>();
        for (int line = 1; line <= LINES; line++) {
            lines.add(new Object[] {id, Integer.toString(line), Orders.upc(line), Orders.item(line), Orders.quantity(line),
                Orders.price(line), Answers.amount(line), po});
        }
        jdbc.batchUpdate("insert into iface_line (header_id, line_no, upc, vendor_item, qty, uom, net_price, line_amount, "
            + "price_basis_uom, po_number) values (?,?,?,?,?,'EA',?,?,'EA',?)", lines);
    }

    /** Amazon accepts every group that waits, one file a release. */
    private void acknowledge(int series) throws IOException {
        for (String release : List.of("004010", "005010")) {
            List<String[]> waiting = jdbc.query("select functional_id, group_control from group_acknowledgment where release = ? "
                + "and state in ('SENT', 'OVERDUE') order by id", (rs, n) -> new String[] {rs.getString(1), rs.getString(2)}, release);
            int control = series * 100_000 + (release.equals("004010") ? 50_001 : 50_002);
            String text = String.format(Locale.ROOT, "ISA*00*          *00*          *ZZ*AMAZON         *ZZ*ACMEVENDOR     *260302*0815"
                + "*%s*%s*%09d*0*P*>~GS*FA*AMAZON*ACMEVENDOR*20260302*0815*%d*X*%s~", release.equals("004010") ? "U" : "^",
                release.equals("004010") ? "00400" : "00501", control, control, release);
            StringBuilder all = new StringBuilder(text);
            for (int i = 0; i < waiting.size(); i++) {
                all.append(String.format(Locale.ROOT, "ST*997*%04d~AK1*%s*%s~AK9*A*1*1*1~SE*4*%04d~", i + 1, waiting.get(i)[0],
                    waiting.get(i)[1], i + 1));
            }
            all.append(String.format(Locale.ROOT, "GE*%d*%d~IEA*1*%09d~", waiting.size(), control, control));
            drop("answers-" + series + "-" + release + ".edi", all.toString());
        }
    }

    /** How many documents the hub has. */
    long stored() {
        Long count = jdbc.queryForObject("select count(*) from document", Long.class);
        return count == null ? 0 : count;
    }
}
