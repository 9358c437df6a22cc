// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.orders;

import com.fasterxml.jackson.databind.JsonNode;
import io.acornhub.simulator.Timing;
import io.acornhub.simulator.UsagePlans.Plan;
import io.acornhub.simulator.internal.base.Agenda;
import io.acornhub.simulator.internal.base.Json;
import io.acornhub.simulator.internal.base.Problem.ApiError;
import io.acornhub.simulator.internal.base.Rules;
import io.acornhub.simulator.internal.base.SimulatedClock;
import io.acornhub.simulator.internal.http.Answer;
import io.acornhub.simulator.internal.http.Call;
import io.acornhub.simulator.internal.http.Endpoint;
import io.acornhub.simulator.internal.http.Routes;
import io.acornhub.simulator.internal.submissions.Posting;
import io.acornhub.simulator.internal.submissions.Submission;
import io.acornhub.simulator.internal.submissions.Submission.Verdict;
import io.acornhub.simulator.internal.submissions.Submissions;
import io.acornhub.simulator.internal.submissions.Transactions;
import java.time.Instant;
import java.util.List;

/**
 * submitAcknowledgement. Whatever has the right form is taken with 202; what it is worth shows later. A transaction never becomes
 * {@code Success}: it stays {@code Processing} or fails.
 */
public final class Acknowledgements {
    private static final Posting.Form FORM = new Posting.Form(Submission.Kind.ACKNOWLEDGEMENT,
        "orders", "SubmitAcknowledgementRequest", "acknowledgements",
        Acknowledgements::orderNumber, document -> List.of(orderNumber(document)));
    private final Orders orders;
    private final Posting posting;
    private final Submissions submissions;
    private final Transactions transactions;
    private final Timing timing;
    private final Rules rules;

    public Acknowledgements(Orders orders, Submissions submissions, Transactions transactions, Agenda agenda, SimulatedClock clock,
                            Timing timing, Rules rules) {
        this.orders = orders;
        this.submissions = submissions;
        this.transactions = transactions;
        this.timing = timing;
        this.rules = rules;
        this.posting = new Posting(submissions, transactions, agenda, clock, timing, rules);
    }

    public void addTo(Routes routes) {
        routes.add(Endpoint.of("submitAcknowledgement", "POST", "/vendor/orders/v1/acknowledgements", Plan.of("10", 10), this::submit));
    }

    private Answer submit(Call call) {
        return posting.take(call, FORM, this::process);
    }

    private static String orderNumber(JsonNode document) {
        return Json.text(document, "purchaseOrderNumber");
    }

    private void process(Submission submission, JsonNode document, boolean ignored, Instant time) {
        if (ignored) {
            submissions.judge(submission, Verdict.WITHOUT_EFFECT, List.of());
            return;
        }
        PurchaseOrder order = orders.find(submission.account(), submission.number()).orElse(null);
        AcknowledgementCheck check = new AcknowledgementCheck(order, document, rules, time);
        List<ApiError> errors = check.errors();
        if (!errors.isEmpty()) {
            submissions.judge(submission, Verdict.REFUSED, errors);
            transactions.failed(submission.transactionId(), submission.received().plus(timing.failureAfter()), errors);
            return;
        }
        orders.update(order, time, changed -> {
            check.answers().forEach((line, entries) -> line.acknowledge(entries, time));
            changed.markAcknowledged();
        });
        submissions.judge(submission, Verdict.ACCEPTED, List.of());
    }
}
