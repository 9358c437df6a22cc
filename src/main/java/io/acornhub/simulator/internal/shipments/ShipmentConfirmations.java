// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.shipments;

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
import io.acornhub.simulator.internal.orders.Orders;
import io.acornhub.simulator.internal.submissions.Posting;
import io.acornhub.simulator.internal.submissions.Submission;
import io.acornhub.simulator.internal.submissions.Submission.Verdict;
import io.acornhub.simulator.internal.submissions.Submissions;
import io.acornhub.simulator.internal.submissions.Transactions;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** SubmitShipmentConfirmations: advance shipment notices. Their units are received some time after they should arrive. */
public final class ShipmentConfirmations {
    private static final Posting.Form FORM = new Posting.Form(Submission.Kind.SHIPMENT_CONFIRMATION,
        "shipments", "SubmitShipmentConfirmationsRequest", "shipmentConfirmations",
        document -> Json.text(document, "shipmentIdentifier"), ShipmentConfirmations::orderNumbers);
    private final Orders orders;
    private final Posting posting;
    private final Shipments shipments;
    private final Receiving receiving;
    private final Submissions submissions;
    private final Transactions transactions;
    private final Timing timing;
    private final Rules rules;

    public ShipmentConfirmations(Orders orders, Shipments shipments, Receiving receiving, Submissions submissions,
                                 Transactions transactions, Agenda agenda, SimulatedClock clock, Timing timing, Rules rules) {
        this.orders = orders;
        this.shipments = shipments;
        this.receiving = receiving;
        this.submissions = submissions;
        this.transactions = transactions;
        this.timing = timing;
        this.rules = rules;
        this.posting = new Posting(submissions, transactions, agenda, clock, timing, rules);
    }

    public void addTo(Routes routes) {
        routes.add(Endpoint.of("SubmitShipmentConfirmations", "POST", "/vendor/shipping/v1/shipmentConfirmations", Plan.of("10", 10),
            this::submit));
    }

    private Answer submit(Call call) {
        return posting.take(call, FORM, this::process);
    }

    private static List<String> orderNumbers(JsonNode document) {
        Set<String> numbers = new LinkedHashSet<>();
        document.findValuesAsText("purchaseOrderNumber").forEach(numbers::add);
        return List.copyOf(numbers);
    }

    private void process(Submission submission, JsonNode document, boolean ignored, Instant time) {
        if (ignored) {
            submissions.judge(submission, Verdict.WITHOUT_EFFECT, List.of());
            return;
        }
        ShipmentCheck check = new ShipmentCheck(submission, document, orders, shipments, rules, time);
        List<ApiError> errors = check.errors();
        if (!errors.isEmpty()) {
            submissions.judge(submission, Verdict.REFUSED, errors);
            transactions.failed(submission.transactionId(), submission.received().plus(timing.failureAfter()), errors);
            return;
        }
        boolean original = "Original".equals(Json.text(document, "shipmentConfirmationType"));
        Shipment shipment = shipments.find(submission.account(), submission.number())
            .filter(s -> !original || s.notice() == null).orElseGet(() -> shipments.open(submission.account(), submission.number(), time));
        shipment.confirm(document, check.parts(), new HashSet<>(check.containerCodes().codes()), time, arrival(document, time));
        shipments.use(shipment, time);
        receiving.expect(shipment);
        submissions.judge(submission, Verdict.ACCEPTED, List.of());
        transactions.succeeded(submission.transactionId(), submission.received().plus(timing.successAfter()));
    }

    private Instant arrival(JsonNode document, Instant time) {
        Instant expected = Stream.of("estimatedDeliveryDate", "shippedDate").map(name -> Json.instant(Json.text(document, name)))
            .filter(t -> t != null).findFirst().orElse(time);
        return (expected.isBefore(time) ? time : expected).plus(timing.receiptAfter());
    }
}
