// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.orders;

import io.acornhub.interchange.HubId;
import io.acornhub.lifecycle.Alarm;
import io.acornhub.lifecycle.Alarms;
import io.acornhub.lifecycle.OrderDoors;
import io.acornhub.partner.Partner;
import io.acornhub.routing.WorkMessage;
import io.acornhub.routing.internal.StageTools;
import io.acornhub.routing.internal.Sweep;
import io.acornhub.sellingpartner.Connection;
import io.acornhub.sellingpartner.SellingPartner;
import io.acornhub.sellingpartner.orders.OrderCursors;
import io.acornhub.sellingpartner.orders.OrderCursors.Cursor;
import io.acornhub.sellingpartner.orders.OrderCursors.Kind;
import io.acornhub.sellingpartner.orders.OrderGaps;
import io.acornhub.sellingpartner.orders.OrderPaging;
import io.acornhub.sellingpartner.orders.OrderWindow;
import io.acornhub.sellingpartner.orders.SeenOrder;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads the last days of a connection again, once a night: lists of Amazon's are empty now and then though there are orders, and an
 * order that came by no door at all shows nowhere else. What is missing is told and taken like any other order. A night is done
 * when its row is written, so one that a crash, an outage or a hub that did not run left out is made up for.
 */
@Component
public class GapSweeps {
    private static final Logger LOG = LoggerFactory.getLogger(GapSweeps.class);
    private static final int PAGES_AT_ONCE = 10;
    private static final int TOLD = 20;
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(5);
    /** How long pages may wait for identification before a sweep does without them. */
    private static final Duration SETTLED = Duration.ofHours(1);
    private final StageTools tools;
    private final SellingPartner seller;
    private final OrderCursors cursors;
    private final OrderGaps gaps;
    private final OrderDoors doors;
    private final OrderPages pages;
    private final OrderNumbers numbers;
    private final Alarms alarms;
    private final OrderSettings settings;
    private final Clock clock;
    private final Map<String, Running> running = new ConcurrentHashMap<>();
    private final Map<String, Instant> notBefore = new ConcurrentHashMap<>();

    GapSweeps(StageTools tools, SellingPartner seller, OrderCursors cursors, OrderGaps gaps, OrderDoors doors, OrderPages pages,
              OrderNumbers numbers, Alarms alarms, OrderSettings settings, Clock clock) {
        this.tools = tools;
        this.seller = seller;
        this.cursors = cursors;
        this.gaps = gaps;
        this.doors = doors;
        this.pages = pages;
        this.numbers = numbers;
        this.alarms = alarms;
        this.settings = settings;
        this.clock = clock;
    }

    /** A sweep under way. A process that dies makes it again. */
    private static final class Running {
        private final Instant due;
        private final Instant from;
        private OrderWindow window;
        private OrderPaging paging;
        private final Set<String> there = new TreeSet<>();
        private final Set<String> missing = new TreeSet<>();

        private Running(Instant due, Instant from) {
            this.due = due;
            this.from = from;
        }
    }

    /** Does a part of what is due; pages with something new are added to what goes to identification. */
    void look(Connection connection, List<WorkMessage> stored) {
        Running sweep = running.get(connection.name());
        if (sweep == null) {
            Optional<Running> due = due(connection);
            if (due.isEmpty()) {
                return;
            }
            sweep = due.get();
            running.put(connection.name(), sweep);
            window(connection, sweep, sweep.from);
        }
        for (int i = 0; i < PAGES_AT_ONCE; i++) {
            if (sweep.paging.more()) {
                if (!page(connection, sweep, stored)) {
                    return;
                }
            } else if (sweep.window.until().isBefore(sweep.due)) {
                window(connection, sweep, sweep.window.until());
            } else {
                running.remove(connection.name());
                done(connection, sweep);
                return;
            }
        }
    }

    /** Another process looks at the connection now. */
    void leave(String connection) {
        running.remove(connection);
    }

    private void window(Connection connection, Running sweep, Instant from) {
        Instant until = from.plus(OrderWindow.WIDEST);
        sweep.window = new OrderWindow(from, until.isBefore(sweep.due) ? until : sweep.due, true);
        sweep.paging = OrderPaging.of(seller, connection, Kind.CREATED, sweep.window, true);
    }

    /** The night that is to be done: its time has passed, looks have come as far, and what they found is identified. */
    private Optional<Running> due(Connection connection) {
        Instant now = clock.instant();
        if (!settings.gaps().enabled() || now.isBefore(notBefore.getOrDefault(connection.name(), Instant.MIN))) {
            return Optional.empty();
        }
        Optional<Cursor> created = cursors.find(connection.name(), Kind.CREATED);
        Instant due = night(now, tools.configuration().partner(connection.partner()).map(Partner::zone).orElse(clock.getZone()));
        if (created.isEmpty() || created.get().reached().isBefore(due)) {
            return Optional.empty();
        }
        Optional<OrderGaps.Sweep> latest = gaps.latest(connection.name());
        if (latest.isPresent() && !latest.get().dueAt().isBefore(due) || waiting(connection, now)) {
            notBefore.put(connection.name(), now.plusSeconds(1));
            return Optional.empty();
        }
        Instant from = due.minus(Duration.ofDays(settings.gaps().days()));
        Instant begun = created.get().begun();
        // What lies before the first look is nobody's gap.
        return begun.isBefore(due) ? Optional.of(new Running(due, from.isBefore(begun) ? begun : from)) : Optional.empty();
    }

    private boolean waiting(Connection connection, Instant now) {
        return !tools.interchanges().select("where channel = ? and status = 'RECEIVED' and received_at > ? fetch first 1 rows only",
            connection.name(), Timestamp.from(now.minus(SETTLED))).isEmpty();
    }

    /** The last time of the schedule that has passed. */
    private Instant night(Instant now, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        Instant at = ZonedDateTime.of(LocalDateTime.of(today, settings.gaps().at()), zone).toInstant();
        return at.isAfter(now) ? ZonedDateTime.of(LocalDateTime.of(today.minusDays(1), settings.gaps().at()), zone).toInstant() : at;
    }

    private boolean page(Connection connection, Running sweep, List<WorkMessage> stored) {
        OrderPaging.Result result = sweep.paging.next();
        if (result instanceof OrderPaging.Page page) {
            compare(connection, sweep, page.page().orders().stream().filter(o -> OrderPages.served(connection.vendorCodes(), o))
                .map(SeenOrder::poNumber).filter(n -> n != null).toList());
            pages.store(connection, page.answer(), page.page(), sweep.paging.asked()).map(WorkMessage::ofInterchange)
                .ifPresent(stored::add);
            return true;
        }
        if (result instanceof OrderPaging.Unreadable unreadable) {
            pages.storeUnreadable(connection, unreadable.answer(), unreadable.fault(), sweep.paging.asked());
            OrderNumbers.Fetched fetched = numbers.fetch(connection, Kind.CREATED, sweep.window,
                number -> !gaps.missing(connection.name(), connection.partner(), List.of(number)).isEmpty());
            stored.addAll(fetched.stored());
            if (fetched.problem() == null) {
                compare(connection, sweep, fetched.numbers());
                sweep.paging.end();
                return true;
            }
            return later(connection, fetched.problem());
        }
        return later(connection, ((OrderPaging.Failed) result).problem());
    }

    private void compare(Connection connection, Running sweep, Collection<String> shown) {
        sweep.there.addAll(shown);
        sweep.missing.addAll(gaps.missing(connection.name(), connection.partner(), shown));
    }

    private boolean later(Connection connection, String problem) {
        running.remove(connection.name());
        notBefore.put(connection.name(), clock.instant().plus(AFTER_FAILURE));
        LOG.warn("orders    {}: the comparison of the last days is made later: {}", connection.name(), problem);
        return false;
    }

    private void done(Connection connection, Running sweep) {
        Instant now = clock.instant();
        Set<String> onlyHere = new TreeSet<>(gaps.byOtherDoors(connection.partner(), connection.channel(), sweep.from, sweep.due));
        onlyHere.removeAll(sweep.there);
        OrderGaps.Sweep row = new OrderGaps.Sweep(HubId.next(), connection.name(), sweep.due, sweep.from, sweep.due, now,
            sweep.there.size(), sweep.missing.size(), onlyHere.size());
        tools.transaction().executeWithoutResult(status -> {
            if (gaps.write(row, sweep.missing, onlyHere) && !sweep.missing.isEmpty()) {
                alarms.raise(Alarm.of(origin(row.id()), Alarm.Kind.ORDER_MISSING, Alarm.Level.ALARM, connection.partner(),
                    connection.name(), null, origin(row.id()), words(connection, sweep), now));
                filledMeanwhile(connection, sweep, now);
            }
        });
        LOG.info("orders    {}: from {} to {} Amazon shows {} orders, {} of them had not come, {} came by other doors only",
            connection.name(), sweep.from, sweep.due, sweep.there.size(), sweep.missing.size(), onlyHere.size());
    }

    /** Its first pages may have been taken before its last was read. */
    private void filledMeanwhile(Connection connection, Running sweep, Instant now) {
        sweep.missing.stream().filter(po -> !doors.of(connection.partner(), po).isEmpty())
            .forEach(po -> filled(connection.name(), po, now));
    }

    /** The order counts: if it was missed, it is no more. */
    public void filled(String connection, String poNumber, Instant at) {
        gaps.filled(connection, poNumber, at).ifPresent(id -> alarms.clear(origin(id), at));
    }

    private static String words(Connection connection, Running sweep) {
        return sweep.missing.size() + " of " + sweep.there.size() + " orders that Amazon shows on " + connection.name() + " since "
            + sweep.from + " had not come by any door: " + sweep.missing.stream().limit(TOLD).collect(Collectors.joining(", "))
            + (sweep.missing.size() > TOLD ? " and others" : "") + ". They are taken now; look why they had not come.";
    }

    private static String origin(String sweepId) {
        return "gap:" + sweepId;
    }
}
