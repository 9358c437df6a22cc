// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.demo;

import io.acornhub.lifecycle.OrderFigures;
import io.acornhub.lifecycle.OrderOverview;
import io.acornhub.sellingpartner.Settlements;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** What a story comes to: the figures of its order, and whether they are what the story says. */
@Component
@ConditionalOnProperty("acorn.demo")
class StoryEnd {
    private static final Logger LOG = LoggerFactory.getLogger("io.acornhub.demo");
    private final OrderOverview orders;
    private final Settlements settlements;

    StoryEnd(OrderOverview orders, Settlements settlements) {
        this.orders = orders;
        this.settlements = settlements;
    }

    void tell(Story story) {
        Map<String, BigDecimal> figures = figures(story);
        LOG.info("demo      Order {}: {}", story.order(), figures.entrySet().stream()
            .map(f -> f.getKey() + " " + f.getValue().toPlainString()).collect(Collectors.joining(", ")));
        story.figures().forEach((name, told) -> {
            if (figures.get(name) == null || figures.get(name).compareTo(told) != 0) {
                LOG.error("demo      {} should be {} and is {}", name, told, figures.get(name));
            }
        });
    }

    /** Ordered to shipped in units, invoiced to open and settled (what Amazon says it paid) in the order's currency. */
    Map<String, BigDecimal> figures(Story story) {
        OrderFigures order = orders.figures(story.partner(), story.order());
        Map<String, BigDecimal> figures = new LinkedHashMap<>();
        figures.put("ordered", sum(order, OrderFigures.Line::ordered));
        figures.put("accepted", sum(order, OrderFigures.Line::accepted));
        figures.put("backOrdered", sum(order, OrderFigures.Line::backOrdered));
        figures.put("rejected", sum(order, OrderFigures.Line::rejected));
        figures.put("shipped", sum(order, OrderFigures.Line::shipped));
        figures.put("invoiced", money(order.money().invoiced()));
        figures.put("paid", money(order.money().paid()));
        figures.put("discount", money(order.money().discount()));
        figures.put("deducted", money(order.money().deducted()));
        figures.put("open", money(order.money().open()));
        if (story.byApi()) {
            figures.put("settled", money(order.invoices().stream().flatMap(i -> settlements.find(story.partner(), i.number()).stream())
                .map(kept -> kept.invoice().paid()).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add)));
        }
        return figures;
    }

    private static BigDecimal sum(OrderFigures order, Function<OrderFigures.Line, BigDecimal> figure) {
        BigDecimal sum = order.lines().stream().map(figure).reduce(BigDecimal.ZERO, BigDecimal::add).stripTrailingZeros();
        return sum.scale() < 0 ? sum.setScale(0) : sum;
    }

    private static BigDecimal money(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.UNNECESSARY);
    }
}
