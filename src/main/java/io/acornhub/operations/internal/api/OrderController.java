// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.api;

import io.acornhub.interchange.Documents;
import io.acornhub.lifecycle.OrderFigures;
import io.acornhub.lifecycle.OrderOverview;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/orders")
@Tag(name = "Orders", description = "A purchase order across its documents")
class OrderController {
    private final OrderOverview orders;
    private final Documents documents;
    private final DocumentViews views;

    OrderController(OrderOverview orders, Documents documents, DocumentViews views) {
        this.orders = orders;
        this.documents = documents;
        this.views = views;
    }

    @GetMapping(path = "/{po}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "One order: lines ordered, accepted, back-ordered and rejected, deadline, documents")
    Views.OrderView one(@PathVariable String po,
        @Parameter(description = "Needed only when two partners use the same number")
        @RequestParam(required = false) String partner) {
        String wanted = Parameters.text(partner);
        List<OrderOverview.Head> rows = orders.find(po).stream().filter(o -> wanted == null || wanted.equals(o.partner())).toList();
        if (rows.isEmpty()) {
            throw Refusal.unknown("order", po);
        }
        if (rows.size() > 1) {
            throw Refusal.bad("Order " + po + " exists for " + rows.stream().map(OrderOverview.Head::partner).toList()
                + "; say which by partner=.");
        }
        return view(rows.get(0));
    }

    private Views.OrderView view(OrderOverview.Head order) {
        Views.DeadlineView deadline = order.acknowledgmentDue() == null || order.acknowledgedAt() != null ? null
            : Deadlines.of("order acknowledgment to " + order.partner(), order.acknowledgmentDue(), Instant.now());
        List<Views.OrderLine> lines = orders.figures(order.partner(), order.poNumber()).lines().stream().map(OrderController::line)
            .toList();
        return new Views.OrderView(order.partner(), order.poNumber(), order.vendorCode(), order.orderDate(), order.step().name(),
            order.receivedAt(), deadline, order.acknowledgedAt(), lines, views.list(documents.select(
            "where business_key = ? and partner = ? order by id", order.poNumber(), order.partner())));
    }

    private static Views.OrderLine line(OrderFigures.Line l) {
        return new Views.OrderLine(l.lineNo(), l.gtin(), l.buyerItem(), l.vendorItem(), plain(l.ordered()), l.unit(),
            plain(l.unitPrice()), plain(l.accepted()), plain(l.backOrdered()), plain(l.rejected()));
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
