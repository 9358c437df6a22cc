// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.internal;

import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.Act;
import io.acornhub.lifecycle.OrderState.Step;
import io.acornhub.lifecycle.Steps;
import io.acornhub.lifecycle.internal.StepLog.Doing;
import io.acornhub.lifecycle.internal.StepLog.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Moves orders from step to step and writes down what moved them or was refused. Expects their rows to be locked. */
public final class Progress {
    private final Counted counted;
    private final OrderReader reader;
    private final OrderTable orders;
    private final StepLog log;

    public Progress(JdbcTemplate jdbc) {
        this.counted = new Counted(jdbc);
        this.reader = new OrderReader(jdbc);
        this.orders = new OrderTable(jdbc);
        this.log = new StepLog(jdbc);
    }

    /** What the table of steps says against it, order by order. */
    public List<Fault> refusals(Doing doing, Collection<OrderTable.Header> known) {
        List<Fault> faults = new ArrayList<>();
        for (OrderTable.Header order : known) {
            Steps.Cell cell = Steps.of(doing.act(), order.step());
            if (!cell.legal()) {
                faults.add(Fault.onPath(FaultCode.ILLEGAL_STEP, "poNumber", order.poNumber(), "Order " + order.poNumber() + " is "
                    + order.step() + ", and " + cell.why() + ": the " + doing.act().words()
                    + (doing.number() == null || doing.number().equals(order.poNumber()) ? "" : " " + doing.number())
                    + " cannot be right. Check the order number; if it is right, drop this document and settle it with the other side."));
            }
        }
        return faults;
    }

    public void refused(Doing doing, Collection<String> numbers, Map<String, OrderTable.Header> known, List<Fault> why) {
        for (String po : numbers) {
            String words = why.stream().filter(f -> !FaultCode.ILLEGAL_STEP.equals(f.code()) || po.equals(f.value())
                || why.stream().noneMatch(other -> po.equals(other.value()))).map(Fault::inWords).collect(Collectors.joining(" "));
            log.refused(doing, po, known.containsKey(po) ? known.get(po).step() : Step.NEW, words);
        }
    }

    /**
     * Reads anew where the order stands, and notes the step.
     *
     * @param order as it was; null for an order that is unknown, of which only the note is written
     */
    public void step(Doing doing, String poNumber, OrderTable.Header order, Outcome outcome, String why) {
        if (order == null) {
            log.write(doing, poNumber, outcome, Step.NEW, Step.NEW, why == null ? "the order is unknown" : why);
            return;
        }
        log.write(doing, poNumber, outcome, order.step(), outcome == Outcome.ACCEPTED ? order.step() : stand(order), why);
    }

    private Step stand(OrderTable.Header order) {
        List<Counted.Row> rows = counted.ofOrder(order.partner(), order.poNumber());
        Step step = reader.read(order, rows).step();
        Counted.Row answer = last(rows, Act.ACKNOWLEDGMENT, Act.CHANGE_ACKNOWLEDGMENT);
        Counted.Row change = last(rows, Act.CHANGE, Act.CANCELLATION);
        orders.stand(order.partner(), order.poNumber(), step, answer, answer != null && (change == null || change.seq() < answer.seq()));
        return step;
    }

    private static Counted.Row last(List<Counted.Row> rows, Act one, Act other) {
        return rows.stream().filter(r -> r.counts() && (r.act() == one || r.act() == other)).reduce((a, b) -> b).orElse(null);
    }
}
