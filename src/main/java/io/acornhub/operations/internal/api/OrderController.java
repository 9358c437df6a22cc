// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.api;

import io.acornhub.interchange.Documents;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/orders")
@Tag(name = "Orders", description = "A purchase order across its documents")
class OrderController {
    private final JdbcTemplate jdbc;
    private final Documents documents;
    private final DocumentViews views;

    OrderController(JdbcTemplate jdbc, Documents documents, DocumentViews views) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.views = views;
    }

    private record Row(String partner, String poNumber, String vendorCode, LocalDate orderDate, String state, Instant receivedAt,
                       Instant acknowledgmentDue, Instant acknowledgedAt) {
    }

    @GetMapping(path = "/{po}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "One order: lines ordered, accepted, back-ordered and rejected, deadline, documents")
    Views.OrderView one(@PathVariable String po,
        @Parameter(description = "Needed only when two partners use the same number")
        @RequestParam(required = false) String partner) {
        List<Row> rows = rows(po, Parameters.text(partner));
        if (rows.isEmpty()) {
            throw Refusal.unknown("order", po);
        }
        if (rows.size() > 1) {
            throw Refusal.bad("Order " + po + " exists for " + rows.stream().map(Row::partner).toList()
                + "; say which by partner=.");
        }
        return view(rows.get(0));
    }

    private List<Row> rows(String po, String partner) {
        String condition = partner == null ? "" : " and partner = ?";
        return jdbc.query("select * from purchase_order where po_number = ?" + condition, OrderController::row,
            partner == null ? new Object[] {po} : new Object[] {po, partner});
    }

    private static Row row(ResultSet rs, int number) throws SQLException {
        return new Row(rs.getString("partner"), rs.getString("po_number"), rs.getString("vendor_code"),
            rs.getObject("order_date", LocalDate.class), rs.getString("state"), Dossiers.instant(rs, "received_at"),
            Dossiers.instant(rs, "acknowledgment_due"), Dossiers.instant(rs, "acknowledged_at"));
    }

    private Views.OrderView view(Row order) {
        Views.DeadlineView deadline = order.acknowledgmentDue() == null || order.acknowledgedAt() != null ? null
            : Deadlines.of("order acknowledgment to " + order.partner(), order.acknowledgmentDue(), Instant.now());
        return new Views.OrderView(order.partner(), order.poNumber(), order.vendorCode(), order.orderDate(), order.state(),
            order.receivedAt(), deadline, order.acknowledgedAt(), lines(order), views.list(documents.select(
            "where business_key = ? and partner = ? order by id", order.poNumber(), order.partner())));
    }

    private List<Views.OrderLine> lines(Row order) {
        return jdbc.query("select * from order_line where partner = ? and po_number = ? order by length(line_no), line_no",
            OrderController::line, order.partner(), order.poNumber());
    }

    private static Views.OrderLine line(ResultSet rs, int number) throws SQLException {
        return new Views.OrderLine(rs.getString("line_no"), rs.getString("gtin"), rs.getString("buyer_item"),
            rs.getString("vendor_item"), plain(rs.getBigDecimal("ordered")), rs.getString("unit"),
            plain(rs.getBigDecimal("net_price")), plain(rs.getBigDecimal("accepted")), plain(rs.getBigDecimal("back_ordered")),
            plain(rs.getBigDecimal("rejected")));
    }

    /** Without the zeros that the column's scale adds: 12, not 12.0000. */
    private static BigDecimal plain(BigDecimal value) {
        if (value == null) {
            return null;
        }
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
