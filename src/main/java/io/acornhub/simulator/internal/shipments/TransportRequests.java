// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.shipments;

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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** SubmitShipments: asks Amazon's carrier to fetch goods. Amazon's reference number (ARN) and a carrier come some time later. */
public final class TransportRequests {
    private static final Posting.Form FORM = new Posting.Form(Submission.Kind.TRANSPORT_REQUEST,
        "shipments", "SubmitShipments", "shipments",
        document -> Json.text(document, "vendorShipmentIdentifier"), TransportRequests::orderNumbers);
    private final Orders orders;
    private final Posting posting;
    private final Shipments shipments;
    private final Submissions submissions;
    private final Transactions transactions;
    private final Agenda agenda;
    private final Timing timing;
    private final Rules rules;

    public TransportRequests(Orders orders, Shipments shipments, Submissions submissions, Transactions transactions, Agenda agenda,
                             SimulatedClock clock, Timing timing, Rules rules) {
        this.orders = orders;
        this.shipments = shipments;
        this.submissions = submissions;
        this.transactions = transactions;
        this.agenda = agenda;
        this.timing = timing;
        this.rules = rules;
        this.posting = new Posting(submissions, transactions, agenda, clock, timing, rules);
    }

    public void addTo(Routes routes) {
        routes.add(Endpoint.of("SubmitShipments", "POST", "/vendor/shipping/v1/shipments", Plan.of("10", 10), this::submit));
    }

    private Answer submit(Call call) {
        return posting.take(call, FORM, this::process);
    }

    private static List<String> orderNumbers(JsonNode document) {
        List<String> numbers = new ArrayList<>();
        document.path("purchaseOrders").forEach(o -> numbers.add(o.path("purchaseOrderNumber").asText("")));
        return numbers;
    }

    private void process(Submission submission, JsonNode document, boolean ignored, Instant time) {
        if (ignored) {
            submissions.judge(submission, Verdict.WITHOUT_EFFECT, List.of());
            return;
        }
        boolean cancel = "Cancel".equals(Json.text(document, "transactionType"));
        Shipment known = shipments.find(submission.account(), submission.number()).orElse(null);
        List<ApiError> errors = errors(submission, cancel, known);
        if (!errors.isEmpty()) {
            submissions.judge(submission, Verdict.REFUSED, errors);
            transactions.failed(submission.transactionId(), submission.received().plus(timing.failureAfter()), errors);
            return;
        }
        if (cancel) {
            known.cancel();
        } else {
            Shipment shipment = known != null ? known : shipments.open(submission.account(), submission.number(), time);
            shipment.request(document, time);
            agenda.at(time.plus(timing.referenceAfter()), later -> {
                if (!shipment.cancelled()) {
                    shipment.reference(shipments.refer(shipment), later);
                }
            });
        }
        submissions.judge(submission, Verdict.ACCEPTED, List.of());
        transactions.succeeded(submission.transactionId(), submission.received().plus(timing.successAfter()));
    }

    private List<ApiError> errors(Submission submission, boolean cancel, Shipment known) {
        List<ApiError> errors = new ArrayList<>();
        boolean requested = known != null && known.request() != null && !known.cancelled();
        if (cancel && !requested) {
            errors.add(new ApiError("INVALID_SHIPMENT_ID", "There is no shipment " + submission.number() + " to cancel."));
        }
        if (!cancel && requested && rules.on(Rule.IDENTIFIERS_REUSED)) {
            errors.add(new ApiError(Rule.IDENTIFIERS_REUSED.name(), "Shipment " + submission.number() + " was requested before."));
        }
        submission.orders().stream().filter(number -> orders.find(submission.account(), number).isEmpty())
            .forEach(number -> errors.add(new ApiError("INVALID_ORDER_ID", "There is no purchase order " + number + ".")));
        return errors;
    }
}
