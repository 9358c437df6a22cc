// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.orders;

import io.acornhub.simulator.internal.base.Money;
import io.acornhub.simulator.internal.base.Packing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A line of an order with its history. Amounts count in the line's packing, units one by one. Guarded by the state's lock. */
public final class OrderLine {
    private final String sequence;
    private final String asin;
    private final String vendorProduct;
    private final Packing packing;
    private final boolean backOrderAllowed;
    private final Money listPrice;
    private Money netCost;
    private long ordered;
    private long beforeCancelling;
    private final List<Change> changes = new ArrayList<>(1);
    private List<Entry> entries = List.of();
    private final List<Answer> answers = new ArrayList<>(1);
    private long shippedUnits;
    private long arrivedUnits;
    private long receivedUnits;
    private Instant lastReceived;

    /** The ordered amount grew, or a part of it was cancelled (below zero). */
    public record Change(Instant time, long amount) {
    }

    /** What an acknowledgement says of a part of the line. */
    public record Entry(String code, long amount, Instant shipDate, Instant deliveryDate, String reason) {
        boolean rejected() {
            return code.equalsIgnoreCase("Rejected");
        }
    }

    /** An acknowledgement as the status API remembers it. */
    public record Answer(Instant time, long accepted, long rejected) {
    }

    /** What never changes in a line. */
    public record Item(String sequence, String asin, String vendorProduct, Packing packing, boolean backOrderAllowed,
                       Money listPrice) {
    }

    OrderLine(Item item, Money netCost, long ordered, Instant time) {
        this.sequence = item.sequence();
        this.asin = item.asin();
        this.vendorProduct = item.vendorProduct();
        this.packing = item.packing();
        this.backOrderAllowed = item.backOrderAllowed();
        this.listPrice = item.listPrice();
        this.netCost = netCost;
        this.ordered = ordered;
        changes.add(new Change(time, ordered));
    }

    public String sequence() {
        return sequence;
    }

    public String asin() {
        return asin;
    }

    public String vendorProduct() {
        return vendorProduct;
    }

    public Packing packing() {
        return packing;
    }

    public boolean backOrderAllowed() {
        return backOrderAllowed;
    }

    public Money netCost() {
        return netCost;
    }

    public Money listPrice() {
        return listPrice;
    }

    public long ordered() {
        return ordered;
    }

    public List<Change> changes() {
        return changes;
    }

    public List<Entry> entries() {
        return entries;
    }

    public List<Answer> answers() {
        return answers;
    }

    public boolean acknowledged() {
        return !answers.isEmpty();
    }

    /** Back-ordered amounts count as accepted. */
    public long accepted() {
        return entries.stream().filter(e -> !e.rejected()).mapToLong(Entry::amount).sum();
    }

    public long rejected() {
        return entries.stream().filter(Entry::rejected).mapToLong(Entry::amount).sum();
    }

    public long acceptedUnits() {
        return accepted() * packing.size();
    }

    public long shippedUnits() {
        return shippedUnits;
    }

    public long receivedUnits() {
        return receivedUnits;
    }

    public Instant lastReceived() {
        return lastReceived;
    }

    void acknowledge(List<Entry> with, Instant time) {
        entries = List.copyOf(with);
        answers.add(new Answer(time, accepted(), rejected()));
    }

    void reorder(long amount, Instant time) {
        changes.add(new Change(time, amount - ordered));
        ordered = amount;
    }

    void cancel(Instant time) {
        if (ordered > 0) {
            beforeCancelling = ordered;
            reorder(0, time);
        }
    }

    void uncancel(Instant time) {
        if (ordered == 0 && beforeCancelling > 0) {
            reorder(beforeCancelling, time);
        }
    }

    void cost(Money to) {
        netCost = to;
    }

    public void ship(long units) {
        shippedUnits += units;
    }

    /** Of those that arrived fewer may have been counted. */
    void receive(long arrived, long counted, Instant time) {
        arrivedUnits += arrived;
        receivedUnits += counted;
        lastReceived = counted > 0 ? time : lastReceived;
    }

    /** Shipped and not arrived. */
    public long unitsUnderWay() {
        return shippedUnits - arrivedUnits;
    }

    /** UNCONFIRMED, ACCEPTED, PARTIALLY_ACCEPTED or REJECTED. */
    public String confirmationStatus() {
        if (!acknowledged()) {
            return "UNCONFIRMED";
        }
        if (accepted() == 0 && ordered > 0) {
            return "REJECTED";
        }
        return accepted() >= ordered ? "ACCEPTED" : "PARTIALLY_ACCEPTED";
    }

    /** NOT_RECEIVED, PARTIALLY_RECEIVED or RECEIVED. */
    public String receiveStatus() {
        if (receivedUnits == 0) {
            return "NOT_RECEIVED";
        }
        return receivedUnits >= acceptedUnits() ? "RECEIVED" : "PARTIALLY_RECEIVED";
    }

    /** Nothing more is to come of it. */
    boolean finished() {
        return ordered == 0 || acknowledged() && receivedUnits >= acceptedUnits();
    }
}
