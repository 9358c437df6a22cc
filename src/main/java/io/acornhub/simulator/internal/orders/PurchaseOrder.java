// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.orders;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acornhub.simulator.internal.access.Account;
import io.acornhub.simulator.internal.base.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** An order as Amazon keeps it. Guarded by the state's lock; changed through {@link Orders} alone, which keeps the indexes. */
public final class PurchaseOrder {
    private final String number;
    private final Account account;
    private final Instant created;
    private final ObjectNode header;
    private final List<OrderLine> lines;
    private PurchaseOrderState state = PurchaseOrderState.New;
    private Instant stateChanged;
    private Instant changed;
    private Instant updated;
    private boolean acknowledged;

    /** Amazon's words. */
    public enum PurchaseOrderState {
        New, Acknowledged, Closed
    }

    /** @param header {@code orderDetails} without its lines, dates of the order itself and state */
    PurchaseOrder(String number, Account account, Instant created, ObjectNode header, List<OrderLine> lines) {
        this.number = number;
        this.account = account;
        this.created = created;
        this.stateChanged = created;
        this.updated = created;
        this.header = header;
        this.lines = new ArrayList<>(lines);
    }

    public String number() {
        return number;
    }

    public Account account() {
        return account;
    }

    public Instant created() {
        return created;
    }

    /** Last changed by Amazon; null: never. */
    public Instant changed() {
        return changed;
    }

    /** Last changed in any way: what the status API calls updated. */
    public Instant updated() {
        return updated;
    }

    public Instant stateChanged() {
        return stateChanged;
    }

    public PurchaseOrderState state() {
        return state;
    }

    public boolean closed() {
        return state == PurchaseOrderState.Closed;
    }

    /** Whether an acknowledgement was accepted. */
    public boolean acknowledged() {
        return acknowledged;
    }

    public ObjectNode header() {
        return header;
    }

    public String vendorCode() {
        return Json.text(header, "sellingParty", "partyId");
    }

    public String shipTo() {
        return Json.text(header, "shipToParty", "partyId");
    }

    public List<OrderLine> lines() {
        return Collections.unmodifiableList(lines);
    }

    public Optional<OrderLine> line(String sequence) {
        return lines.stream().filter(l -> l.sequence().equals(sequence)).findFirst();
    }

    void addLine(OrderLine line) {
        lines.add(line);
    }

    void markAcknowledged() {
        acknowledged = true;
    }

    void markChanged(Instant time) {
        changed = time;
    }

    void markUpdated(Instant time) {
        updated = time;
    }

    /** The state that follows from the lines. */
    void settle(Instant time) {
        boolean finished = lines.stream().allMatch(OrderLine::finished);
        PurchaseOrderState next = finished ? PurchaseOrderState.Closed
            : acknowledged ? PurchaseOrderState.Acknowledged : PurchaseOrderState.New;
        if (next != state) {
            state = next;
            stateChanged = time;
        }
    }
}
