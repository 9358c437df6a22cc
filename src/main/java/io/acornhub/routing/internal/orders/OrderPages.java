// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.orders;

import io.acornhub.archive.Archive;
import io.acornhub.interchange.ControlNumbers;
import io.acornhub.interchange.Document;
import io.acornhub.interchange.DocumentState;
import io.acornhub.interchange.Event;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.FaultLog;
import io.acornhub.interchange.HubId;
import io.acornhub.interchange.Interchange;
import io.acornhub.interchange.Light;
import io.acornhub.interchange.MappingFault;
import io.acornhub.routing.Queues;
import io.acornhub.routing.internal.StageTools;
import io.acornhub.routing.internal.TakenFile;
import io.acornhub.sellingpartner.Answer;
import io.acornhub.sellingpartner.Connection;
import io.acornhub.sellingpartner.Connections;
import io.acornhub.sellingpartner.Operation;
import io.acornhub.sellingpartner.orders.OrderPage;
import io.acornhub.sellingpartner.orders.OrderVersions;
import io.acornhub.sellingpartner.orders.OrderVersions.Outcome;
import io.acornhub.sellingpartner.orders.SeenOrder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Pages of orders from the Selling Partner API. A page with something new in it is archived as it came and is an interchange of the
 * hub; identification makes documents of the versions of orders that were not seen before, in one transaction with the rows
 * that say that they were.
 */
@Component
public class OrderPages {
    /** What such a document is called. */
    public static final String MESSAGE = Operation.GET_PURCHASE_ORDERS.id();
    static final String RELEASE = "v1";
    private static final String KEY = "spapi/";
    private static final int LONGEST_HEADER = 400;
    private final StageTools tools;
    private final Archive archive;
    private final FaultLog faults;
    private final OrderVersions versions;
    private final Connections connections;
    private final ControlNumbers numbers;
    private final Clock clock;

    public OrderPages(StageTools tools, Archive archive, FaultLog faults, OrderVersions versions, Connections connections,
                      ControlNumbers numbers, Clock clock) {
        this.tools = tools;
        this.archive = archive;
        this.faults = faults;
        this.versions = versions;
        this.connections = connections;
        this.numbers = numbers;
        this.clock = clock;
    }

    public static boolean isPage(Interchange file) {
        return file.ingressKey() != null && file.ingressKey().startsWith(KEY);
    }

    /**
     * Archives a page and records it, if there is something new in it.
     *
     * @param asked the request in words
     * @return its interchange; empty if all of it is known or waits already
     */
    Optional<String> store(Connection connection, Answer answer, OrderPage page, String asked) {
        Map<String, Outcome> known = versions.known(connection.name(), page.orders());
        List<String> fresh = page.orders().stream().filter(order -> isNew(connection, order, known.get(order.key()))).map(SeenOrder::key)
            .sorted().toList();
        if (fresh.isEmpty()) {
            return Optional.empty();
        }
        Archive.Entry entry = archived(answer);
        return record(connection, answer, asked, entry, TakenFile.sha256(entry.sha256() + fresh), Interchange.Status.RECEIVED, List.of());
    }

    /** Keeps an answer that cannot be read. */
    void storeUnreadable(Connection connection, Answer answer, MappingFault fault, String asked) {
        Archive.Entry entry = archived(answer);
        record(connection, answer, asked, entry, entry.sha256(), Interchange.Status.UNREADABLE, fault.faults());
    }

    private static boolean isNew(Connection connection, SeenOrder order, Outcome known) {
        return known == null || known == Outcome.NOT_SERVED && served(connection.vendorCodes(), order);
    }

    /** A vendor group has many vendor codes; one that is not named by an order is no reason to leave it. */
    static boolean served(List<String> vendorCodes, SeenOrder order) {
        return vendorCodes.isEmpty() || order.vendorCode() == null || vendorCodes.contains(order.vendorCode());
    }

    private Archive.Entry archived(Answer answer) {
        try {
            return archive.store(new ByteArrayInputStream(answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<String> record(Connection connection, Answer answer, String asked, Archive.Entry entry, String what,
                                    Interchange.Status status, List<Fault> found) {
        String key = KEY + connection.name() + "/" + what;
        String id = HubId.next();
        String header = asked + (answer.requestId() == null ? "" : " x-amzn-RequestId: " + answer.requestId());
        Instant now = clock.instant();
        Interchange row = new Interchange(id, "INBOUND", Interchange.Side.PARTNER, connection.partner(), connection.name(), key,
            MESSAGE + "-" + entry.sha256().substring(0, 12) + ".json", entry.sha256(), entry.size(), 1,
            header.length() > LONGEST_HEADER ? header.substring(0, LONGEST_HEADER) : header, connection.name(), null, null, null, status,
            null, now, status == Interchange.Status.RECEIVED ? null : now, null, 0, null);
        return tools.transaction().execute(transaction -> {
            if (tools.interchanges().ofIngress(key).isPresent()) {
                return Optional.empty();
            }
            tools.interchanges().insert(row);
            tools.interchanges().event(id, "receive", "received", header + ", " + entry.size() + " bytes, SHA-256 " + entry.sha256());
            if (!found.isEmpty()) {
                faults.append(id, found);
                tools.interchanges().event(id, Queues.INBOUND_IDENTIFY, "unreadable", found.get(0).inWords());
            }
            tools.log("receive", id, header + (found.isEmpty() ? "" : ": " + found.get(0).inWords()));
            return Optional.of(id);
        });
    }

    /** The stage's work on a stored page. In the caller's transaction. */
    public void take(Interchange file) {
        List<SeenOrder> orders = OrderPage.read(bytes(file)).orders();
        List<String> vendorCodes = connections.find(file.channel()).map(Connection::vendorCodes).orElse(List.of());
        List<Document> documents = new ArrayList<>();
        List<Event> events = new ArrayList<>();
        Map<Outcome, Integer> count = new HashMap<>();
        Instant now = clock.instant();
        String control = Long.toString(numbers.next(file.channel(), file.counterpart(), MESSAGE, "INTERCHANGE"));
        // In one order, so that two pages with the same orders never wait for each other in a ring.
        for (SeenOrder order : orders.stream().sorted(Comparator.comparing(SeenOrder::key)).toList()) {
            Outcome outcome = order.poNumber() == null ? Outcome.REFUSED : served(vendorCodes, order) ? Outcome.TAKEN : Outcome.NOT_SERVED;
            String id = outcome == Outcome.NOT_SERVED ? null : HubId.next();
            if (versions.take(file.channel(), order, outcome, id, file.id(), now)) {
                count.merge(outcome, 1, Integer::sum);
                if (id != null) {
                    add(file, order, outcome, id, now, documents, events);
                }
            }
        }
        tools.documents().insert(documents, events);
        tools.count(Queues.INBOUND_IDENTIFY, documents);
        finish(file, control, orders.size(), count);
    }

    private void add(Interchange file, SeenOrder order, Outcome outcome, String id, Instant now, List<Document> documents,
                     List<Event> events) {
        boolean accepted = outcome == Outcome.TAKEN;
        String changed = order.changedAt() == null ? "" : ", changed " + order.changedAt();
        Event event = Event.next(id, 0, null, now, Queues.INBOUND_IDENTIFY, accepted ? "accepted" : "rejected", accepted
            ? "order " + order.poNumber() + changed + " by " + file.channel() : noNumber(order).inWords());
        documents.add(new Document(id, file.id(), order.ordinal(), "INBOUND", file.counterpart(), null, MESSAGE, RELEASE, null,
            Integer.toString(order.ordinal()), null, order.offset(), (long) order.length(), null, null, order.poNumber(),
            order.vendorCode(), accepted ? DocumentState.RECEIVED : DocumentState.REJECTED, Queues.INBOUND_IDENTIFY, null, null,
            Map.of(Light.VALIDATED, accepted ? Light.Colour.AMBER : Light.Colour.RED), null, now, now, event.seq(), event.hash()));
        events.add(event);
        if (!accepted) {
            faults.append(id, List.of(noNumber(order)));
        }
    }

    private static Fault noNumber(SeenOrder order) {
        return Fault.onPath(FaultCode.VALUE_MISSING, "payload.orders[" + (order.ordinal() - 1) + "].purchaseOrderNumber", null, "The order "
            + "at byte " + order.offset() + " has no purchaseOrderNumber of 1 to 40 characters, so nothing can be done with it. Look at "
            + "the page as it was archived and ask Amazon.");
    }

    private void finish(Interchange file, String control, int all, Map<Outcome, Integer> count) {
        int refused = count.getOrDefault(Outcome.REFUSED, 0);
        int taken = count.getOrDefault(Outcome.TAKEN, 0);
        Interchange.Status status = refused == 0 ? Interchange.Status.ACCEPTED : taken == 0 ? Interchange.Status.REJECTED
            : Interchange.Status.PARTIAL;
        tools.interchanges().identified(file.id(), file.header(), file.sender(), null, control, null, status, clock.instant());
        int notServed = count.getOrDefault(Outcome.NOT_SERVED, 0);
        String text = all + " orders: " + taken + " new versions taken" + (notServed == 0 ? "" : ", " + notServed
            + " of vendor codes that the connection does not serve") + (refused == 0 ? "" : ", " + refused + " without a number");
        tools.interchanges().event(file.id(), Queues.INBOUND_IDENTIFY, status.name().toLowerCase(Locale.ROOT), text);
        tools.log(Queues.INBOUND_IDENTIFY, file.id(), text);
    }

    private byte[] bytes(Interchange file) {
        try (InputStream in = archive.open(file.sha256())) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
