// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import com.fasterxml.jackson.databind.JsonNode;
import io.acornhub.simulator.Simulator;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Orders over the Selling Partner API from the order to the invoice: the simulated Amazon places them, SAP is played here and works on
 * its own thread whether the hub is alive or not.
 */
final class ApiFlow implements AutoCloseable {
    private static final long LOOK_EVERY_MILLIS = 20;
    private static final int AT_ONCE = 250;
    private final List<WrittenOrder> orders;
    private final FakeSap sap;
    private final ApiOrders amazon;
    private final AtomicReference<RuntimeException> failed = new AtomicReference<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private int placed;

    ApiFlow(Path home, Path data, Path seen, long series, int count, Simulator simulator) {
        orders = IntStream.range(0, count).mapToObj(i -> WrittenOrder.of(series, i, false, 100)).map(ApiFlow::prepaid).toList();
        Map<String, WrittenOrder> known = orders.stream().collect(Collectors.toMap(WrittenOrder::po, Function.identity()));
        sap = new FakeSap(data, seen.resolve("sap"), home, known, Set.of());
        amazon = new ApiOrders(simulator);
        thread.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Nobody routes freight over this API for orders that the vendor's own carrier takes. */
    private static WrittenOrder prepaid(WrittenOrder order) {
        return new WrittenOrder(order.po(), order.lines(), order.answer(), false, false, order.goesOn());
    }

    private void look() {
        try {
            synchronized (sap) {
                sap.look();
            }
        } catch (RuntimeException e) {
            failed.compareAndSet(null, e);
            throw e;
        }
    }

    /** Places the next orders at Amazon; returns whether there are more. */
    boolean placeSome() {
        int to = Math.min(orders.size(), placed + AT_ONCE);
        amazon.place(orders.subList(placed, to));
        placed = to;
        return placed < orders.size();
    }

    ApiOrders amazon() {
        return amazon;
    }

    FakeSap sap() {
        return sap;
    }

    List<WrittenOrder> orders() {
        return orders;
    }

    long goingOn() {
        return orders.stream().filter(WrittenOrder::goesOn).count();
    }

    /** How many documents Amazon has taken for good: acknowledgements, shipment confirmations, invoices. */
    int taken() {
        if (failed.get() != null) {
            throw failed.get();
        }
        JsonNode summary = amazon.get("/_sim/summary");
        return taken(summary, "acknowledgements") + taken(summary, "shipmentConfirmations") + taken(summary, "invoices");
    }

    /** Whether Amazon has all of it. */
    boolean allTaken() {
        return taken() >= orders.size() + 2 * goingOn();
    }

    /** Whether SAP was told of each of its IDocs that it was taken, sent and accepted. */
    boolean sapKnowsAll() {
        synchronized (sap) {
            return sap.statuses().size() == OrderFlow.CODES * sap.idocsGiven() && sap.idocsGiven() == orders.size() + 2 * goingOn();
        }
    }

    private static int taken(JsonNode summary, String kind) {
        return summary.path(kind).path("acceptedOnce").asInt() + summary.path(kind).path("acceptedAgainTheSame").asInt();
    }

    String standing() {
        JsonNode summary = amazon.get("/_sim/summary");
        synchronized (sap) {
            return placed + " of " + orders.size() + " orders placed, SAP has " + sap.arrived().size() + ", Amazon "
                + taken(summary, "acknowledgements") + " acknowledgements, " + taken(summary, "shipmentConfirmations")
                + " shipment confirmations, " + taken(summary, "invoices") + " invoices";
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
