// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.finances;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acornhub.simulator.UsagePlans.Plan;
import io.acornhub.simulator.internal.World;
import io.acornhub.simulator.internal.base.Json;
import io.acornhub.simulator.internal.base.Problem;
import io.acornhub.simulator.internal.http.Answer;
import io.acornhub.simulator.internal.http.Call;
import io.acornhub.simulator.internal.http.Endpoint;
import io.acornhub.simulator.internal.http.Paging;
import io.acornhub.simulator.internal.http.Query;
import io.acornhub.simulator.internal.invoices.VendorInvoice;
import java.time.Duration;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;

/** getInvoiceHeaders and getInvoice (2026-06-25). Amazon states no usage plan; it is taken as that of its other finances calls. */
public final class InvoiceEndpoints {
    private static final Plan PLAN = Plan.of("0.5", 10);
    private static final String PATH = "/finances/invoices/2026-06-25/invoices";
    private static final Duration LONGEST = Duration.ofDays(90);
    private static final int HEADERS = 100;
    private static final int LINES = 600;
    private final World world;

    private InvoiceEndpoints(World world) {
        this.world = world;
    }

    public static void addTo(World world) {
        InvoiceEndpoints endpoints = new InvoiceEndpoints(world);
        world.routes().add(Endpoint.of("getInvoiceHeaders", "GET", PATH, PLAN, endpoints::headers));
        world.routes().add(Endpoint.of("getInvoice", "GET", PATH + "/{invoiceIdentifier}", PLAN, endpoints::one));
    }

    private Answer headers(Call call) {
        Query query = new Query(call);
        marketplace(call, query);
        Instant now = world.clock().instant();
        Instant from = query.time("fromIssueDate");
        Instant to = query.time("toIssueDate");
        if ((from == null) != (to == null)) {
            throw Problem.invalid("Give both fromIssueDate and toIssueDate, or neither.");
        }
        to = to == null ? now.plusMillis(1) : to;
        from = from == null ? now.minus(LONGEST) : from;
        if (from.isAfter(to)) {
            throw Problem.invalid("fromIssueDate must not be later than toIssueDate.");
        } else if (Duration.between(from, to).minusMillis(1).compareTo(LONGEST) > 0) {
            throw Problem.invalid("From fromIssueDate to toIssueDate there may be at most " + LONGEST.toDays() + " days.");
        }
        Instant modified = query.time("invoicesModifiedAfter");
        Paging.Page<VendorInvoice> page = world.paging().page(call, "nextToken", HEADERS,
            world.invoices().issued(call.account(), from, to), invoice -> modified == null || invoice.modified().isAfter(modified));
        ObjectNode answer = Json.object();
        ArrayNode invoices = answer.putArray("invoices");
        page.entries().forEach(invoice -> invoices.add(InvoiceJson.header(invoice)));
        answer.put("numOfRecords", page.entries().size());
        if (page.nextToken() != null) {
            answer.put("nextToken", page.nextToken());
        }
        return Answer.ok(answer);
    }

    private static void marketplace(Call call, Query query) {
        String marketplace = query.text("marketplaceId");
        if (marketplace == null) {
            throw Problem.invalid("marketplaceId is missing.");
        } else if (!marketplace.equals(call.account().group().marketplace())) {
            throw Problem.invalid("The account is not one of marketplace " + marketplace + ".");
        }
    }

    private Answer one(Call call) {
        marketplace(call, new Query(call));
        String identifier = call.pathValue("invoiceIdentifier");
        VendorInvoice invoice = world.invoices().find(call.account(), identifier)
            .orElseThrow(() -> Problem.notFound("There is no invoice " + identifier + "."));
        NavigableMap<String, VendorInvoice.Line> lines = new TreeMap<>();
        invoice.lines().forEach(line -> lines.put(String.format("%09d", lines.size()), line));
        Paging.Page<VendorInvoice.Line> page = world.paging().page(call, "nextTokenForLineItems", LINES, lines, line -> true);
        ObjectNode answer = Json.object();
        answer.set("invoiceHeader", InvoiceJson.header(invoice));
        ArrayNode items = answer.putArray("invoiceItems");
        page.entries().forEach(line -> items.add(InvoiceLineJson.line(invoice, line)));
        if (page.nextToken() != null) {
            answer.put("nextTokenForLineItems", page.nextToken());
        }
        return Answer.ok(answer);
    }
}
