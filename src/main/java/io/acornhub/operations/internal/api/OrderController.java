// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.api;

import io.acornhub.interchange.Document;
import io.acornhub.interchange.Documents;
import io.acornhub.lifecycle.DocumentKeys;
import io.acornhub.lifecycle.OrderCopies;
import io.acornhub.lifecycle.OrderDoors;
import io.acornhub.lifecycle.OrderFigures;
import io.acornhub.lifecycle.OrderMatch;
import io.acornhub.lifecycle.OrderOverview;
import io.acornhub.lifecycle.OrderState;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.format.annotation.DateTimeFormat;
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
    private static final int DOCUMENTS_SHOWN = 500;
    private final OrderOverview orders;
    private final Documents documents;
    private final DocumentViews views;
    private final io.acornhub.lifecycle.Deadlines deadlines;
    private final Evidence evidence;
    private final OrderDoors doors;
    private final OrderCopies copies;
    private final SubmissionViews submissions;

    OrderController(OrderOverview orders, Documents documents, DocumentViews views, io.acornhub.lifecycle.Deadlines deadlines,
                    Evidence evidence, OrderDoors doors, OrderCopies copies, SubmissionViews submissions) {
        this.orders = orders;
        this.documents = documents;
        this.views = views;
        this.deadlines = deadlines;
        this.evidence = evidence;
        this.doors = doors;
        this.copies = copies;
        this.submissions = submissions;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "List orders, newest first")
    List<OrderViews.HeadView> list(@Parameter(description = "NEW, ACKNOWLEDGED, PARTLY_SHIPPED, SHIPPED ...")
        @RequestParam(required = false) String state, @RequestParam(required = false) String partner,
        @RequestParam(required = false) String vendorCode,
        @Parameter(description = "Only orders that came in on that day (UTC) or later")
        @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
        @RequestParam(defaultValue = Parameters.DEFAULT_LIMIT) int limit) {
        String step = Parameters.constant("state", Parameters.text(state), OrderState.Step.values());
        return orders.list(new OrderOverview.Query(step == null ? null : OrderState.Step.valueOf(step), Parameters.text(partner),
            Parameters.text(vendorCode), from, Parameters.limit(limit))).stream().map(OrderViews.HeadView::of).toList();
    }

    @GetMapping(path = "/{po}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "One order across all its documents: lines, shipments, invoices, payments, steps, deadlines")
    OrderViews.OrderView one(@PathVariable String po,
        @Parameter(description = "Needed only when two partners use the same number")
        @RequestParam(required = false) String partner) {
        return view(find(po, partner));
    }

    @GetMapping(path = "/{po}/evidence", produces = "application/zip")
    @Operation(summary = "A ZIP of every original file, canonical document, acknowledgment and audit trail of the order, with a manifest")
    void evidence(@PathVariable String po, @RequestParam(required = false) String partner, HttpServletResponse response)
            throws IOException {
        OrderOverview.Head order = find(po, partner);
        evidence.write(order, documents(order, "id"), response);
    }

    private OrderOverview.Head find(String po, String partner) {
        String wanted = Parameters.text(partner);
        List<OrderOverview.Head> rows = orders.find(po).stream().filter(o -> wanted == null || wanted.equals(o.partner())).toList();
        if (rows.isEmpty()) {
            throw Refusal.unknown("order", po);
        }
        if (rows.size() > 1) {
            throw Refusal.bad("Order " + po + " exists for " + rows.stream().map(OrderOverview.Head::partner).toList()
                + "; say which by partner=.");
        }
        return rows.get(0);
    }

    /** Every document that is about the order; one of the ERP's may not know its partner yet. */
    private List<Document> documents(OrderOverview.Head order, String sorted) {
        return documents.select("where id in (select document_id from document_key where key_value = ? and kind = ? union select id "
            + "from document where business_key = ?) and (partner = ? or partner is null) order by " + sorted + " fetch first "
            + DOCUMENTS_SHOWN + " rows only", order.poNumber(), DocumentKeys.ORDER, order.poNumber(), order.partner());
    }

    private OrderViews.OrderView view(OrderOverview.Head order) {
        Instant now = Instant.now();
        Views.DeadlineView due = order.acknowledgmentDue() == null || order.acknowledgedAt() != null ? null
            : Deadlines.of("order acknowledgment to " + order.partner(), order.acknowledgmentDue(), now);
        OrderFigures figures = orders.figures(order.partner(), order.poNumber());
        List<OrderMatch> matches = OrderMatch.of(figures);
        List<OrderViews.LineView> lines = new ArrayList<>();
        for (int i = 0; i < matches.size(); i++) {
            lines.add(OrderViews.LineView.of(figures.lines().get(i), matches.get(i)));
        }
        List<Document> about = documents(order, "id desc");
        return new OrderViews.OrderView(order.partner(), order.poNumber(), order.vendorCode(), order.orderDate(), order.step().name(),
            order.receivedAt(), due, order.acknowledgedAt(), order.currency(), order.amazonReference(), OrderViews.Totals.of(figures),
            OrderViews.MoneyView.of(figures.money()), lines, orders.shipments(order.partner(), order.poNumber()),
            figures.invoices().stream().map(i -> OrderViews.InvoiceView.of(i,
                submissions.settlement(order.partner(), i.number()))).toList(),
            figures.payments().stream().map(OrderViews.PaymentView::of).toList(), orders.steps(order.partner(), order.poNumber()),
            doors.of(order.partner(), order.poNumber()).stream().map(d -> new OrderViews.DoorView(d.channel(), d.documentId(), d.at(),
                copies.of(d.documentId()))).toList(),
            about.stream().flatMap(d -> deadlines.ofDocument(d.id()).stream()).map(d -> ReconciliationViews.due(d, now)).toList(),
            about.stream().flatMap(d -> submissions.ofDocument(d.id()).stream()).toList(), views.list(about), OrderViews.linksOf(order));
    }
}
