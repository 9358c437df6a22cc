// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acornhub.simulator.internal.base.Json;
import io.acornhub.simulator.internal.base.Problem;
import io.acornhub.simulator.internal.http.Answer;
import io.acornhub.simulator.internal.http.Call;
import io.acornhub.simulator.internal.http.Calls;
import io.acornhub.simulator.internal.http.Endpoint;
import io.acornhub.simulator.internal.http.Routes;
import io.acornhub.simulator.internal.orders.Orders;
import io.acornhub.simulator.internal.submissions.Submission;
import io.acornhub.simulator.internal.submissions.Submission.Kind;
import io.acornhub.simulator.internal.submissions.Submissions;
import java.util.Arrays;
import java.util.List;

/**
 * What the vendors did: {@code GET /_sim/received} with Amazon's verdict on each document ({@code ?kind=}, {@code number=},
 * {@code order=}, {@code verdict=}, {@code documents=false}), {@code GET|DELETE /_sim/calls} ({@code ?last=50}),
 * {@code GET /_sim/summary}.
 */
public final class ReceivedControl {
    private final Submissions submissions;
    private final Calls calls;
    private final Summary summary;

    public ReceivedControl(Submissions submissions, Orders orders, Calls calls) {
        this.submissions = submissions;
        this.calls = calls;
        this.summary = new Summary(orders, submissions);
    }

    public void addTo(Routes routes) {
        routes.add(Endpoint.control("GET", "received", this::received));
        routes.add(Endpoint.control("GET", "calls", this::calls));
        routes.add(Endpoint.control("DELETE", "calls", call -> {
            calls.clear();
            return Answer.ok(Json.object());
        }));
        routes.add(Endpoint.control("GET", "summary", call -> Answer.ok(summary.json())));
    }

    private Answer received(Call call) {
        String kind = call.query().get("kind");
        String number = call.query().get("number");
        String order = call.query().get("order");
        String verdict = call.query().get("verdict");
        boolean documents = !"false".equals(call.query().get("documents"));
        if (kind != null && Arrays.stream(Kind.values()).noneMatch(k -> k.name().equals(kind))) {
            throw Problem.invalid("kind is one of " + Arrays.toString(Kind.values()) + ".");
        }
        List<Submission> from = kind != null && number != null ? submissions.of(Kind.valueOf(kind), number) : submissions.all();
        ArrayNode shown = Json.array();
        from.stream().filter(s -> (kind == null || s.kind().name().equals(kind)) && (number == null || s.number().equals(number))
            && (order == null || s.orders().contains(order)) && (verdict == null || s.verdict().name().equals(verdict)))
            .forEach(s -> shown.add(shown(s, documents)));
        return Answer.ok(shown);
    }

    private static ObjectNode shown(Submission submission, boolean document) {
        ObjectNode json = Json.object().put("kind", submission.kind().name()).put("vendorGroup", submission.account().name())
            .put("number", submission.number()).put("received", submission.received().toString())
            .put("transactionId", submission.transactionId()).put("verdict", submission.verdict().name())
            .put("repeated", submission.repeated());
        json.set("orders", Json.MAPPER.valueToTree(submission.orders()));
        json.set("reasons", Json.MAPPER.valueToTree(submission.reasons()));
        if (document) {
            json.set("document", Json.read(submission.document()));
        }
        return json;
    }

    private Answer calls(Call call) {
        ObjectNode json = Json.object();
        json.set("counts", Json.MAPPER.valueToTree(calls.counts()));
        json.set("throttled", Json.MAPPER.valueToTree(calls.throttled()));
        String last = call.query().get("last");
        if (last != null) {
            if (!last.matches("\\d{1,6}")) {
                throw Problem.invalid("last is a number.");
            }
            json.set("last", Json.MAPPER.valueToTree(calls.last(Integer.parseInt(last))));
        }
        return Answer.ok(json);
    }
}
