// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.orders;

import com.fasterxml.jackson.databind.JsonNode;
import io.acornhub.simulator.Timing;
import io.acornhub.simulator.UsagePlans.Plan;
import io.acornhub.simulator.internal.base.Agenda;
import io.acornhub.simulator.internal.base.Json;
import io.acornhub.simulator.internal.base.Problem;
import io.acornhub.simulator.internal.base.Problem.ApiError;
import io.acornhub.simulator.internal.base.Rule;
import io.acornhub.simulator.internal.base.Rules;
import io.acornhub.simulator.internal.base.SimulatedClock;
import io.acornhub.simulator.internal.http.Answer;
import io.acornhub.simulator.internal.http.Call;
import io.acornhub.simulator.internal.http.Endpoint;
import io.acornhub.simulator.internal.http.Routes;
import io.acornhub.simulator.internal.shapes.Shapes;
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
    private final Orders orders;
    private final Submissions submissions;
    private final Transactions transactions;
    private final Agenda agenda;
    private final SimulatedClock clock;
    private final Timing timing;
    private final Rules rules;

    public Acknowledgements(Orders orders, Submissions submissions, Transactions transactions, Agenda agenda, SimulatedClock clock,
                            Timing timing, Rules rules) {
        this.orders = orders;
        this.submissions = submissions;
        this.transactions = transactions;
        this.agenda = agenda;
        this.clock = clock;
        this.timing = timing;
        this.rules = rules;
    }

    public void addTo(Routes routes) {
        routes.add(Endpoint.of("submitAcknowledgement", "POST", "/vendor/orders/v1/acknowledgements", Plan.of("10", 10), this::submit));
    }

    private Answer submit(Call call) {
        JsonNode body = call.json();
        Shapes.Findings findings = Shapes.check("orders", "SubmitAcknowledgementRequest", body,
            rules.on(Rule.WRONG_CASE_WITHOUT_EFFECT));
        if (body.path("acknowledgements").isEmpty()) {
            throw Problem.invalid("The request has no acknowledgements.");
        }
        String transaction = transactions.open(call.account());
        Instant now = clock.instant();
        for (JsonNode document : body.path("acknowledgements")) {
            String number = Json.text(document, "purchaseOrderNumber");
            Submission submission = submissions.add(Submission.Kind.ACKNOWLEDGEMENT, call.account(), number, List.of(number),
                transaction, now, document);
            boolean ignored = !findings.wrongCase().isEmpty();
            agenda.at(now.plus(timing.effectAfter()), time -> process(submission, document, ignored, time));
        }
        return Answer.payload(202, Json.object().put("transactionId", transaction));
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
