// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import static io.acornhub.lifecycle.OrderState.Step.ACKNOWLEDGED;
import static io.acornhub.lifecycle.OrderState.Step.CANCELLED;
import static io.acornhub.lifecycle.OrderState.Step.CLOSED;
import static io.acornhub.lifecycle.OrderState.Step.INVOICED;
import static io.acornhub.lifecycle.OrderState.Step.NEW;
import static io.acornhub.lifecycle.OrderState.Step.PAID;
import static io.acornhub.lifecycle.OrderState.Step.PARTLY_INVOICED;
import static io.acornhub.lifecycle.OrderState.Step.PARTLY_PAID;
import static io.acornhub.lifecycle.OrderState.Step.PARTLY_SHIPPED;
import static io.acornhub.lifecycle.OrderState.Step.SHIPPED;

import io.acornhub.lifecycle.OrderState.Step;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The state machine of an order as a table: for each act of a document and each step the order may stand on, the steps that may
 * follow, or why it can never be right. Which of the steps follows is a matter of the quantities. What is merely wrong most of
 * the time (goods without acknowledgment, an invoice before the goods) is for the guards, which an agreement can set.
 */
public final class Steps {
    private static final Map<Act, Map<Step, Cell>> TABLE = table();

    private Steps() {
    }

    /**
     * One cell.
     *
     * @param next the steps that may follow; empty for an illegal act
     * @param why the reason it is illegal, as the second half of a sentence; null for a legal act
     */
    public record Cell(Set<Step> next, String why) {
        public boolean legal() {
            return why == null;
        }
    }

    /** What holds for this act on an order that stands on this step. */
    public static Cell of(Act act, Step step) {
        return TABLE.get(act).get(step);
    }

    private static Map<Act, Map<Step, Cell>> table() {
        Map<Act, Map<Step, Cell>> table = new EnumMap<>(Act.class);
        for (Act act : Act.values()) {
            if (act.ofOrders()) {
                table.put(act, new EnumMap<>(Step.class));
            }
        }
        fromAmazon(table);
        answers(table);
        goods(table);
        money(table);
        return table;
    }

    private static void fromAmazon(Map<Act, Map<Step, Cell>> table) {
        illegal(table, Act.ORDER, "a purchase order number makes one order and no second", Step.values());

        legal(table, Act.CHANGE, NEW, NEW, CANCELLED);
        legal(table, Act.CHANGE, ACKNOWLEDGED, ACKNOWLEDGED, CANCELLED);
        legal(table, Act.CHANGE, PARTLY_SHIPPED, PARTLY_SHIPPED, SHIPPED);
        legal(table, Act.CHANGE, SHIPPED, SHIPPED, PARTLY_SHIPPED);
        legal(table, Act.CHANGE, PARTLY_INVOICED, PARTLY_INVOICED, INVOICED);
        legal(table, Act.CHANGE, PARTLY_PAID, PARTLY_PAID, PAID, CLOSED);
        illegal(table, Act.CHANGE, "what was promised of it is invoiced already", INVOICED, PAID, CLOSED);
        illegal(table, Act.CHANGE, "nothing of it is to come, so nothing can change", CANCELLED);

        legal(table, Act.CANCELLATION, NEW, CANCELLED);
        legal(table, Act.CANCELLATION, ACKNOWLEDGED, CANCELLED);
        legal(table, Act.CANCELLATION, CANCELLED, CANCELLED);
        legal(table, Act.CANCELLATION, PARTLY_SHIPPED, SHIPPED);
        legal(table, Act.CANCELLATION, PARTLY_INVOICED, PARTLY_INVOICED, INVOICED);
        legal(table, Act.CANCELLATION, PARTLY_PAID, PARTLY_PAID, PAID, CLOSED);
        illegal(table, Act.CANCELLATION, "everything promised is on its way already", SHIPPED, INVOICED, PAID, CLOSED);

        for (Step step : Step.values()) {
            legal(table, Act.ROUTING_INSTRUCTION, step, step);
        }
    }

    private static void answers(Map<Act, Map<Step, Cell>> table) {
        for (Act act : Set.of(Act.ACKNOWLEDGMENT, Act.CHANGE_ACKNOWLEDGMENT)) {
            legal(table, act, NEW, ACKNOWLEDGED, CANCELLED);
            legal(table, act, ACKNOWLEDGED, ACKNOWLEDGED, CANCELLED);
            legal(table, act, CANCELLED, ACKNOWLEDGED, CANCELLED);
            legal(table, act, PARTLY_SHIPPED, PARTLY_SHIPPED, SHIPPED);
            legal(table, act, SHIPPED, PARTLY_SHIPPED, SHIPPED);
            legal(table, act, PARTLY_INVOICED, PARTLY_INVOICED, INVOICED);
            legal(table, act, PARTLY_PAID, PARTLY_PAID, PAID, CLOSED);
            illegal(table, act, "everything promised is invoiced, so there is nothing left to answer", INVOICED, PAID, CLOSED);
        }
        for (Step step : EnumSet.of(NEW, ACKNOWLEDGED, PARTLY_SHIPPED, SHIPPED, PARTLY_INVOICED, INVOICED, PARTLY_PAID)) {
            legal(table, Act.ROUTING_REQUEST, step, step);
        }
        illegal(table, Act.ROUTING_REQUEST, "there are no goods left to be collected", PAID, CLOSED, CANCELLED);
    }

    private static void goods(Map<Act, Map<Step, Cell>> table) {
        legal(table, Act.SHIPMENT, NEW, PARTLY_SHIPPED, SHIPPED);
        legal(table, Act.SHIPMENT, ACKNOWLEDGED, PARTLY_SHIPPED, SHIPPED);
        legal(table, Act.SHIPMENT, PARTLY_SHIPPED, PARTLY_SHIPPED, SHIPPED);
        legal(table, Act.SHIPMENT, SHIPPED, PARTLY_SHIPPED, SHIPPED);
        legal(table, Act.SHIPMENT, PARTLY_INVOICED, PARTLY_INVOICED);
        legal(table, Act.SHIPMENT, INVOICED, INVOICED);
        legal(table, Act.SHIPMENT, PARTLY_PAID, PARTLY_PAID, PAID, CLOSED);
        legal(table, Act.SHIPMENT, PAID, PARTLY_PAID, PAID);
        illegal(table, Act.SHIPMENT, "everything promised is shipped, invoiced and paid", CLOSED);
        illegal(table, Act.SHIPMENT, "nothing of it is to be shipped", CANCELLED);

        legal(table, Act.SHIPMENT_CANCELLATION, PARTLY_SHIPPED, NEW, ACKNOWLEDGED, PARTLY_SHIPPED, CANCELLED);
        legal(table, Act.SHIPMENT_CANCELLATION, SHIPPED, NEW, ACKNOWLEDGED, PARTLY_SHIPPED, SHIPPED, CANCELLED);
        legal(table, Act.SHIPMENT_CANCELLATION, PARTLY_INVOICED, PARTLY_INVOICED, INVOICED);
        legal(table, Act.SHIPMENT_CANCELLATION, PARTLY_PAID, PARTLY_PAID, PAID, CLOSED);
        illegal(table, Act.SHIPMENT_CANCELLATION, "nothing of it has been shipped", NEW, ACKNOWLEDGED, CANCELLED);
        illegal(table, Act.SHIPMENT_CANCELLATION, "the goods are invoiced; send a credit note first", INVOICED, PAID, CLOSED);
    }

    private static void money(Map<Act, Map<Step, Cell>> table) {
        for (Step step : EnumSet.of(NEW, ACKNOWLEDGED, PARTLY_SHIPPED, SHIPPED, PARTLY_INVOICED)) {
            legal(table, Act.INVOICE, step, PARTLY_INVOICED, INVOICED, PARTLY_PAID, PAID, CLOSED);
        }
        legal(table, Act.INVOICE, INVOICED, INVOICED, PARTLY_PAID, PAID, CLOSED);
        for (Step step : EnumSet.of(PARTLY_PAID, PAID, CLOSED)) {
            legal(table, Act.INVOICE, step, PARTLY_PAID, PAID, CLOSED);
        }
        illegal(table, Act.INVOICE, "nothing of it was shipped or is to come", CANCELLED);

        legal(table, Act.CREDIT, PARTLY_INVOICED, PARTLY_INVOICED);
        legal(table, Act.CREDIT, INVOICED, INVOICED);
        for (Step step : EnumSet.of(PARTLY_PAID, PAID, CLOSED)) {
            legal(table, Act.CREDIT, step, PARTLY_PAID, PAID, CLOSED);
        }
        illegal(table, Act.CREDIT, "nothing of it has been invoiced", NEW, ACKNOWLEDGED, PARTLY_SHIPPED, SHIPPED, CANCELLED);

        // Money that came is a fact, whatever the order stands on.
        for (Step step : EnumSet.of(NEW, ACKNOWLEDGED, PARTLY_SHIPPED, SHIPPED, CANCELLED)) {
            legal(table, Act.PAYMENT, step, step);
        }
        legal(table, Act.PAYMENT, PARTLY_INVOICED, PARTLY_INVOICED, PARTLY_PAID);
        legal(table, Act.PAYMENT, INVOICED, INVOICED, PARTLY_PAID, PAID, CLOSED);
        for (Step step : EnumSet.of(PARTLY_PAID, PAID, CLOSED)) {
            legal(table, Act.PAYMENT, step, PARTLY_PAID, PAID, CLOSED);
        }
    }

    private static void legal(Map<Act, Map<Step, Cell>> table, Act act, Step from, Step first, Step... others) {
        table.get(act).put(from, new Cell(EnumSet.of(first, others), null));
    }

    private static void illegal(Map<Act, Map<Step, Cell>> table, Act act, String why, Step... steps) {
        for (Step step : steps) {
            table.get(act).put(step, new Cell(Set.of(), why));
        }
    }
}
