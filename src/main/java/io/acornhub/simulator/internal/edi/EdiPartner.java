// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.edi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acornhub.simulator.EdiPartnerSettings;
import io.acornhub.simulator.internal.World;
import io.acornhub.simulator.internal.access.Account;
import io.acornhub.simulator.internal.base.Json;
import io.acornhub.simulator.internal.http.InnerCalls;
import io.acornhub.simulator.internal.orders.OrderJson;
import io.acornhub.simulator.internal.orders.PurchaseOrder;
import io.acornhub.simulator.internal.x12.X12Segment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Amazon on two folders: looks at them again and again, sends what is due and answers what came. */
public final class EdiPartner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EdiPartner.class);
    private static final int SETS_A_GROUP = 100;
    private final EdiPartnerSettings settings;
    private final World world;
    private final Folders folders;
    private final SentGroups sent;
    private final Outgoing outgoing;
    private final AnswerScript script = new AnswerScript();
    private final Intake intake;
    private final PurchaseOrderWriter writer;
    private final Remittances remittances;
    /** PO numbers that went out. */
    private final Set<String> ordersSent = new HashSet<>();
    private final List<String> wanted = new ArrayList<>();
    private final ReentrantLock working = new ReentrantLock();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "simulator-edi");
        thread.setDaemon(true);
        return thread;
    });

    /** Starts at once. */
    public EdiPartner(World world, EdiPartnerSettings settings) {
        this.world = world;
        this.settings = settings;
        folders = new Folders(settings.inbox(), settings.outbox());
        sent = new SentGroups(settings.answerWithin());
        outgoing = new Outgoing(settings, sent, folders, world.clock().instant());
        intake = new Intake(settings, sent, script, new Grader(world.orders(), world.submissions(), new InnerCalls(world.routes()),
            settings.zone()), outgoing);
        writer = new PurchaseOrderWriter(settings.zone(), settings.packSizes());
        remittances = new Remittances(world, settings.vendorCodes(), settings.zone(), outgoing);
        long every = settings.poll().toMillis();
        timer.scheduleWithFixedDelay(this::tryWork, every, every, TimeUnit.MILLISECONDS);
    }

    private void tryWork() {
        try {
            work();
        } catch (IOException | RuntimeException e) {
            LOG.warn("the EDI partner's folders cannot be worked on; it is tried again", e);
        }
    }

    /** Sends what is due and takes what waits. Runs by itself; whoever does not want to wait calls it. */
    public void work() throws IOException {
        working.lock();
        try {
            world.state().with(() -> {
                sendOrders();
                remittances.send(world.clock().instant());
                return null;
            });
            outgoing.flush();
            for (Path file : folders.waiting()) {
                byte[] bytes = Files.readAllBytes(file);
                world.state().with(() -> {
                    intake.take(file.getFileName().toString(), bytes, world.clock().instant());
                    return null;
                });
                outgoing.flush();
                Files.delete(file);
            }
        } finally {
            working.unlock();
        }
    }

    private void sendOrders() {
        Instant now = world.clock().instant();
        Instant end = now.plus(Duration.ofDays(1));
        Set<PurchaseOrder> found = new LinkedHashSet<>();
        for (Account account : world.accounts().all()) {
            for (PurchaseOrder order : world.orders().created(account, Instant.EPOCH, end).values()) {
                if (settings.vendorCodes().contains(order.vendorCode()) && !ordersSent.contains(order.number())) {
                    found.add(order);
                }
            }
        }
        wanted.forEach(number -> world.orders().find(number).ifPresent(found::add));
        wanted.clear();
        List<PurchaseOrder> due = List.copyOf(found);
        for (int from = 0; from < due.size(); from += SETS_A_GROUP) {
            List<PurchaseOrder> group = due.subList(from, Math.min(due.size(), from + SETS_A_GROUP));
            List<List<X12Segment>> sets = group.stream().map(order -> writer.write(new Order(OrderJson.order(order, true)))).toList();
            List<String> numbers = group.stream().map(PurchaseOrder::number).toList();
            outgoing.send("PO", "004010", "850", sets, numbers, now);
            ordersSent.addAll(numbers);
        }
    }

    /** The next round sends these orders, again if they went already. Called under the state's lock. */
    void send(List<String> numbers) {
        wanted.addAll(numbers);
    }

    AnswerScript script() {
        return script;
    }

    SentGroups sent() {
        return sent;
    }

    List<ReceivedSet> received() {
        return intake.received();
    }

    /** Called under the state's lock. */
    ObjectNode show() {
        ObjectNode json = Json.object().put("inbox", settings.inbox().toString()).put("outbox", settings.outbox().toString())
            .put("amazon", settings.amazon().id()).put("vendor", settings.vendor().id()).put("usage", settings.usage());
        json.set("sent", sent.show(world.clock().instant()));
        ArrayNode sets = json.putArray("received");
        received().forEach(set -> sets.add(set.show()));
        return json;
    }

    @Override
    public void close() {
        timer.shutdownNow();
        try {
            if (!timer.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn("the EDI partner is still at work");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
