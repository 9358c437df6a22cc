// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.invoices;

import io.acornhub.simulator.internal.access.Account;
import io.acornhub.simulator.internal.orders.OrderLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** All invoices by identifier, by date of issue and by last change. Guarded by the state's lock. */
public final class Invoices {
    private final List<VendorInvoice> all = new ArrayList<>();
    private final Map<String, List<VendorInvoice>> byIdentifier = new HashMap<>();
    private final Map<Account, NavigableMap<String, VendorInvoice>> issued = new HashMap<>();
    private final Map<Account, NavigableMap<String, VendorInvoice>> modified = new HashMap<>();
    private final Map<OrderLine, Long> matched = new HashMap<>();
    private final Map<OrderLine, Long> invoiced = new HashMap<>();
    private final Map<VendorInvoice, Integer> serial = new HashMap<>();

    public List<VendorInvoice> all() {
        return Collections.unmodifiableList(all);
    }

    /**
     * The invoice under {@code InvoiceNumber~PayeeCode}: of several the first that was not rejected, else the last.
     */
    public Optional<VendorInvoice> find(Account account, String identifier) {
        List<VendorInvoice> found = byIdentifier.getOrDefault(account.name() + " " + identifier, List.of());
        return found.stream().filter(i -> i.status() != VendorInvoice.Status.REJECTED).findFirst()
            .or(() -> found.isEmpty() ? Optional.empty() : Optional.of(found.get(found.size() - 1)));
    }

    /** Those of an account that were issued in a span, the start included, by a key in order of time. */
    public NavigableMap<String, VendorInvoice> issued(Account account, Instant from, Instant to) {
        return index(issued, account).subMap(key(from, 0), true, key(to, 0), false);
    }

    /** Those last changed in a span, the start included, by a key in order of time. */
    public NavigableMap<String, VendorInvoice> modified(Account account, Instant from, Instant to) {
        return index(modified, account).subMap(key(from, 0), true, key(to, 0), false);
    }

    void add(VendorInvoice invoice) {
        serial.put(invoice, all.size() + 1);
        all.add(invoice);
        byIdentifier.computeIfAbsent(invoice.account().name() + " " + invoice.identifier(), key -> new ArrayList<>(1)).add(invoice);
        index(issued, invoice.account()).put(key(invoice.issued(), serial.get(invoice)), invoice);
        index(modified, invoice.account()).put(key(invoice.modified(), serial.get(invoice)), invoice);
    }

    void change(VendorInvoice invoice, Consumer<VendorInvoice> how) {
        NavigableMap<String, VendorInvoice> index = index(modified, invoice.account());
        index.remove(key(invoice.modified(), serial.get(invoice)));
        how.accept(invoice);
        index.put(key(invoice.modified(), serial.get(invoice)), invoice);
    }

    /** Units of a line that earlier invoices were paid for. */
    long matched(OrderLine line) {
        return matched.getOrDefault(line, 0L);
    }

    void match(OrderLine line, long units) {
        matched.merge(line, units, Long::sum);
    }

    /** Units of a line that accepted invoices asked money for. */
    public long invoiced(OrderLine line) {
        return invoiced.getOrDefault(line, 0L);
    }

    void invoice(OrderLine line, long units) {
        invoiced.merge(line, units, Long::sum);
    }

    private static NavigableMap<String, VendorInvoice> index(Map<Account, NavigableMap<String, VendorInvoice>> of, Account account) {
        return of.computeIfAbsent(account, key -> new TreeMap<>());
    }

    private static String key(Instant time, int serial) {
        return String.format("%019d %09d", Math.max(0, time.toEpochMilli()), serial);
    }
}
