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
import io.acornhub.simulator.internal.orders.OrderLine;
import io.acornhub.simulator.internal.orders.OrderReader;
import io.acornhub.simulator.internal.orders.PurchaseOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Amazon's test of a new vendor: two orders, one with an article that is discontinued and must be rejected, one with an article that
 * must be put on back order. The report says of each step whether it was passed, and why not. Guarded by the state's lock.
 */
final class Onboarding {
    private static final Duration ANSWER_WITHIN = Duration.ofHours(24);
    private static final int QUANTITY = 10;
    private final World world;
    private final EdiPartner partner;
    private final List<Test> tests = new ArrayList<>();

    /** A test order and the line that it is about. */
    private record Test(String number, String line, String expected) {
    }

    Onboarding(World world, EdiPartner partner) {
        this.world = world;
        this.partner = partner;
    }

    /**
     * {@code POST /_sim/edi/onboarding}: {@code {"vendorCode": "ACME1", "inStock": "AC-1000", "discontinued": "AC-OLD4",
     * "backOrder": "AC-2000"}}; articles are the vendor's own numbers or GTINs.
     */
    Answer start(Call call) {
        JsonNode body = call.json();
        String vendorCode = body.path("vendorCode").asText(world.accounts().first().group().vendorCodes().get(0));
        String inStock = body.path("inStock").asText("614141000104");
        String discontinued = body.path("discontinued").asText("614141000401");
        String backOrder = body.path("backOrder").asText("614141000203");
        tests.clear();
        place(vendorCode, inStock, discontinued, "rejected");
        place(vendorCode, inStock, backOrder, "back-ordered");
        partner.send(tests.stream().map(Test::number).toList());
        ObjectNode answer = Json.object();
        ArrayNode numbers = answer.putArray("purchaseOrderNumbers");
        tests.forEach(test -> numbers.add(test.number));
        return Answer.of(201, answer);
    }

    private void place(String vendorCode, String inStock, String other, String expected) {
        Instant now = world.clock().instant();
        String number = number(now);
        Instant day = now.truncatedTo(ChronoUnit.DAYS);
        ObjectNode order = Json.object().put("purchaseOrderNumber", number).put("purchaseOrderState", "New");
        ObjectNode details = order.putObject("orderDetails").put("purchaseOrderDate", now.toString())
            .put("purchaseOrderStateChangedDate", now.toString()).put("purchaseOrderType", "RegularOrder")
            .put("paymentMethod", "Invoice");
        for (String party : List.of("buyingParty", "shipToParty", "billToParty")) {
            details.putObject(party).put("partyId", party.equals("billToParty") ? "AMZUS" : "PHX6");
        }
        details.putObject("sellingParty").put("partyId", vendorCode);
        details.put("deliveryWindow", day.plus(Duration.ofDays(7)) + "--" + day.plus(Duration.ofDays(14)));
        ArrayNode items = details.putArray("items");
        item(items, inStock, false);
        item(items, other, true);
        PurchaseOrder placed = new OrderReader(world.accounts()).read(order, now);
        world.orders().add(placed, now);
        tests.add(new Test(number, "2", expected));
    }

    private String number(Instant now) {
        long from = now.toEpochMilli() / 1000 + tests.size();
        String text = "T" + Long.toString(from % 78_364_164_096L, 36).toUpperCase(Locale.ROOT);
        while (world.orders().find(text).isPresent()) {
            text = "T" + Long.toString(++from % 78_364_164_096L, 36).toUpperCase(Locale.ROOT);
        }
        return String.format("%-8s", text).replace(' ', '0').substring(0, 8);
    }

    private static void item(ArrayNode items, String article, boolean backOrder) {
        ObjectNode item = items.addObject().put("itemSequenceNumber", Integer.toString(items.size()))
            .put("vendorProductIdentifier", article).put("isBackOrderAllowed", backOrder);
        item.putObject("orderedQuantity").put("amount", QUANTITY).put("unitOfMeasure", "Eaches").put("unitSize", 1);
        item.putObject("netCost").put("currencyCode", "USD").put("amount", "12.50");
    }

    /** {@code GET /_sim/edi/onboarding}. */
    Answer report(Call call) {
        if (tests.isEmpty()) {
            throw Problem.notFound("No onboarding was started: POST /_sim/edi/onboarding.");
        }
        ObjectNode report = Json.object();
        ArrayNode steps = report.putArray("steps");
        for (Test test : tests) {
            PurchaseOrder order = world.orders().find(test.number).orElseThrow();
            step(steps, order, "997 for the 850", partner.sent().answerOf("850", test.number), "A",
                "the vendor's 997 says " + partner.sent().answerOf("850", test.number));
            acknowledged(steps, order, test);
            documents(steps, order, "856");
            documents(steps, order, "810");
        }
        boolean failed = has(steps, "failed");
        report.put("result", failed ? "failed" : has(steps, "waiting") ? "waiting" : "passed");
        return Answer.ok(report);
    }

    private static boolean has(ArrayNode steps, String result) {
        for (JsonNode step : steps) {
            if (step.path("result").asText().equals(result)) {
                return true;
            }
        }
        return false;
    }

    private static void step(ArrayNode steps, PurchaseOrder order, String what, String found, String wanted, String why) {
        String result = found.isEmpty() ? "waiting" : found.equals(wanted) ? "passed" : "failed";
        ObjectNode step = steps.addObject().put("purchaseOrderNumber", order.number()).put("step", what).put("result", result);
        if (result.equals("failed")) {
            step.put("why", why);
        }
    }

    private void acknowledged(ArrayNode steps, PurchaseOrder order, Test test) {
        Optional<ReceivedSet> answer = last("855", order.number());
        String verdict = answer.map(ReceivedSet::verdict).orElse("");
        step(steps, order, "855 is right", verdict, "ACCEPTED", String.join("; ", answer.map(ReceivedSet::reasons).orElse(List.of())));
        if (!verdict.equals("ACCEPTED") && !verdict.equals("DEFECTIVE")) {
            return;
        }
        boolean inTime = !answer.orElseThrow().received().isAfter(order.created().plus(ANSWER_WITHIN));
        step(steps, order, "855 within 24 hours", inTime ? "A" : "late", "A", "it came at " + answer.get().received());
        OrderLine line = order.line(test.line).orElseThrow();
        step(steps, order, "line " + test.line + " (" + line.vendorProduct() + ") is " + test.expected, said(line), test.expected,
            "it is " + said(line));
        OrderLine other = order.line("1").orElseThrow();
        step(steps, order, "line 1 (" + other.vendorProduct() + ") is accepted", said(other), "accepted", "it is " + said(other));
    }

    /** What the acknowledgement makes of a line: one word where all of it is one, else {@code mixed}. */
    private static String said(OrderLine line) {
        List<String> codes = line.entries().stream().filter(entry -> entry.amount() > 0).map(OrderLine.Entry::code).distinct().toList();
        if (codes.isEmpty()) {
            return "rejected";
        } else if (codes.size() > 1) {
            return "mixed: " + codes;
        }
        return switch (codes.get(0)) {
            case "Accepted" -> "accepted";
            case "Backordered" -> "back-ordered";
            default -> "rejected";
        };
    }

    private void documents(ArrayNode steps, PurchaseOrder order, String code) {
        Optional<ReceivedSet> found = last(code, order.number());
        step(steps, order, code + " is right", found.map(ReceivedSet::verdict).orElse(""), "ACCEPTED",
            String.join("; ", found.map(ReceivedSet::reasons).orElse(List.of())));
    }

    private Optional<ReceivedSet> last(String code, String number) {
        return partner.received().stream().filter(set -> set.code().equals(code) && set.orders().contains(number))
            .reduce((earlier, later) -> later);
    }
}
