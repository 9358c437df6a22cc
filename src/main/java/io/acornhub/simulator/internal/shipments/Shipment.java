// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.shipments;

import com.fasterxml.jackson.databind.JsonNode;
import io.acornhub.simulator.internal.access.Account;
import io.acornhub.simulator.internal.orders.OrderLine;
import io.acornhub.simulator.internal.orders.PurchaseOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What Amazon knows under one shipment identifier: a transport request, an advance shipment notice, or both. Guarded by the state's
 * lock.
 */
public final class Shipment {
    private final Account account;
    private final String identifier;
    private final Instant created;
    private JsonNode request;
    private String reference;
    private JsonNode notice;
    private Instant confirmed;
    private Instant firstConfirmed;
    private Instant arrival;
    private int version;
    private boolean received;
    private boolean cancelled;
    private List<Part> parts = List.of();
    private Set<String> containerCodes = Set.of();
    private final List<Status> history = new ArrayList<>();

    /** Units of one order's line. */
    public record Part(PurchaseOrder order, OrderLine line, long units) {
    }

    /** Amazon's word for where it is: Created, TransportationRequested, CarrierAssigned, Shipped. */
    public record Status(String word, Instant time) {
    }

    Shipment(Account account, String identifier, Instant created) {
        this.account = account;
        this.identifier = identifier;
        this.created = created;
        status("Created", created);
    }

    public Account account() {
        return account;
    }

    public String identifier() {
        return identifier;
    }

    public Instant created() {
        return created;
    }

    /** The transport request, or null. */
    public JsonNode request() {
        return request;
    }

    /** The shipment confirmation that holds, or null. */
    public JsonNode notice() {
        return notice;
    }

    /** Amazon's reference number (ARN), or null. */
    public String reference() {
        return reference;
    }

    public Instant confirmed() {
        return confirmed;
    }

    Instant firstConfirmed() {
        return firstConfirmed;
    }

    /** When its units are received. */
    public Instant arrival() {
        return arrival;
    }

    public boolean received() {
        return received;
    }

    public boolean cancelled() {
        return cancelled;
    }

    public List<Part> parts() {
        return parts;
    }

    Set<String> containerCodes() {
        return containerCodes;
    }

    public List<Status> history() {
        return history;
    }

    int version() {
        return version;
    }

    void status(String word, Instant time) {
        history.add(new Status(word, time));
    }

    void request(JsonNode document, Instant time) {
        request = document;
        status("TransportationRequested", time);
    }

    void reference(String number, Instant time) {
        reference = number;
        status("CarrierAssigned", time);
    }

    void cancel() {
        cancelled = true;
    }

    /** A notice, original or replacement, takes the place of the one before. */
    void confirm(JsonNode document, List<Part> now, Set<String> codes, Instant time, Instant arrives) {
        parts.forEach(part -> part.line().ship(-part.units()));
        now.forEach(part -> part.line().ship(part.units()));
        if (notice == null) {
            firstConfirmed = time;
            status("Shipped", time);
        }
        notice = document;
        parts = List.copyOf(now);
        containerCodes = Set.copyOf(codes);
        confirmed = time;
        arrival = arrives;
        version++;
    }

    void markReceived() {
        received = true;
    }
}
