// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards.acknowledgment;

import io.acornhub.canonical.OrderAcknowledgment;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.OrderState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A line of the answer beside the line that it answers; lines that were not ordered are another guard's matter. */
record AnsweredLine(String path, OrderAcknowledgment.Line line, OrderState.Line ordered) {

    static List<AnsweredLine> of(OrderAcknowledgment answer, OrderBook book) {
        Optional<OrderState> order = book.order(answer.poNumber());
        List<AnsweredLine> found = new ArrayList<>();
        for (int i = 0; order.isPresent() && i < answer.lines().size(); i++) {
            OrderAcknowledgment.Line line = answer.lines().get(i);
            String path = "lines[" + i + "]";
            order.get().line(line.lineNo()).ifPresent(ordered -> found.add(new AnsweredLine(path, line, ordered)));
        }
        return found;
    }

    BigDecimal answered() {
        return line.dispositions().stream().filter(d -> d.quantity() != null).map(d -> d.quantity().amount())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    boolean inUnitOrdered() {
        return line.dispositions().stream().allMatch(d -> d.quantity() == null || ordered.unit().equals(d.quantity().unit()));
    }
}
