// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards;

import io.acornhub.canonical.InventoryAdvice;
import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.OrderState;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What is known before a document, as a test sets it. */
public final class BookInMemory implements OrderBook {
    private final Map<String, OrderState> orders = new HashMap<>();
    private final Map<String, Use> shipments = new HashMap<>();
    private final Map<String, Replaced> replaced = new HashMap<>();
    private final Map<String, Use> invoices = new HashMap<>();
    private final Map<String, Use> ssccs = new HashMap<>();
    private final Map<String, Use> payments = new HashMap<>();
    private final Instant now;
    private InventoryAdvice fullAdvice;
    private Instant firstAnswered;

    public BookInMemory(Instant now, OrderState... states) {
        this.now = now;
        Arrays.stream(states).forEach(s -> orders.put(s.order().poNumber(), s));
    }

    public BookInMemory withShipment(String id) {
        shipments.put(id, use(id));
        return this;
    }

    /** The notice before was sent so many days ago. */
    public BookInMemory withReplaced(ShipmentNotice notice, int days) {
        replaced.put(notice.shipmentId(), new Replaced(new Use("doc-before", notice.shipmentId(), now.minusSeconds(86_400L * days)),
            notice));
        return this;
    }

    /** Every order was first answered so many hours ago. */
    public BookInMemory withFirstAnswer(int hours) {
        firstAnswered = now.minusSeconds(3600L * hours);
        return this;
    }

    @Override
    public Optional<Instant> firstAnswered(String poNumber) {
        return Optional.ofNullable(firstAnswered);
    }

    @Override
    public Optional<Replaced> replaced(String shipmentId) {
        return Optional.ofNullable(replaced.get(shipmentId));
    }

    public BookInMemory withInvoice(String number) {
        invoices.put(number, use(number));
        return this;
    }

    public BookInMemory withSscc(String sscc) {
        ssccs.put(sscc, use("SHP-BEFORE"));
        return this;
    }

    public BookInMemory withPayment(String reference) {
        payments.put(reference, use(reference));
        return this;
    }

    public BookInMemory withFullAdvice(InventoryAdvice advice) {
        fullAdvice = advice;
        return this;
    }

    private Use use(String number) {
        return new Use("doc-before", number, now.minusSeconds(86_400));
    }

    @Override
    public Optional<OrderState> order(String poNumber) {
        return Optional.ofNullable(orders.get(poNumber));
    }

    @Override
    public Optional<Use> shipment(String shipmentId) {
        return Optional.ofNullable(shipments.get(shipmentId));
    }

    @Override
    public Optional<Use> invoice(String invoiceNumber) {
        return Optional.ofNullable(invoices.get(invoiceNumber));
    }

    @Override
    public Optional<Use> sscc(String sscc) {
        return Optional.ofNullable(ssccs.get(sscc));
    }

    @Override
    public Optional<Use> payment(String paymentReference) {
        return Optional.ofNullable(payments.get(paymentReference));
    }

    @Override
    public Optional<InventoryAdvice> fullAdvice() {
        return Optional.ofNullable(fullAdvice);
    }

    @Override
    public Instant now() {
        return now;
    }
}
