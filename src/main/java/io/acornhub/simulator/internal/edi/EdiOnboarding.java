// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.edi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acornhub.simulator.internal.World;
import io.acornhub.simulator.internal.base.Json;
import io.acornhub.simulator.internal.base.Problem;
import io.acornhub.simulator.internal.http.Answer;
import io.acornhub.simulator.internal.http.Call;
import io.acornhub.simulator.internal.orders.Onboarding;
import io.acornhub.simulator.internal.orders.OrderReader;
import io.acornhub.simulator.internal.orders.PurchaseOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Amazon's test of a vendor who begins with EDI: the test orders go out as 850s, and the report says of each step whether it was
 * passed, and why not. Guarded by the state's lock.
 */
final class EdiOnboarding {
    private static final Duration ANSWER_WITHIN = Duration.ofHours(24);
    private final World world;
    private final EdiPartner partner;
    private final Onboarding tests;
    private final List<String> numbers = new ArrayList<>();

    EdiOnboarding(World world, EdiPartner partner) {
        this.world = world;
        this.partner = partner;
        this.tests = new Onboarding(world.accounts(), world.orders());
    }

    /**
     * {@code POST /_sim/edi/onboarding}: {@code {"vendorCode": "ACME1", "plain": {…}, "discontinued": {…}, "backOrder": {…}}}, all of
     * it optional, articles as in {@code POST /_sim/orders}.
     */
    Answer start(Call call) {
        Onboarding.Wish wish = wish(call.json());
        Instant now = world.clock().instant();
        List<ObjectNode> made = tests.make(wish, now);
        while (made.stream().anyMatch(order -> world.orders().find(order.path("purchaseOrderNumber").asText()).isPresent())) {
            made = tests.make(wish, now);
        }
        numbers.clear();
        OrderReader reader = new OrderReader(world.accounts());
        for (ObjectNode order : made) {
            PurchaseOrder placed = reader.read(order, now);
            world.orders().add(placed, now);
            numbers.add(placed.number());
        }
        partner.send(numbers);
        ObjectNode answer = Json.object();
        answer.set("purchaseOrderNumbers", Json.MAPPER.valueToTree(numbers));
        return Answer.of(201, answer);
    }

    private static Onboarding.Wish wish(JsonNode body) {
        try {
            return Json.MAPPER.convertValue(body, Onboarding.Wish.class);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("The body is no onboarding: " + e.getMessage());
        }
    }

    /** {@code GET /_sim/edi/onboarding}: every step, and {@code passed}, {@code failed} or {@code waiting} for all. */
    Answer report(Call call) {
        if (numbers.isEmpty()) {
            throw Problem.notFound("No onboarding was started: POST /_sim/edi/onboarding.");
        }
        ArrayNode steps = Json.array();
        for (String number : numbers) {
            String answer = partner.sent().answerOf("850", number);
            step(steps, number, "997 for the 850", answer, "A", "the vendor's 997 says " + answer);
            acknowledged(steps, number);
            for (String code : List.of("856", "810")) {
                document(steps, number, code);
            }
        }
        boolean failed = steps.findValuesAsText("result").contains("failed");
        boolean waiting = steps.findValuesAsText("result").contains("waiting");
        ObjectNode report = Json.object().put("result", failed ? "failed" : waiting ? "waiting" : "passed");
        report.set("steps", steps);
        return Answer.ok(report);
    }

    private static void step(ArrayNode steps, String number, String what, String found, String wanted, String why) {
        String result = found.isEmpty() ? "waiting" : found.equals(wanted) ? "passed" : "failed";
        ObjectNode step = steps.addObject().put("purchaseOrderNumber", number).put("step", what).put("result", result);
        if (result.equals("failed")) {
            step.put("why", why);
        }
    }

    private void acknowledged(ArrayNode steps, String number) {
        document(steps, number, "855");
        Optional<ReceivedSet> answer = last("855", number);
        if (answer.isPresent()) {
            Instant ordered = world.orders().find(number).orElseThrow().created();
            boolean inTime = !answer.get().received().isAfter(ordered.plus(ANSWER_WITHIN));
            step(steps, number, "855 within 24 hours", inTime ? "A" : "late", "A", "it came at " + answer.get().received());
        }
        for (JsonNode result : tests.results()) {
            if (result.path("purchaseOrderNumber").asText().equals(number)) {
                String found = result.path("result").asText();
                step(steps, number, result.path("expects").asText(), found.equals("open") ? "" : found, "passed",
                    result.path("why").asText());
            }
        }
    }

    private void document(ArrayNode steps, String number, String code) {
        Optional<ReceivedSet> found = last(code, number);
        step(steps, number, code + " is right", found.map(ReceivedSet::verdict).orElse(""), "ACCEPTED",
            String.join("; ", found.map(ReceivedSet::reasons).orElse(List.of())));
    }

    private Optional<ReceivedSet> last(String code, String number) {
        return partner.received().stream().filter(set -> set.code().equals(code) && set.orders().contains(number))
            .reduce((earlier, later) -> later);
    }
}
