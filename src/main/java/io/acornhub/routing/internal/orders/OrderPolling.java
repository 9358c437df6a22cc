// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.orders;

import io.acornhub.interchange.Leases;
import io.acornhub.lifecycle.Alarm;
import io.acornhub.lifecycle.Alarms;
import io.acornhub.routing.WorkMessage;
import io.acornhub.routing.internal.StageTools;
import io.acornhub.routing.internal.TakenFile;
import io.acornhub.sellingpartner.Connection;
import io.acornhub.sellingpartner.Connections;
import io.acornhub.sellingpartner.SellingPartner;
import io.acornhub.sellingpartner.orders.OrderCursors;
import io.acornhub.sellingpartner.orders.OrderCursors.Cursor;
import io.acornhub.sellingpartner.orders.OrderCursors.Kind;
import io.acornhub.sellingpartner.orders.OrderPaging;
import io.acornhub.sellingpartner.orders.OrderWindow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Fetches orders from the Selling Partner API, which tells nobody of a new one: looks for new and for changed orders, each with a
 * cursor of its own that moves when every page of its window is stored. So what a crash, a fault or an outage of days left unread
 * is read by the next looks, window by window, for each connection by itself. One hub process looks at a connection at a time.
 */
@Component("orderPolling")
@EnableConfigurationProperties(OrderSettings.class)
public class OrderPolling {
    private static final Logger LOG = LoggerFactory.getLogger(OrderPolling.class);
    /** Pages between two hand-overs, so that a long window's first orders do not wait for its last. */
    private static final int PAGES_AT_ONCE = 10;
    /** Looks that fail one after another until somebody is told. */
    private static final int ALARM_AFTER = 5;
    /** How often one page is asked for until its window is begun again: a token may be of use no more. */
    private static final int PAGE_ATTEMPTS = 4;
    /** Looks that cannot be read until the window is fetched order by order. */
    private static final int ONE_BY_ONE_AFTER = 3;
    private final StageTools tools;
    private final Connections connections;
    private final SellingPartner seller;
    private final OrderCursors cursors;
    private final OrderPages pages;
    private final OrderNumbers numbers;
    private final GapSweeps gaps;
    private final Alarms alarms;
    private final Leases leases;
    private final OrderSettings settings;
    private final Clock clock;
    private final Map<String, Look> looks = new ConcurrentHashMap<>();

    public OrderPolling(StageTools tools, Connections connections, SellingPartner seller, OrderCursors cursors, OrderPages pages,
                        OrderNumbers numbers, GapSweeps gaps, Alarms alarms, Leases leases, OrderSettings settings, Clock clock) {
        this.tools = tools;
        this.connections = connections;
        this.seller = seller;
        this.cursors = cursors;
        this.pages = pages;
        this.numbers = numbers;
        this.gaps = gaps;
        this.alarms = alarms;
        this.leases = leases;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A window that is being read. A page that fails is asked for again some times, so that a long window comes to its end; a process
     * that dies starts the window again, and what it had stored is known then.
     */
    private static final class Look {
        private final Cursor from;
        private final OrderWindow window;
        private final OrderPaging paging;
        private boolean foundSome;
        /** With those of the looks before it, since one came to its end. */
        private int failures;
        /** Since a page came. */
        private int inARow;
        private Instant notBefore = Instant.MIN;

        private Look(Cursor from, OrderWindow window, OrderPaging paging) {
            this.from = from;
            this.window = window;
            this.paging = paging;
            this.failures = from.failures();
        }

        /** Whether the page that failed is asked for again, not the window from its beginning. */
        private boolean resumes() {
            return paging.midway() && inARow < PAGE_ATTEMPTS;
        }
    }

    /**
     * Does what is due for a connection.
     *
     * @return the pages that were stored, for identification
     */
    public List<WorkMessage> look(@Header("AcornConnection") String name) {
        Optional<Connection> connection = connections.find(name);
        if (connection.isEmpty() || !mine(name)) {
            looks.keySet().removeIf(key -> key.startsWith(name + "/"));
            gaps.leave(name);
            return List.of();
        }
        List<WorkMessage> stored = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            look(connection.get(), kind, stored);
        }
        gaps.look(connection.get(), stored);
        return stored;
    }

    private boolean mine(String connection) {
        String lease = "orders/" + connection;
        return leases.holds(lease.length() > 80 ? lease.substring(0, 16) + TakenFile.sha256(lease) : lease);
    }

    private void look(Connection connection, Kind kind, List<WorkMessage> stored) {
        String key = connection.name() + "/" + kind;
        Look look = looks.get(key);
        if (look == null) {
            Cursor cursor = cursor(connection, kind);
            Instant now = clock.instant();
            if (cursor.next().isAfter(now)) {
                return;
            }
            OrderWindow window = OrderWindow.next(cursor.reached(), now, settings.overlap());
            look = new Look(cursor, window, OrderPaging.of(seller, connection, kind, window, true));
            looks.put(key, look);
        }
        if (look.notBefore.isAfter(clock.instant())) {
            return;
        }
        for (int i = 0; i < PAGES_AT_ONCE && look.paging.more(); i++) {
            if (!mine(connection.name())) {
                looks.remove(key);
                return;
            }
            if (!page(connection, kind, look, stored)) {
                if (!look.resumes()) {
                    looks.remove(key);
                }
                return;
            }
        }
        if (!look.paging.more()) {
            looks.remove(key);
            done(connection, kind, look);
        }
    }

    private Cursor cursor(Connection connection, Kind kind) {
        Optional<Cursor> known = cursors.find(connection.name(), kind);
        if (known.isPresent()) {
            return known.get();
        }
        Instant now = clock.instant();
        tools.transaction().executeWithoutResult(status -> cursors.begin(connection.name(), kind, now.minus(settings.firstLook()), now,
            fastest(kind)));
        return cursors.find(connection.name(), kind).orElseThrow();
    }

    /** @return whether the look goes on */
    private boolean page(Connection connection, Kind kind, Look look, List<WorkMessage> stored) {
        OrderPaging.Result result = look.paging.next();
        if (result instanceof OrderPaging.Page page) {
            Optional<String> id = pages.store(connection, page.answer(), page.page(), look.paging.asked());
            id.ifPresent(i -> stored.add(WorkMessage.ofInterchange(i)));
            look.foundSome |= id.isPresent();
            look.inARow = 0;
            return true;
        }
        if (result instanceof OrderPaging.Unreadable unreadable) {
            // the token of the next page is not known
            look.paging.end();
            pages.storeUnreadable(connection, unreadable.answer(), unreadable.fault(), look.paging.asked());
            if (look.from.failures() + 1 >= ONE_BY_ONE_AFTER) {
                oneByOne(connection, kind, look, stored);
            } else {
                failed(connection, kind, look, unreadable.fault().faults().get(0).text(), fastest(kind));
            }
            return false;
        }
        OrderPaging.Failed failed = (OrderPaging.Failed) result;
        look.notBefore = failed(connection, kind, look, failed.problem(), failed.after());
        return false;
    }

    /** A page that stays unreadable must not keep back the others: the numbers are asked for, then each order for itself. */
    private void oneByOne(Connection connection, Kind kind, Look look, List<WorkMessage> stored) {
        OrderNumbers.Fetched fetched = numbers.fetch(connection, kind, look.window, number -> true);
        stored.addAll(fetched.stored());
        if (fetched.problem() == null) {
            done(connection, kind, look);
        } else {
            failed(connection, kind, look, fetched.problem(), fastest(kind));
        }
    }

    private void done(Connection connection, Kind kind, Look look) {
        Instant now = clock.instant();
        Duration pause = look.foundSome ? fastest(kind) : longer(look.from.pause(), kind);
        Instant next = look.window.catchesUp() ? now : now.plus(pause);
        tools.transaction().executeWithoutResult(status -> {
            cursors.reached(connection.name(), kind, look.window.until(), next, pause, now);
            if (look.failures > 0) {
                alarms.clear(origin(connection, kind), now);
            }
        });
        if (look.foundSome || look.window.catchesUp() || look.failures > 0) {
            LOG.info("orders    {} {}: read up to {}, next look at {}", connection.name(), kind, look.window.until(), next);
        }
    }

    /**
     * The pause grows with the attempts at one page, not with the failures of a window of many pages, which would end in an hour a page.
     *
     * @return when to ask again
     */
    private Instant failed(Connection connection, Kind kind, Look look, String problem, Duration after) {
        Instant now = clock.instant();
        look.failures++;
        look.inARow++;
        int grown = look.paging.midway() ? look.inARow : look.failures;
        Duration pause = fastest(kind).multipliedBy(1L << Math.min(grown - 1, 20));
        Duration bounded = pause.compareTo(slowest(kind)) > 0 ? slowest(kind) : pause;
        Instant next = now.plus(after.compareTo(bounded) > 0 ? after : bounded);
        LOG.warn("orders    {} {}: {}; {} is asked for again at {}", connection.name(), kind, problem, look.resumes() ? "the page"
            : "all from " + look.window.from(), next);
        tools.transaction().executeWithoutResult(status -> {
            cursors.failed(connection.name(), kind, problem, next, now);
            if (look.failures == ALARM_AFTER) {
                alarms.raise(Alarm.of(origin(connection, kind) + ":" + look.from.reached(), Alarm.Kind.CONNECTION, Alarm.Level.ALARM,
                    connection.partner(), connection.name(), null, origin(connection, kind), "Orders of " + connection.name()
                        + " cannot be fetched since " + look.from.reached() + ": " + problem
                        + ". Nothing is lost; what is missing is fetched when it works again.", now));
            }
        });
        return next;
    }

    private static String origin(Connection connection, Kind kind) {
        return "orders:" + connection.name() + ":" + kind;
    }

    private Duration longer(Duration pause, Kind kind) {
        Duration twice = pause.multipliedBy(2);
        Duration atLeast = twice.compareTo(fastest(kind)) < 0 ? fastest(kind) : twice;
        return atLeast.compareTo(slowest(kind)) > 0 ? slowest(kind) : atLeast;
    }

    private Duration fastest(Kind kind) {
        return kind == Kind.CREATED ? settings.created().fastest() : settings.changed().fastest();
    }

    private Duration slowest(Kind kind) {
        return kind == Kind.CREATED ? settings.created().slowest() : settings.changed().slowest();
    }
}
