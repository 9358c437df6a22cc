// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.submission;

import io.acornhub.interchange.Leases;
import io.acornhub.lifecycle.OrderReceipts;
import io.acornhub.lifecycle.OrderReceipts.Receipt;
import io.acornhub.routing.SubmissionSettings;
import io.acornhub.routing.internal.StageTools;
import io.acornhub.routing.internal.submission.AmazonReads.Read;
import io.acornhub.sellingpartner.Call;
import io.acornhub.sellingpartner.Connection;
import io.acornhub.sellingpartner.Connections;
import io.acornhub.sellingpartner.ItemAmount;
import io.acornhub.sellingpartner.Operation;
import io.acornhub.sellingpartner.OrderStatus;
import io.acornhub.sellingpartner.StatusCursors;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apache.camel.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What getPurchaseOrdersStatus says of orders: read by the time of change in overlapping windows, kept as receipts of our orders.
 * An empty list proves nothing, so each window begins before the last one ended, and the last seven days are read again now and then.
 */
@Component("orderStatuses")
public class OrderStatuses {
    static final Duration OVERLAP = Duration.ofMinutes(10);
    private static final Duration LONGEST_WINDOW = Duration.ofDays(7);
    private static final Duration FIRST_LOOK_BACK = Duration.ofDays(30);
    /** After a read that Amazon refused. */
    private static final Duration FAILED = Duration.ofMinutes(5);
    private static final Logger LOG = LoggerFactory.getLogger(OrderStatuses.class);
    private final AmazonReads reads;
    private final StageTools tools;
    private final OrderReceipts receipts;
    private final StatusCursors cursors;
    private final Connections connections;
    private final Leases leases;
    private final Pauses pauses;
    private final SubmissionSettings settings;
    private final Clock clock;

    public OrderStatuses(AmazonReads reads, StageTools tools, OrderReceipts receipts, StatusCursors cursors, Connections connections,
                         Leases leases, Pauses pauses, SubmissionSettings settings, Clock clock) {
        this.reads = reads;
        this.tools = tools;
        this.receipts = receipts;
        this.cursors = cursors;
        this.connections = connections;
        this.leases = leases;
        this.pauses = pauses;
        this.settings = settings;
        this.clock = clock;
    }

    /** Reads what changed since the last time, if that is due. The cursor moves window by window, each when all its pages came. */
    public void poll(@Header("AcornConnection") String name) {
        Instant now = clock.instant();
        Optional<StatusCursors.Cursor> cursor = cursors.find(name, StatusCursors.Kind.ORDERS);
        if (cursor.isPresent() && now.isBefore(cursor.get().readAt().plus(settings.statusEvery()))
            || pauses.until(name, Operation.GET_PURCHASE_ORDERS_STATUS) != null || !leases.holds("statuses-" + name)) {
            return;
        }
        Connection connection = connections.find(name).orElseThrow();
        boolean again = cursors.find(name, StatusCursors.Kind.ORDERS_AGAIN).map(c -> now.isAfter(c.readAt().plus(settings.statusAgain())))
            .orElse(true);
        Instant from = cursor.map(c -> c.until().minus(OVERLAP)).map(f -> again && f.isAfter(now.minus(LONGEST_WINDOW))
            ? now.minus(LONGEST_WINDOW) : f).orElse(now.minus(FIRST_LOOK_BACK));
        while (from.isBefore(now)) {
            Instant to = from.plus(LONGEST_WINDOW).isBefore(now) ? from.plus(LONGEST_WINDOW) : now;
            Read failed = window(connection, from, to, (status, read) -> { });
            if (failed != null) {
                LOG.warn("status    {}: {}", name, failed.words());
                pauses.pause(name, Operation.GET_PURCHASE_ORDERS_STATUS, failed.after() == null ? FAILED : failed.after());
                return;
            }
            tools.transaction().executeWithoutResult(s -> cursors.moved(name, StatusCursors.Kind.ORDERS, to, clock.instant()));
            from = to;
        }
        if (again) {
            tools.transaction().executeWithoutResult(s -> cursors.moved(name, StatusCursors.Kind.ORDERS_AGAIN, now, clock.instant()));
        }
    }

    /**
     * The statuses of every order that changed since a time, with the page each stands on; their receipts are kept.
     *
     * @return null when every page came, else the read that gave none
     */
    Read changedSince(Connection connection, Instant since, BiConsumer<OrderStatus, Read> taker) {
        Instant now = clock.instant();
        for (Instant from = since; from.isBefore(now); from = from.plus(LONGEST_WINDOW)) {
            Instant to = from.plus(LONGEST_WINDOW).isBefore(now) ? from.plus(LONGEST_WINDOW) : now;
            Read failed = window(connection, from, to, taker);
            if (failed != null) {
                return failed;
            }
        }
        return null;
    }

    private Read window(Connection connection, Instant from, Instant to, BiConsumer<OrderStatus, Read> taker) {
        Call call = Call.of(Operation.GET_PURCHASE_ORDERS_STATUS).query("limit", "100").query("updatedAfter", from.toString())
            .query("updatedBefore", to.toString());
        return reads.pages(connection, call, page -> {
            List<OrderStatus> statuses = OrderStatus.page(page.json());
            take(connection.partner(), statuses);
            statuses.forEach(status -> taker.accept(status, page));
        });
    }

    /** Keeps what was received of orders that are ours; most of what overlapping windows show is kept already. */
    void take(String partner, List<OrderStatus> statuses) {
        tools.transaction().executeWithoutResult(s -> {
            for (OrderStatus status : statuses) {
                if (receipts.knows(partner, status.poNumber())) {
                    take(partner, status);
                }
            }
        });
    }

    private void take(String partner, OrderStatus status) {
        Map<String, Receipt> kept = receipts.of(partner, status.poNumber()).stream().collect(Collectors.toMap(Receipt::lineNo, r -> r));
        for (OrderStatus.Line line : status.lines()) {
            Receipt receipt = receipt(status, line);
            if (receipt != null && (kept.get(line.lineNo()) == null || !receipt.saysNoMoreThan(kept.get(line.lineNo())))) {
                receipts.take(partner, status.poNumber(), receipt, clock.instant());
            }
        }
    }

    /** Null where nothing is said of receipts. */
    private static Receipt receipt(OrderStatus status, OrderStatus.Line line) {
        ItemAmount received = line.received();
        return line.receipt() == null && received == null ? null : new Receipt(line.lineNo(),
            received == null ? BigDecimal.ZERO : received.amount(), unit(received), received == null ? null : received.unitSize(),
            line.receipt(), line.receivedAt(), status.updatedAt());
    }

    private static String unit(ItemAmount amount) {
        return amount == null || amount.unit() == null ? null : amount.unit().startsWith("CASE") ? "CASE"
            : amount.unit().startsWith("EACH") ? "EACH" : amount.unit();
    }

    /** Line numbers without regard to leading zeros. */
    static boolean same(String one, String other) {
        return one != null && other != null && one.replaceFirst("^0+(?=.)", "").equals(other.replaceFirst("^0+(?=.)", ""));
    }
}
