// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.edi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acornhub.simulator.internal.access.Account;
import io.acornhub.simulator.internal.base.Json;
import io.acornhub.simulator.internal.base.Problem.ApiError;
import io.acornhub.simulator.internal.http.Answer;
import io.acornhub.simulator.internal.http.InnerCalls;
import io.acornhub.simulator.internal.orders.OrderJson;
import io.acornhub.simulator.internal.orders.Orders;
import io.acornhub.simulator.internal.orders.PurchaseOrder;
import io.acornhub.simulator.internal.submissions.Submission;
import io.acornhub.simulator.internal.submissions.Submissions;
import io.acornhub.simulator.internal.x12.X12Set;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Judges an 855, 856 or 810: puts it into the terms of the API, says what EDI alone shows, and hands it to the operation that would
 * have brought the same, so that one order has one state by whatever door its documents come. Called under the state's lock.
 */
final class Grader {
    private static final Map<String, Target> TARGETS = Map.of(
        Acknowledgment855.OPERATION, new Target("/vendor/orders/v1/acknowledgements", "acknowledgements", Submission.Kind.ACKNOWLEDGEMENT),
        ShipNotice856.OPERATION, new Target("/vendor/shipping/v1/shipmentConfirmations", "shipmentConfirmations",
            Submission.Kind.SHIPMENT_CONFIRMATION),
        Invoice810.OPERATION, new Target("/vendor/payments/v1/invoices", "invoices", Submission.Kind.INVOICE));
    private final Orders orders;
    private final Submissions submissions;
    private final InnerCalls calls;
    private final ZoneId zone;

    private record Target(String path, String list, Submission.Kind kind) {
    }

    /** The grade of a set; {@code submission} is null where it went no further. */
    record Grade(String number, Collection<String> orders, List<Finding> findings, Submission submission) {
    }

    Grader(Orders orders, Submissions submissions, InnerCalls calls, ZoneId zone) {
        this.orders = orders;
        this.submissions = submissions;
        this.calls = calls;
        this.zone = zone;
    }

    /** The number that a set is known by, whether or not anything else in it can be used. */
    static String number(X12Set set) {
        return switch (set.code()) {
            case "855" -> set.first("BAK").get(3);
            case "856" -> set.first("BSN").get(2);
            case "810" -> set.first("BIG").get(2);
            default -> "";
        };
    }

    Grade grade(X12Set set, String release, Instant now) {
        KnownOrders known = number -> orders.find(number)
            .map(order -> new Order(OrderJson.order(order, true)));
        Translated translated = switch (set.code()) {
            case "855" -> Acknowledgment855.read(set, known, zone, now);
            case "856" -> ShipNotice856.read(set, known, zone, now);
            case "810" -> Invoice810.read(set, known);
            default -> new Translated("", "", null, Set.of(), List.of());
        };
        List<Finding> findings = new ArrayList<>(translated.findings());
        String expected = set.code().equals("856") || set.code().startsWith("75") ? "005010" : "004010";
        if (!release.startsWith(expected)) {
            findings.add(Finding.defect("release", "GS08 is " + release + ", Amazon's " + set.code() + " is " + expected));
        }
        Account account = translated.orders().stream().map(orders::find).flatMap(Optional::stream)
            .map(PurchaseOrder::account).findFirst().orElse(null);
        boolean refused = findings.stream().anyMatch(finding -> finding.weight() == Finding.Weight.REFUSED);
        Submission submission = null;
        if (refused && account != null) {
            submission = refuse(translated, account, findings, now);
        } else if (translated.document() != null && account != null) {
            submission = submit(translated, account, findings);
        }
        return new Grade(translated.number(), translated.orders(), findings, submission);
    }

    /** Kept beside what comes by the API, though it gets no transaction. */
    private Submission refuse(Translated translated, Account account, List<Finding> findings, Instant now) {
        ObjectNode document = translated.document() == null ? Json.object() : translated.document();
        Submission submission = submissions.add(TARGETS.get(translated.operation()).kind, account, translated.number(),
            List.copyOf(translated.orders()), "", now, document);
        submissions.judge(submission, Submission.Verdict.REFUSED, findings.stream()
            .map(finding -> new ApiError(finding.rule(), finding.text())).toList());
        return submission;
    }

    private Submission submit(Translated translated, Account account, List<Finding> findings) {
        Target target = TARGETS.get(translated.operation());
        ObjectNode body = Json.object();
        body.putArray(target.list).add(translated.document());
        List<Submission> before = submissions.of(target.kind, translated.number());
        int count = before.size();
        Answer answer = calls.post(target.path, account, body);
        List<Submission> after = submissions.of(target.kind, translated.number());
        if (answer.status() == 202 && after.size() > count) {
            return after.get(after.size() - 1);
        }
        answer.json().path("errors").forEach(error -> findings.add(Finding.refused(error.path("code").asText(),
            error.path("message").asText() + " " + error.path("details").asText())));
        return null;
    }
}
