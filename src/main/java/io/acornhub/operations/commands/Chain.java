// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.commands;

import io.acornhub.canonical.CanonicalDocument;
import io.acornhub.canonical.Invoice;
import io.acornhub.canonical.OrderAcknowledgment;
import io.acornhub.canonical.PurchaseOrder;
import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.AcknowledgmentResolver;
import io.acornhub.lifecycle.ChangeByOrder;
import io.acornhub.lifecycle.Finding;
import io.acornhub.lifecycle.InboundRules;
import io.acornhub.lifecycle.InvoiceCompletion;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.OrdersAtHand;
import io.acornhub.lifecycle.ShipmentCompletion;
import io.acornhub.lifecycle.UnitConversion;
import io.acornhub.lifecycle.Verdicts;
import io.acornhub.lifecycle.guards.GuardSettings;
import io.acornhub.lifecycle.guards.Guards;
import io.acornhub.partner.Agreement;
import io.acornhub.partner.Configuration;
import io.acornhub.partner.Partner;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The documents of several files in their order: each is judged by those before it, as the hub would, and then counts. What comes in
 * always counts, what goes out only if nothing holds it. What is unknown is a fault only where something of its kind is at hand: a
 * single answer is not held because its order is not among the files.
 */
final class Chain {
    private final Configuration configuration;
    private final Clock clock;
    private final Map<String, OrdersAtHand> books = new HashMap<>();
    private final Map<String, Set<String>> doors = new HashMap<>();

    Chain(Configuration configuration, Clock clock) {
        this.configuration = configuration;
        this.clock = clock;
    }

    /** @param message what the document came as, such as 850; {@code number} the control number of its interchange */
    List<Fault> received(CanonicalDocument document, String message, String number, Partner partner, Agreement agreement) {
        OrdersAtHand book = book(partner);
        CanonicalDocument content = document instanceof PurchaseOrder order && ChangeByOrder.isChange(order)
            ? ChangeByOrder.of(order, number) : document;
        List<Fault> faults = stops(InboundRules.check(message, content, book.before(content, clock.instant())), book, agreement);
        if (content instanceof PurchaseOrder order && book.knows(order.poNumber())) {
            faults.add(Fault.onPath(FaultCode.PURCHASE_ORDER_REPEATED, "poNumber", order.poNumber(), "Order " + order.poNumber()
                + " came before; it never becomes a second order."));
        }
        book.take(content);
        content.poNumbers().forEach(po -> doors.computeIfAbsent(partner.name() + "/" + po, key -> new HashSet<>())
            .add(agreement.channel()));
        return faults;
    }

    /** A file as it would leave: nothing is completed but what its receiver finds by the article numbers. */
    List<Fault> sent(CanonicalDocument document, Partner partner, Agreement agreement) {
        OrdersAtHand book = book(partner);
        OrderBook before = book.before(document, clock.instant());
        return guarded(document instanceof ShipmentNotice notice ? new ShipmentCompletion(before, UnitConversion.NONE).numbered(notice)
            : document, before, book, partner, agreement);
    }

    /** A document of the ERP or the warehouse, completed as the hub does; SSCCs of the hub's own making are not made here. */
    List<Fault> written(CanonicalDocument document) {
        Optional<Partner> partner = addressee(document);
        if (partner.isEmpty()) {
            return List.of();
        }
        OrdersAtHand book = book(partner.get());
        OrderBook before = book.before(document, clock.instant());
        CanonicalDocument completed = completed(document, before, partner.get());
        Agreement agreement = partner.get().outgoing(completed.type(), completed.answers(), channels -> cameBy(completed, partner.get(),
            channels)).or(() -> partner.get().outgoing(completed.type(), completed.answers())).orElseThrow();
        List<Fault> faults = guarded(completed, before, book, partner.get(), agreement);
        boolean given = completed instanceof ShipmentNotice notice && partner.get().ssccPrefix(notice.vendorCode()).isPresent();
        return given ? faults.stream().filter(f -> f.code() != FaultCode.SSCC_MISSING).toList() : faults;
    }

    /** Whether all its orders came by one of these channels, as far as the files show. */
    private boolean cameBy(CanonicalDocument document, Partner partner, List<String> channels) {
        return document.poNumbers().stream().allMatch(po -> doors.getOrDefault(partner.name() + "/" + po, Set.of()).stream()
            .anyMatch(channels::contains));
    }

    private CanonicalDocument completed(CanonicalDocument document, OrderBook before, Partner partner) {
        String[] owners = partner.codeLists() == null ? new String[0] : new String[] {partner.codeLists()};
        UnitConversion units = UnitConversion.by(configuration.packSizes(), owners);
        if (document instanceof OrderAcknowledgment answer) {
            return before.order(answer.poNumber()).map(order -> AcknowledgmentResolver.resolve(answer, order))
                .orElseGet(() -> AcknowledgmentResolver.resolve(answer));
        }
        if (document instanceof ShipmentNotice notice) {
            return new ShipmentCompletion(before, units).complete(notice);
        }
        return document instanceof Invoice invoice ? new InvoiceCompletion(before, units).complete(invoice) : document;
    }

    private List<Fault> guarded(CanonicalDocument document, OrderBook before, OrdersAtHand book, Partner partner, Agreement agreement) {
        List<Fault> faults = stops(Guards.check(document, before, GuardSettings.of(partner, agreement,
            configuration.codeLists())), book, agreement);
        if (faults.isEmpty()) {
            book.take(document);
        }
        return faults;
    }

    private static List<Fault> stops(List<Finding> findings, OrdersAtHand book, Agreement agreement) {
        List<Fault> faults = new ArrayList<>(Verdicts.of(findings, agreement).stops());
        faults.removeIf(f -> f.code() == FaultCode.ORDER_UNKNOWN && !book.hasOrders()
            || f.code() == FaultCode.INVOICE_UNKNOWN && !book.hasInvoices());
        return faults;
    }

    /** Whose order it is about; of a document that names none the first that takes such. */
    private Optional<Partner> addressee(CanonicalDocument document) {
        List<Partner> takers = configuration.partners().stream()
            .filter(p -> p.outgoing(document.type(), document.answers()).isPresent()).toList();
        return takers.stream().filter(p -> document.poNumbers().stream().anyMatch(book(p)::knows)).findFirst()
            .or(() -> takers.stream().findFirst());
    }

    private OrdersAtHand book(Partner partner) {
        return books.computeIfAbsent(partner.name(), OrdersAtHand::new);
    }
}
