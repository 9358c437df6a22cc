// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.orders;

import io.acornhub.simulator.internal.access.Account;
import io.acornhub.simulator.internal.base.Agenda;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** All orders, with an index for each way of asking, so that a call costs what it answers. Guarded by the state's lock. */
public final class Orders {
    private final Map<String, PurchaseOrder> byNumber = new LinkedHashMap<>();
    private final Map<Account, Index> byAccount = new HashMap<>();
    private final Agenda agenda;

    /** An account's orders by a time and number. */
    private static final class Index {
        private final NavigableMap<String, PurchaseOrder> created = new TreeMap<>();
        private final NavigableMap<String, PurchaseOrder> changed = new TreeMap<>();
        private final NavigableMap<String, PurchaseOrder> updated = new TreeMap<>();
    }

    public Orders(Agenda agenda) {
        this.agenda = agenda;
    }

    /** Adds an order; lists show it from {@code visible} on. @throws IllegalArgumentException when there is one of that number */
    public void add(PurchaseOrder order, Instant visible) {
        if (byNumber.putIfAbsent(order.number(), order) != null) {
            throw new IllegalArgumentException("there is an order " + order.number() + " already");
        }
        agenda.at(visible, time -> {
            Index index = index(order.account());
            index.created.put(key(order.created(), order.number()), order);
            index.updated.put(key(order.updated(), order.number()), order);
        });
    }

    public Optional<PurchaseOrder> find(String number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    public Optional<PurchaseOrder> find(Account account, String number) {
        return find(number).filter(order -> order.account() == account);
    }

    public Collection<PurchaseOrder> all() {
        return Collections.unmodifiableCollection(byNumber.values());
    }

    /** Orders of an account created in a span of time, the start included. */
    public NavigableMap<String, PurchaseOrder> created(Account account, Instant from, Instant to) {
        return index(account).created.subMap(key(from, ""), true, key(to, ""), false);
    }

    public NavigableMap<String, PurchaseOrder> changed(Account account, Instant from, Instant to) {
        return index(account).changed.subMap(key(from, ""), true, key(to, ""), false);
    }

    public NavigableMap<String, PurchaseOrder> updated(Account account, Instant from, Instant to) {
        return index(account).updated.subMap(key(from, ""), true, key(to, ""), false);
    }

    /** The one order of that number, if it is the account's. */
    public NavigableMap<String, PurchaseOrder> only(Account account, String number) {
        NavigableMap<String, PurchaseOrder> found = new TreeMap<>();
        find(account, number).ifPresent(order -> found.put(number, order));
        return found;
    }

    /** A change by the vendor or by time: what is received, what is acknowledged. */
    public void update(PurchaseOrder order, Instant time, Consumer<PurchaseOrder> how) {
        Index index = index(order.account());
        boolean visible = index.updated.remove(key(order.updated(), order.number())) != null;
        how.accept(order);
        order.settle(time);
        order.markUpdated(time);
        if (visible) {
            index.updated.put(key(time, order.number()), order);
        }
    }

    /** Units arrived, and were counted; fewer where some were missing. */
    public void receive(PurchaseOrder order, OrderLine line, long arrived, long counted, Instant time) {
        update(order, time, changed -> line.receive(arrived, counted, time));
    }

    /** A change by Amazon: it has a changed date. */
    public void change(PurchaseOrder order, Instant time, Consumer<PurchaseOrder> how) {
        Index index = index(order.account());
        if (order.changed() != null) {
            index.changed.remove(key(order.changed(), order.number()));
        }
        update(order, time, how);
        order.markChanged(time);
        index.changed.put(key(time, order.number()), order);
    }

    private Index index(Account account) {
        return byAccount.computeIfAbsent(account, key -> new Index());
    }

    /** Sorts by time, then by number. */
    private static String key(Instant time, String number) {
        return String.format("%019d %s", Math.max(0, time.toEpochMilli()), number);
    }
}
