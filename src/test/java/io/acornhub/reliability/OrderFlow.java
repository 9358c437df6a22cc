// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import io.acornhub.reliability.OrderFiles.OrderFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Orders on their whole way through a hub, from the 850 to the 820: Amazon, SAP and the warehouse are played here and work on
 * their own thread whether the hub is alive or not. Progress is what they see: files that appear in their folders.
 */
public final class OrderFlow implements AutoCloseable {
    private static final long LOOK_EVERY_MILLIS = 10;
    /** What SAP is told of each IDoc: translated, sent, accepted. */
    static final int CODES = 3;
    private final Path data;
    private final List<WrittenOrder> orders;
    private final List<OrderFile> files;
    private final FakeAmazon amazon;
    private final FakeSap sap;
    private final FakeWarehouse warehouse;
    private final AtomicInteger progress = new AtomicInteger();
    private final AtomicReference<RuntimeException> failed = new AtomicReference<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private int fed;

    /**
     * @param data the hub's data folder
     * @param seen where Amazon and SAP keep what they took, outside the data folder
     * @param tables whether a fifth of the orders is worked on by an ERP behind the interface tables, not by SAP
     * @param wholeWay how many of a hundred orders go on after they are answered, until they are paid
     */
    public OrderFlow(Path home, Path data, Path seen, long series, int count, boolean tables, int wholeWay) {
        this.data = data;
        orders = IntStream.range(0, count).mapToObj(i -> WrittenOrder.of(series, i, tables, wholeWay)).toList();
        files = OrderFiles.of(orders);
        Map<String, WrittenOrder> known = orders.stream().collect(Collectors.toMap(WrittenOrder::po, Function.identity()));
        amazon = new FakeAmazon(data, seen.resolve("amazon"), known);
        warehouse = new FakeWarehouse(data, seen.resolve("warehouse"));
        sap = new FakeSap(data, seen.resolve("sap"), home, known, warehouse.routedOrders());
        thread.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            synchronized (this) {
                progress.addAndGet(amazon.look() + warehouse.look() + sap.look());
            }
        } catch (RuntimeException e) {
            failed.compareAndSet(null, e);
            throw e;
        }
    }

    /** Puts the next files of orders into the hub's inbox, as many as there are up to {@code number}; returns how many. */
    public synchronized int feed(int number) {
        int some = Math.min(number, files.size() - fed);
        IntStream.range(fed, fed + some).forEach(i -> amazon.send(files.get(i)));
        fed += some;
        return some;
    }

    /** Files that have appeared in the folders of Amazon and SAP so far. */
    public int progress() {
        if (failed.get() != null) {
            throw failed.get();
        }
        return progress.get();
    }

    /** Whether everybody has all that they wait for, and the hub has taken all that they gave. */
    public synchronized boolean seenAll() {
        progress();
        int on = goingOn().size();
        return delivered() && amazon.answeredOrders().size() == orders.size() && amazon.shipments().size() == on
            && amazon.invoices().size() == on && amazon.payments().allPaid()
            && sap.payments().size() == amazon.payments().made().size() && sap.statuses().size() == CODES * sap.idocsGiven()
            && amazon.acknowledgedGroups().size() == amazon.ownGroups() && waiting().isEmpty();
    }

    /** Whether SAP has every order. */
    public synchronized boolean delivered() {
        progress();
        return fed == files.size() && sap.arrived().size() == orders.size();
    }

    /** Orders that are shipped, billed and paid. */
    public List<WrittenOrder> goingOn() {
        return orders.stream().filter(WrittenOrder::goesOn).toList();
    }

    /** Orders that Amazon has an answer to. */
    synchronized Set<String> answered() {
        return new HashSet<>(amazon.answeredOrders().keySet());
    }

    /** Shipments that Amazon has a notice of. */
    synchronized Set<String> announced() {
        return new HashSet<>(amazon.shipments().keySet());
    }

    /** Files in the inboxes of the hub, claimed ones too. */
    public List<Path> waiting() {
        List<Path> waiting = new ArrayList<>();
        for (String inbox : List.of("partners/amazon-us/inbox", "erp/sap/inbox", "erp/wms/inbox")) {
            for (Path folder : List.of(data.resolve(inbox), data.resolve(inbox).resolve(".claimed"))) {
                if (Files.isDirectory(folder)) {
                    try (Stream<Path> all = Files.list(folder)) {
                        all.filter(Files::isRegularFile).forEach(waiting::add);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            }
        }
        return waiting;
    }

    public synchronized String standing() {
        return fed + " of " + files.size() + " files fed, SAP has " + sap.arrived().size() + " of " + orders.size() + " orders and "
            + sap.payments().size() + " payments, Amazon " + amazon.answeredOrders().size() + " 855, " + amazon.shipments().size()
            + " 856, " + amazon.invoices().size() + " 810, " + amazon.acknowledgedGroups().size() + " of " + amazon.ownGroups()
            + " groups acknowledged, " + waiting().size() + " files wait";
    }

    public List<WrittenOrder> orders() {
        return orders;
    }

    public List<OrderFile> files() {
        return files;
    }

    FakeAmazon amazon() {
        return amazon;
    }

    FakeSap sap() {
        return sap;
    }

    FakeWarehouse warehouse() {
        return warehouse;
    }

    public Path data() {
        return data;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
