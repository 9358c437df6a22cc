// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.orders;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acornhub.simulator.internal.access.Account;
import io.acornhub.simulator.internal.access.Accounts;
import io.acornhub.simulator.internal.base.Json;
import io.acornhub.simulator.internal.base.Problem;
import io.acornhub.simulator.internal.orders.Generator.Item;
import io.acornhub.simulator.internal.orders.OrderLine.Entry;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The test orders that Amazon sends a new vendor: a plain one, one with a discontinued item that must be rejected, one with an item
 * that must be put on back-order. Each has a line of the plain item too. Says of each whether it was answered right.
 */
public final class Onboarding {
    private static final Item PLAIN = new Item("B0ACORN001", "4012345000016", new BigDecimal("12.50"), 6);
    private static final Item DISCONTINUED = new Item("B0ACORN002", "4012345000023", new BigDecimal("8.00"), 6);
    private static final Item BACK_ORDER = new Item("B0ACORN003", "4012345000030", new BigDecimal("3.75"), 6);
    private final Accounts accounts;
    private final Orders orders;
    private final Map<String, Expected> expected = new LinkedHashMap<>();
    private int sets;

    private enum Expected {
        ACCEPTED, REJECTED, BACK_ORDERED
    }

    /** The items to test with; the simulator's own unless said. */
    public record Wish(String vendorCode, String shipTo, Item plain, Item discontinued, Item backOrder) {
    }

    public Onboarding(Accounts accounts, Orders orders) {
        this.accounts = accounts;
        this.orders = orders;
    }

    /** The orders in Amazon's JSON; remembers what they test. */
    public List<ObjectNode> make(Wish wish, Instant now) {
        String code = wish.vendorCode() == null ? accounts.first().group().vendorCodes().get(0) : wish.vendorCode();
        Account account = accounts.holding(code).orElseThrow(() -> Problem.invalid("Nobody has the vendor code " + code + "."));
        String centre = wish.shipTo() == null ? "PHX7" : wish.shipTo();
        Item plain = wish.plain() == null ? PLAIN : wish.plain();
        Map<Expected, Item> tests = new LinkedHashMap<>();
        tests.put(Expected.ACCEPTED, plain);
        tests.put(Expected.REJECTED, wish.discontinued() == null ? DISCONTINUED : wish.discontinued());
        tests.put(Expected.BACK_ORDERED, wish.backOrder() == null ? BACK_ORDER : wish.backOrder());
        List<ObjectNode> made = new ArrayList<>();
        String set = String.format("TEST%03d", ++sets);
        tests.forEach((what, item) -> {
            String number = set + (what.ordinal() + 1);
            ObjectNode order = Generator.header(number, account.group(), code, centre, now, 14);
            ArrayNode lines = ((ObjectNode) order.get("orderDetails")).putArray("items");
            String currency = account.group().currency();
            lines.add(Generator.line(1, plain, 6, false, false, currency));
            if (what != Expected.ACCEPTED) {
                lines.add(Generator.line(2, item, 12, false, what == Expected.BACK_ORDERED, currency));
            }
            expected.put(number, what);
            made.add(order);
        });
        return made;
    }

    /** Each test order with its result: open, passed, or failed and why. */
    public ArrayNode results() {
        ArrayNode results = Json.array();
        expected.forEach((number, what) -> orders.find(number).ifPresent(order -> {
            String fault = fault(order, what);
            results.addObject().put("purchaseOrderNumber", number).put("expects", switch (what) {
                case ACCEPTED -> "line 1 accepted in full";
                case REJECTED -> "line 1 accepted in full, line 2 (discontinued) rejected as ObsoleteProduct";
                case BACK_ORDERED -> "line 1 accepted in full, line 2 back-ordered with a date";
            }).put("result", !order.acknowledged() ? "open" : fault == null ? "passed" : "failed").put("why", fault);
        }));
        return results;
    }

    private static String fault(PurchaseOrder order, Expected what) {
        if (!order.acknowledged()) {
            return null;
        }
        List<Entry> first = order.lines().get(0).entries();
        if (first.stream().anyMatch(e -> e.amount() > 0 && !e.code().equals("Accepted"))) {
            return "line 1 is not accepted in full";
        }
        if (what == Expected.ACCEPTED) {
            return null;
        }
        List<Entry> second = order.lines().get(1).entries();
        boolean right = what == Expected.REJECTED
            ? second.stream().allMatch(e -> e.rejected() && "ObsoleteProduct".equals(e.reason()))
            : second.stream().anyMatch(e -> e.code().equals("Backordered") && e.amount() > 0);
        return right ? null : "line 2 was answered with " + second;
    }
}
