// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.invoices;

import com.fasterxml.jackson.databind.JsonNode;
import io.acornhub.simulator.Timing;
import io.acornhub.simulator.UsagePlans.Plan;
import io.acornhub.simulator.internal.base.Agenda;
import io.acornhub.simulator.internal.base.Json;
import io.acornhub.simulator.internal.base.Problem.ApiError;
import io.acornhub.simulator.internal.base.Rule;
import io.acornhub.simulator.internal.base.Rules;
import io.acornhub.simulator.internal.base.SimulatedClock;
import io.acornhub.simulator.internal.http.Answer;
import io.acornhub.simulator.internal.http.Call;
import io.acornhub.simulator.internal.http.Endpoint;
import io.acornhub.simulator.internal.http.Routes;
import io.acornhub.simulator.internal.orders.Orders;
import io.acornhub.simulator.internal.submissions.Posting;
import io.acornhub.simulator.internal.submissions.Submission;
import io.acornhub.simulator.internal.submissions.Submission.Verdict;
import io.acornhub.simulator.internal.submissions.Submissions;
import io.acornhub.simulator.internal.submissions.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * submitInvoices. The transaction says Processing for ever; what became of an invoice shows in the Finances API: REJECTED, or
 * IN_PROGRESS until it is settled on its due date, or when the goods are there.
 */
public final class InvoiceSubmissions {
    private static final Posting.Form FORM = new Posting.Form(Submission.Kind.INVOICE,
        "invoices", "SubmitInvoicesRequest", "invoices",
        document -> Json.text(document, "id"),
        document -> List.copyOf(new LinkedHashSet<>(document.findValuesAsText("purchaseOrderNumber"))));
    private final Orders orders;
    private final Posting posting;
    private final Invoices invoices;
    private final Settlement settlement;
    private final Submissions submissions;
    private final Agenda agenda;
    private final Timing timing;
    private final Rules rules;

    public InvoiceSubmissions(Orders orders, Invoices invoices, Submissions submissions, Transactions transactions, Agenda agenda,
                              SimulatedClock clock, Timing timing, Rules rules) {
        this.orders = orders;
        this.invoices = invoices;
        this.settlement = new Settlement(invoices);
        this.submissions = submissions;
        this.agenda = agenda;
        this.timing = timing;
        this.rules = rules;
        this.posting = new Posting(submissions, transactions, agenda, clock, timing, rules);
    }

    public void addTo(Routes routes) {
        routes.add(Endpoint.of("submitInvoices", "POST", "/vendor/payments/v1/invoices", Plan.of("10", 10), this::submit));
    }

    private Answer submit(Call call) {
        return posting.take(call, FORM, this::process);
    }

    private void process(Submission submission, JsonNode document, boolean ignored, Instant time) {
        if (ignored) {
            submissions.judge(submission, Verdict.WITHOUT_EFFECT, List.of());
            return;
        }
        InvoiceCheck check = new InvoiceCheck(submission.account(), document, orders, rules, time);
        VendorInvoice invoice = new VendorInvoice(submission.account(), document, time, due(document, time), check.lines());
        List<ApiError> errors = new ArrayList<>(check.errors());
        boolean known = invoices.find(submission.account(), invoice.identifier())
            .filter(i -> i.status() != VendorInvoice.Status.REJECTED).isPresent();
        if (known && rules.on(Rule.INVOICE_NUMBER_REUSED)) {
            errors.add(new ApiError("DUPLICATE_INVOICE_DEFECT", "There is an invoice " + invoice.identifier() + " already."));
        }
        invoices.add(invoice);
        if (!errors.isEmpty()) {
            submissions.judge(submission, Verdict.REFUSED, errors);
            agenda.at(time.plus(timing.failureAfter()), later -> invoices.change(invoice, i -> i.reject(errors, later)));
            return;
        }
        invoice.lines().stream().filter(line -> line.orderLine() != null && !invoice.creditNote())
            .forEach(line -> invoices.invoice(line.orderLine(), line.quantity()));
        submissions.judge(submission, Verdict.ACCEPTED, List.of());
        agenda.at(invoice.due(), later -> settle(invoice, later));
    }

    /** Goods under way are waited for. */
    private void settle(VendorInvoice invoice, Instant time) {
        if (invoice.lines().stream().anyMatch(line -> line.orderLine() != null && line.orderLine().unitsUnderWay() > 0)) {
            agenda.at(time.plus(Duration.ofDays(1)), later -> settle(invoice, later));
        } else {
            invoices.change(invoice, i -> settlement.settle(i, time));
        }
    }

    /** The earlier of the discount's day, where there is a discount, and the net day; never before the invoice is there. */
    private Instant due(JsonNode document, Instant time) {
        JsonNode terms = document.path("paymentTerms");
        Instant issued = Json.instant(Json.text(document, "date"));
        Instant due = terms.has("netDueDays") ? issued.plus(Duration.ofDays(terms.path("netDueDays").asLong()))
            : issued.plus(timing.paymentTerms());
        if (Settlement.discounted(document)) {
            due = issued.plus(Duration.ofDays(terms.path("discountDueDays").asLong()));
        }
        Instant earliest = time.plus(timing.failureAfter());
        return due.isBefore(earliest) ? earliest : due;
    }
}
