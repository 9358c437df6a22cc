// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import io.acornhub.lifecycle.OrderFigures;
import io.acornhub.lifecycle.OrderOverview;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whether the hub's figures of each order are what was played. */
final class Figures {
    private static final String PARTNER = "amazon-us";
    private final List<String> differ = new ArrayList<>();

    private Figures() {
    }

    /** What differs, in words. */
    static List<String> differing(OrderFlow flow, JdbcTemplate hub) {
        Figures figures = new Figures();
        OrderOverview overview = new OrderOverview(hub);
        for (WrittenOrder order : flow.orders()) {
            if (overview.find(order.po()).isEmpty()) {
                figures.differ.add(order.po() + " is not there");
            } else {
                figures.order(order, overview.figures(PARTNER, order.po()), flow.amazon().payments().of(order.po()));
            }
        }
        return figures.differ;
    }

    /** @param paid what Amazon paid of the order's invoice, null for nothing */
    private void order(WrittenOrder order, OrderFigures is, Payments.Item paid) {
        BigDecimal billed = order.goesOn() ? order.total() : BigDecimal.ZERO;
        quantity(order, is, "ordered", OrderFigures.Line::ordered, WrittenOrder.Line::quantity);
        quantity(order, is, "accepted", OrderFigures.Line::accepted, order::confirmed);
        quantity(order, is, "rejected", OrderFigures.Line::rejected, line -> line.quantity() - order.confirmed(line));
        quantity(order, is, "back-ordered", OrderFigures.Line::backOrdered, line -> 0);
        quantity(order, is, "shipped", OrderFigures.Line::shipped, line -> order.goesOn() ? order.confirmed(line) : 0);
        quantity(order, is, "invoiced", OrderFigures.Line::invoiced, line -> order.goesOn() ? order.confirmed(line) : 0);
        same(order, "money invoiced", is.money().invoiced(), billed);
        same(order, "money paid", is.money().paid(), paid == null ? BigDecimal.ZERO : paid.paid());
        same(order, "discount", is.money().discount(), paid == null ? BigDecimal.ZERO : paid.discount());
        same(order, "deducted", is.money().deducted(), paid == null ? BigDecimal.ZERO : paid.claimed());
        same(order, "open", is.money().open(), paid == null ? billed : BigDecimal.ZERO);
        same(order, "documents of invoices", BigDecimal.valueOf(is.invoices().size()), order.goesOn() ? BigDecimal.ONE : BigDecimal.ZERO);
    }

    private void quantity(WrittenOrder order, OrderFigures is, String what, Function<OrderFigures.Line, BigDecimal> found,
                          ToIntFunction<WrittenOrder.Line> should) {
        for (WrittenOrder.Line line : order.lines()) {
            BigDecimal sum = is.lines().stream().filter(l -> l.lineNo().equals(Integer.toString(line.number()))).map(found)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
            same(order, what + " of line " + line.number(), sum, BigDecimal.valueOf(should.applyAsInt(line)));
        }
    }

    private void same(WrittenOrder order, String what, BigDecimal is, BigDecimal should) {
        if (is.compareTo(should) != 0) {
            differ.add(order.po() + " " + what + ": " + is.toPlainString() + ", played " + should.toPlainString());
        }
    }
}
