// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import io.acornhub.canonical.OrderAcknowledgment;
import io.acornhub.canonical.PurchaseOrder;
import io.acornhub.lifecycle.internal.OrderTable;
import io.acornhub.partner.Partner;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The orders by their numbers. What documents do to them is the matter of {@link OrderLifecycle}. */
@Repository
public class OrderRegister {
    private final OrderTable orders;
    private final OrderLifecycle lifecycle;

    public OrderRegister(JdbcTemplate jdbc, OrderLifecycle lifecycle) {
        this.orders = new OrderTable(jdbc);
        this.lifecycle = lifecycle;
    }

    /** An order's documents: the 850 that made it and the acknowledgment that was last sent, null before. */
    public record Entry(String orderDocument, String acknowledgmentDocument) {
    }

    /**
     * Registers a new order.
     *
     * @return empty if it is new or was registered by this very document; else the document that made the order before
     */
    public Optional<String> register(Partner partner, PurchaseOrder order, String documentId, Instant receivedAt) {
        return lifecycle.received(partner, order, documentId, receivedAt).isEmpty() ? Optional.empty()
            : find(partner.name(), order.poNumber()).map(Entry::orderDocument);
    }

    public Optional<Entry> find(String partner, String poNumber) {
        return orders.find(partner, poNumber).map(o -> new Entry(o.documentId(), o.acknowledgmentDocument()));
    }

    /** The partner that ordered under this number; empty if none or several did. */
    public Optional<String> partnerOf(String poNumber) {
        List<OrderTable.Header> found = orders.find(poNumber);
        return found.size() == 1 ? Optional.of(found.get(0).partner()) : Optional.empty();
    }

    /** Records an acknowledgment that is on its way out. */
    public void acknowledged(Partner partner, OrderAcknowledgment answer, String documentId, Instant at) {
        lifecycle.sent(partner, answer, documentId, at);
    }
}
