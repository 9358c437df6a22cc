// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import io.acornhub.lifecycle.internal.Counted;
import io.acornhub.lifecycle.internal.OrderReader;
import io.acornhub.lifecycle.internal.OrderTable;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Orders as people look at them: where they stand, what they sum up to, what happened. Reads only. */
@Component
public class OrderOverview {
    private final JdbcTemplate jdbc;
    private final OrderTable orders;
    private final Counted counted;
    private final OrderReader reader;

    public OrderOverview(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.orders = new OrderTable(jdbc);
        this.counted = new Counted(jdbc);
        this.reader = new OrderReader(jdbc);
    }

    /**
     * An order in a list.
     *
     * @param orderDocument the document that made it
     * @param acknowledgmentDue until when Amazon expects our answer; null where nothing is agreed
     * @param acknowledgedAt when that left; null while the order or a change of it waits for an answer
     * @param amazonReference the ARN of the routing instruction; null before
     */
    public record Head(String partner, String poNumber, String orderDocument, String vendorCode, LocalDate orderDate, OrderState.Step step,
                       Instant receivedAt, Instant acknowledgmentDue, Instant acknowledgedAt, String currency, String amazonReference) {
    }

    /**
     * A step of an order.
     *
     * @param act what the document is, as {@link Act}
     * @param outcome TAKEN, REFUSED, ACCEPTED by the partner, TAKEN_BACK
     * @param why the reason, of what was refused or taken back
     */
    public record Taken(Instant at, String act, String number, String documentId, String outcome, String from, String to, String why) {
    }

    /**
     * A shipment of which something is of the order.
     *
     * @param status COUNTS, ACCEPTED, REJECTED, REPLACED
     * @param cartons and pallets: of the whole shipment
     */
    public record Shipment(String documentId, String shipmentId, String purpose, String status, Instant sentAt, Instant shippedAt,
                           Instant estimatedDelivery, String amazonReference, String billOfLading, String proNumber, String carrierCode,
                           int cartons, int pallets, List<ShippedLine> lines) {
    }

    /** @param packages in how many packages some of it lies */
    public record ShippedLine(String lineNo, BigDecimal quantity, String unit, int packages) {
    }

    /** What a list is narrowed by; null for all. */
    public record Query(OrderState.Step step, String partner, String vendorCode, LocalDate from, int limit) {
    }

    /** The orders with this number, one a partner. */
    public List<Head> find(String poNumber) {
        return orders.find(poNumber).stream().map(OrderOverview::head).toList();
    }

    /** Newest first. */
    public List<Head> list(Query query) {
        StringBuilder where = new StringBuilder("where 1 = 1");
        List<Object> arguments = new ArrayList<>();
        equal("state", query.step() == null ? null : query.step().name(), where, arguments);
        equal("partner", query.partner(), where, arguments);
        equal("vendor_code", query.vendorCode(), where, arguments);
        if (query.from() != null) {
            where.append(" and received_at >= ?");
            arguments.add(OffsetDateTime.of(query.from().atStartOfDay(), ZoneOffset.UTC));
        }
        where.append(" order by received_at desc, po_number fetch first ").append(query.limit()).append(" rows only");
        return orders.select(where.toString(), arguments.toArray()).stream().map(OrderOverview::head).toList();
    }

    private static void equal(String column, String value, StringBuilder where, List<Object> arguments) {
        if (value != null) {
            where.append(" and ").append(column).append(" = ?");
            arguments.add(value);
        }
    }

    public OrderFigures figures(String partner, String poNumber) {
        return reader.read(orders.find(partner, poNumber).orElseThrow(), counted.ofOrder(partner, poNumber));
    }

    /** Steps taken, refused and taken back, oldest first. */
    public List<Taken> steps(String partner, String poNumber) {
        return jdbc.query("select at, act, number, document_id, outcome, from_step, to_step, why from order_step where partner = ? "
            + "and po_number = ? order by seq", (rs, n) -> new Taken(instant(rs, 1), rs.getString(2), rs.getString(3), rs.getString(4),
                rs.getString(5), rs.getString(6), rs.getString(7), rs.getString(8)), partner, poNumber);
    }

    public List<Shipment> shipments(String partner, String poNumber) {
        List<Shipment> found = new ArrayList<>();
        for (Counted.Row row : counted.ofOrder(partner, poNumber)) {
            if (row.act() == Act.SHIPMENT || row.act() == Act.SHIPMENT_CANCELLATION) {
                List<ShippedLine> lines = jdbc.query("select line_no, quantity, unit, packages from shipment_line where document_id = ? "
                    + "and po_number = ? order by ordinal", (rs, n) -> new ShippedLine(rs.getString(1), plain(rs.getBigDecimal(2)),
                        rs.getString(3), rs.getInt(4)), row.documentId(), poNumber);
                found.addAll(jdbc.query("select shipment_id, purpose, shipped_at, estimated_delivery, amazon_reference, bill_of_lading, "
                    + "pro_number, carrier_code, carton_count, pallet_count from shipment where document_id = ?",
                    (rs, n) -> new Shipment(row.documentId(), rs.getString(1), rs.getString(2), row.status().name(), row.countedAt(),
                        instant(rs, 3), instant(rs, 4), rs.getString(5), rs.getString(6), rs.getString(7), rs.getString(8), rs.getInt(9),
                        rs.getInt(10), lines), row.documentId()));
            }
        }
        return found;
    }

    /** 12, not 12.0000. */
    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static Head head(OrderTable.Header o) {
        return new Head(o.partner(), o.poNumber(), o.documentId(), o.vendorCode(), o.orderDate(), o.step(), o.receivedAt(),
            o.acknowledgmentDue(), o.acknowledgedAt(), o.currency(), o.amazonReference());
    }

    private static Instant instant(ResultSet rs, int column) throws SQLException {
        OffsetDateTime value = rs.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
