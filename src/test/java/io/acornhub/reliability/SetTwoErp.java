// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The ERP of the second written chain, behind interface tables: takes all of order 7QKX1M3B, and bills it with freight. */
final class SetTwoErp {
    private static final String PO = "7QKX1M3B";
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    SetTwoErp(DataSource tables) {
        jdbc = new JdbcTemplate(tables);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(tables));
    }

    void acknowledge() {
        transaction.executeWithoutResult(status -> {
            long id = header("ORDER_ACK", PO, "SO-77", LocalDate.of(2026, 4, 5), null);
            line(id, "1", "BK-77", "9506000001111", 3, "CA", "48");
            line(id, "2", "BK-78", "9506000002224", 10, "EA", "9.99");
            for (Object[] part : new Object[][] {{"1", 3, "CA"}, {"2", 10, "EA"}}) {
                jdbc.update("insert into iface_schedule (header_id, line_no, sched_no, action, qty, uom, ship_date) "
                    + "values (?,?,1,'ACCEPT',?,?,?)",
                    id, part[0], part[1], part[2], Date.valueOf(LocalDate.of(2026, 4, 10)));
            }
        });
    }

    void bill() {
        transaction.executeWithoutResult(status -> {
            long id = header("INVOICE", "INV-90001", "INV-90001", LocalDate.of(2026, 4, 10), new BigDecimal("253.90"));
            line(id, "1", "BK-77", "9506000001111", 3, "CA", "48");
            line(id, "2", "BK-78", "9506000002224", 10, "EA", "9.99");
            jdbc.update("insert into iface_charge (header_id, line_no, seq, kind, code, description, amount) values (?,'-',1,'C',"
                + "'FREIGHT','FREIGHT',10.00)", id);
        });
    }

    private long header(String type, String key, String number, LocalDate day, BigDecimal total) {
        Long id = jdbc.queryForObject("select nextval('iface_header_seq')", Long.class);
        jdbc.update("insert into iface_doc (header_id, direction, doc_type, source_system, doc_key, doc_version, po_number, vendor_code, "
            + "partner_doc_no, doc_date, currency, net_days, shipment_id, total_amount) "
            + "values (?,'O',?,'ERP1',?,0,?,'ACME6',?,?,'USD',60,?,?)",
            id, type, "amazon-us:" + key, PO, number, Date.valueOf(day), type.equals("INVOICE") ? "SHP0005101" : null, total);
        return id;
    }

    private void line(long id, String number, String item, String gtin, int quantity, String unit, String price) {
        jdbc.update("insert into iface_line (header_id, line_no, ean, vendor_item, qty, uom, net_price, po_number, po_line_no) "
            + "values (?,?,?,?,?,?,?,?,?)", id, number, gtin, item, quantity, unit, new BigDecimal(price), PO, number);
    }
}
