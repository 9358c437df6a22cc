// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import io.acornhub.canonical.CanonicalDocument;
import io.acornhub.canonical.PurchaseOrder;
import io.acornhub.canonical.PurchaseOrderChange;
import io.acornhub.canonical.Remittance;
import io.acornhub.canonical.RoutingInstruction;
import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.interchange.Fault;
import io.acornhub.lifecycle.OrderBook.Use;
import io.acornhub.lifecycle.internal.Contributions;
import io.acornhub.lifecycle.internal.Counted;
import io.acornhub.lifecycle.internal.DatabaseOrderBook;
import io.acornhub.lifecycle.internal.Inbound;
import io.acornhub.lifecycle.internal.Numbers;
import io.acornhub.lifecycle.internal.OrderTable;
import io.acornhub.lifecycle.internal.Progress;
import io.acornhub.lifecycle.internal.StepLog.Doing;
import io.acornhub.lifecycle.internal.StepLog.Outcome;
import io.acornhub.partner.Deadline.Event;
import io.acornhub.partner.Partner;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * One order across its documents. What each document adds is rows of its own, so it counts once, however often it is told, and
 * can be taken back. Writing methods expect the caller's transaction, lock the orders they touch in the order of their numbers,
 * and refuse with reasons what the table of {@link Steps} calls illegal; of a refused document only the refusal is written.
 */
@Component
public class OrderLifecycle implements AcknowledgmentOutcome {
    private final JdbcTemplate jdbc;
    private final StoredDocuments documents;
    private final Clock clock;
    private final OrderTable orders;
    private final Counted counted;
    private final Progress progress;
    private final Contributions contributions;
    private final Inbound inbound;

    @Autowired
    public OrderLifecycle(JdbcTemplate jdbc, StoredDocuments documents) {
        this(jdbc, documents, Clock.systemUTC());
    }

    OrderLifecycle(JdbcTemplate jdbc, StoredDocuments documents, Clock clock) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.clock = clock;
        this.orders = new OrderTable(jdbc);
        this.counted = new Counted(jdbc);
        this.progress = new Progress(jdbc);
        this.contributions = new Contributions(jdbc);
        this.inbound = new Inbound(jdbc);
    }

    /**
     * An inbound document that passed its rules comes to count, at the latest when its delivery to the ERP is decided.
     *
     * @return why it must not count; then nothing but the refusal was written
     */
    public List<Fault> received(Partner partner, CanonicalDocument document, String documentId, Instant at) {
        if (document instanceof PurchaseOrder order) {
            return inbound.order(partner.name(), order, documentId, at, due(partner, "855", at));
        } else if (document instanceof PurchaseOrderChange change) {
            Instant due = due(partner, "865", at);
            return inbound.change(partner.name(), change, documentId, at, due,
                () -> book(partner, change, documentId).order(change.poNumber()).orElseThrow().order());
        } else if (document instanceof Remittance remittance) {
            return inbound.payment(partner.name(), remittance, documentId, at);
        } else if (document instanceof RoutingInstruction instruction) {
            return inbound.routing(partner.name(), instruction, documentId, at);
        }
        return List.of();
    }

    /**
     * An outbound document is on its way out.
     *
     * @return why it must not go; then nothing but the refusal was written
     */
    public List<Fault> sent(Partner partner, CanonicalDocument document, String documentId, Instant at) {
        Optional<Act> act = Act.of(document);
        if (act.isEmpty()) {
            return List.of();
        }
        Doing doing = new Doing(partner.name(), documentId, act.get(), document.documentNumber(), at);
        Optional<Use> replaced = replaced(partner.name(), document, documentId, at);
        Set<String> numbers = new TreeSet<>(document.poNumbers());
        replaced.ifPresent(r -> numbers.addAll(counted.orders(r.documentId())));
        Map<String, OrderTable.Header> known = orders.lock(partner.name(), numbers);
        Optional<Counted.Row> before = counted.find(documentId);
        if (before.isPresent() && before.get().status() != Counted.Status.REJECTED) {
            return List.of();
        }
        List<Fault> refused = act.get().ofOrders() ? progress.refusals(doing, known.values()) : new ArrayList<>();
        if (refused.isEmpty()) {
            // A document that was rejected and is sent once more under its old id counts anew.
            before.ifPresent(b -> counted.remove(documentId));
            refused.addAll(contributions.write(document, doing, known, replaced));
        }
        if (!refused.isEmpty()) {
            progress.refused(doing, numbers, known, refused);
            return refused;
        }
        numbers.forEach(po -> progress.step(doing, po, known.get(po), Outcome.TAKEN, null));
        return List.of();
    }

    /** The shipment that a replacing or cancelling notice is about: the document that has its id and counts. */
    private Optional<Use> replaced(String partner, CanonicalDocument document, String documentId, Instant at) {
        if (document instanceof ShipmentNotice notice && notice.purpose() != null && !"ORIGINAL".equals(notice.purpose())) {
            return new Numbers(jdbc).holder(partner, Numbers.SHIPMENT, notice.shipmentId())
                .filter(u -> !u.documentId().equals(documentId))
                .filter(u -> u.at().isAfter(at.minus(DatabaseOrderBook.SHIPMENT_ID_HOLDS)));
        }
        return Optional.empty();
    }

    /** The partner rejected what was sent: what it added is taken back and the work is open again. */
    public void rejected(Partner partner, CanonicalDocument document, String documentId, List<String> why, Instant at) {
        Optional<Counted.Row> unlocked = counted.find(documentId);
        if (unlocked.isEmpty()) {
            return;
        }
        Set<String> numbers = new TreeSet<>(counted.orders(documentId));
        if (unlocked.get().replaces() != null) {
            numbers.addAll(counted.orders(unlocked.get().replaces()));
        }
        Map<String, OrderTable.Header> known = orders.lock(partner.name(), numbers);
        Counted.Row row = counted.find(documentId).orElseThrow();
        if (row.status() == Counted.Status.REJECTED) {
            return;
        }
        contributions.takeBack(row, at);
        Doing doing = new Doing(partner.name(), documentId, row.act(), row.number(), at);
        numbers.forEach(po -> progress.step(doing, po, known.get(po), Outcome.TAKEN_BACK, String.join(" ", why)));
    }

    /** The partner acknowledged it. */
    public void accepted(Partner partner, CanonicalDocument document, String documentId, Instant at) {
        Set<String> numbers = new TreeSet<>(counted.orders(documentId));
        Map<String, OrderTable.Header> known = orders.lock(partner.name(), numbers);
        counted.find(documentId).filter(r -> r.status() == Counted.Status.COUNTS).ifPresent(row -> {
            counted.decided(documentId, Counted.Status.ACCEPTED, at);
            Doing doing = new Doing(partner.name(), documentId, row.act(), row.number(), at);
            numbers.forEach(po -> progress.step(doing, po, known.get(po), Outcome.ACCEPTED, null));
        });
    }

    /** What guards see: the document's own earlier contribution and that of a shipment it replaces left out. */
    public OrderBook book(Partner partner, CanonicalDocument document, String documentId) {
        Instant now = clock.instant();
        List<String> leftOut = new ArrayList<>(List.of(documentId));
        replaced(partner.name(), document, documentId, now).ifPresent(r -> leftOut.add(r.documentId()));
        return new DatabaseOrderBook(jdbc, documents, partner.name(), document, leftOut, now);
    }

    /** The partner whose orders the document is about; empty if none of them is known or several partners have such numbers. */
    public Optional<String> partnerOf(CanonicalDocument document) {
        Set<String> partners = new TreeSet<>();
        for (String po : document.poNumbers()) {
            partners.addAll(jdbc.queryForList("select partner from purchase_order where po_number = ?", String.class, po));
        }
        return partners.size() == 1 ? Optional.of(partners.iterator().next()) : Optional.empty();
    }

    /**
     * Locks the orders that these documents count in, partner by partner in the order of their numbers, before one transaction decides
     * on several documents, so that two such transactions never wait for each other in a ring.
     */
    public void lockOrdersOf(Collection<String> documentIds) {
        counted.ordersOf(documentIds).forEach(orders::lock);
    }

    /**
     * Locks orders until the transaction ends.
     *
     * @return by number the document that made the order; a number that is not known is left out
     */
    public Map<String, String> lock(Partner partner, Collection<String> poNumbers) {
        Map<String, String> makers = new HashMap<>();
        orders.lock(partner.name(), poNumbers).forEach((po, order) -> makers.put(po, order.documentId()));
        return makers;
    }

    private static Instant due(Partner partner, String document, Instant at) {
        return DeadlinePolicy.due(partner, document, Map.of(Event.ORDER, at)).orElse(null);
    }
}
