// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import io.acornhub.reliability.OrderFiles.OrderFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Orders going both ways through a hub: Amazon and SAP are played here and work on their own thread whether the hub is alive
 * or not. Progress is what they see: files that appear in their folders.
 */
public final class OrderFlow implements AutoCloseable {
    private static final long LOOK_EVERY_MILLIS = 10;
    private final Path data;
    private final List<WrittenOrder> orders;
    private final List<OrderFile> files;
    private final FakeAmazon amazon;
    private final FakeSap sap;
    private final AtomicInteger progress = new AtomicInteger();
    private final AtomicReference<RuntimeException> failed = new AtomicReference<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private int fed;

    /**
     * @param data the hub's data folder
     * @param seen where Amazon and SAP keep what they took, outside the data folder
     * @param tables whether a fifth of the orders is answered through the interface tables, not by SAP
     */
    public OrderFlow(Path home, Path data, Path seen, long series, int count, boolean tables) {
        this.data = data;
        orders = IntStream.range(0, count).mapToObj(i -> WrittenOrder.of(series, i, tables)).toList();
        files = OrderFiles.of(orders);
        amazon = new FakeAmazon(data, seen.resolve("amazon"));
        sap = new FakeSap(data, seen.resolve("sap"), home, orders);
        thread.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            synchronized (this) {
                progress.addAndGet(amazon.look() + sap.look());
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

    /** Whether Amazon and SAP have everything that they wait for, and the hub has taken all that they gave. */
    public synchronized boolean seenAll() {
        progress();
        long groups = files.stream().mapToLong(f -> f.groups().size()).sum();
        return fed == files.size() && sap.arrived().size() == orders.size() && amazon.answeredOrders().size() == orders.size()
            && amazon.acknowledgedGroups().size() == groups && waiting().isEmpty();
    }

    /** Whether SAP has every order. */
    public synchronized boolean delivered() {
        progress();
        return fed == files.size() && sap.arrived().size() == orders.size();
    }

    /** Files in the inboxes of the hub, claimed ones too. */
    public List<Path> waiting() {
        List<Path> waiting = new ArrayList<>();
        for (String inbox : List.of("partners/amazon-us/inbox", "erp/sap/inbox")) {
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

    public String standing() {
        return fed + " of " + files.size() + " files fed, SAP has " + sap.arrived().size() + " of " + orders.size() + " orders, Amazon "
            + amazon.answeredOrders().size() + " 855 and " + amazon.acknowledgedGroups().size() + " groups acknowledged, "
            + waiting().size()
            + " files wait";
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

    public Path data() {
        return data;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
