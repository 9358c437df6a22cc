// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import io.acornhub.canonical.CanonicalDocument;
import io.acornhub.canonical.PurchaseOrder;
import io.acornhub.canonical.PurchaseOrderChange;
import io.acornhub.interchange.Document;
import io.acornhub.interchange.DocumentChange;
import io.acornhub.interchange.DocumentState;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.Light;
import io.acornhub.lifecycle.Alarm;
import io.acornhub.lifecycle.Alarms;
import io.acornhub.lifecycle.ChangeByVersion;
import io.acornhub.lifecycle.OrderComparison;
import io.acornhub.lifecycle.OrderComparison.Difference;
import io.acornhub.lifecycle.OrderCopies;
import io.acornhub.lifecycle.OrderDoors;
import io.acornhub.lifecycle.OrderLifecycle;
import io.acornhub.partner.Partner;
import io.acornhub.routing.Queues;
import io.acornhub.routing.internal.orders.GapSweeps;
import io.acornhub.routing.internal.orders.OrderPages;
import io.acornhub.sellingpartner.orders.OrderVersions;
import io.acornhub.sellingpartner.orders.OrderVersions.Version;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What an order is that the register may have already: a copy by another door, which is compared and makes no second order, or a
 * later version by the same door, which is a change if it says something else. Decided in the transaction of dispatch with the order
 * locked, where every version that came to count before is in the register; one that is overtaken by a later version ends there.
 */
@Component
class KnownOrders {
    private static final int FAULTS_SHOWN = 50;
    private static final int DIFFERENCES_TOLD = 3;
    private final OrderLifecycle lifecycle;
    private final OrderDoors doors;
    private final OrderCopies copies;
    private final OrderVersions versions;
    private final CanonicalStore canonical;
    private final GapSweeps gaps;
    private final Alarms alarms;
    private final Clock clock;

    KnownOrders(OrderLifecycle lifecycle, OrderDoors doors, OrderCopies copies, OrderVersions versions,
                CanonicalStore canonical, GapSweeps gaps, Alarms alarms, Clock clock) {
        this.lifecycle = lifecycle;
        this.doors = doors;
        this.copies = copies;
        this.versions = versions;
        this.canonical = canonical;
        this.gaps = gaps;
        this.alarms = alarms;
        this.clock = clock;
    }

    /**
     * @param content what the document comes to count as; empty where it ends here, and the change says why
     */
    Optional<CanonicalDocument> arrive(DocumentChange change, Document document, CanonicalDocument content, Partner partner,
                                       String channel) {
        boolean version = OrderPages.MESSAGE.equals(document.message());
        boolean concerned = content instanceof PurchaseOrder || version && content instanceof PurchaseOrderChange;
        if (!concerned) {
            return Optional.of(content);
        }
        String po = content.poNumbers().get(0);
        String maker = lifecycle.lock(partner, List.of(po)).get(po);
        if (maker == null || maker.equals(document.id())) {
            return Optional.of(content);
        }
        if (version && overtaken(change, document, po)) {
            return Optional.empty();
        }
        if (!(content instanceof PurchaseOrder order)) {
            return Optional.of(content);
        }
        List<OrderDoors.Door> came = doors.of(partner.name(), po);
        if (came.stream().noneMatch(d -> d.channel().equals(channel))) {
            compared(change, document, order, partner, channel, came);
            return Optional.empty();
        }
        return version ? version(change, document, order, partner) : Optional.of(content);
    }

    /** Whether another copy or version was registered after {@link #arrive} found none: then it has to be asked again. */
    boolean raced(Document document, CanonicalDocument content, Partner partner, String channel) {
        return content instanceof PurchaseOrder order && (OrderPages.MESSAGE.equals(document.message())
            || doors.of(partner.name(), order.poNumber()).stream().noneMatch(d -> d.channel().equals(channel)));
    }

    /** The document counts as order or change. */
    void counts(Document document, CanonicalDocument content, Partner partner, String channel) {
        if (content instanceof PurchaseOrder order) {
            doors.note(partner.name(), order.poNumber(), channel, document.id(), clock.instant());
        }
        if (OrderPages.MESSAGE.equals(document.message())) {
            versions.counts(document.id(), clock.instant());
            versions.ofDocument(document.id()).ifPresent(v -> gaps.filled(v.connection(), v.poNumber(), clock.instant()));
        }
    }

    private boolean overtaken(DocumentChange change, Document document, String po) {
        Optional<Version> own = versions.ofDocument(document.id());
        Optional<Version> latest = own.flatMap(v -> versions.latest(v.connection(), po));
        if (latest.isEmpty() || latest.get().documentId().equals(document.id()) || !latest.get().laterThan(own.get())) {
            return false;
        }
        ends(change, "overtaken", "a later version of order " + po + " counts already (document " + latest.get().documentId()
            + (latest.get().changedAt() == null ? "" : ", changed " + latest.get().changedAt()) + ")");
        return true;
    }

    private Optional<CanonicalDocument> version(DocumentChange change, Document document, PurchaseOrder order, Partner partner) {
        PurchaseOrder stands = lifecycle.book(partner, order, document.id()).order(order.poNumber()).orElseThrow().order();
        Optional<Version> own = versions.ofDocument(document.id());
        LocalDate day = own.map(Version::changedAt).map(at -> LocalDate.ofInstant(at, partner.zone())).orElse(null);
        Optional<PurchaseOrderChange> differs = ChangeByVersion.of(stands, order, number(document, own), day);
        if (differs.isEmpty()) {
            versions.counts(document.id(), clock.instant());
            ends(change, "seen", "this version of order " + order.poNumber() + " says nothing else than the order as it stands");
            return Optional.empty();
        }
        change.canonical(differs.get().type(), canonical.keep(canonical.write(differs.get())))
            .event(Queues.INBOUND_DISPATCH, "compared", "this version makes " + differs.get().purpose() + " "
                + differs.get().changeNumber() + " of order " + order.poNumber() + ": " + inWords(differs.get()));
        return Optional.of(differs.get());
    }

    /** When Amazon changed it, and by which content, since a date may be missing or stand twice. */
    private static String number(Document document, Optional<Version> own) {
        String hash = own.map(v -> v.hash().substring(0, 8)).orElse(document.id());
        return own.map(Version::changedAt).map(at -> at + "-" + hash).orElse(hash);
    }

    private static String inWords(PurchaseOrderChange change) {
        List<String> words = new ArrayList<>();
        if (change.lines() == null) {
            words.add("all lines cancelled");
        } else {
            change.lines().forEach(l -> words.add("line " + l.lineNo() + " " + l.action()));
        }
        if (change.shipWindow() != null || change.deliveryWindow() != null) {
            words.add("window");
        }
        if (change.parties() != null) {
            words.add("ship-to");
        }
        return words.isEmpty() ? "terms" : String.join(", ", words);
    }

    private void compared(DocumentChange change, Document document, PurchaseOrder order, Partner partner, String channel,
                          List<OrderDoors.Door> came) {
        PurchaseOrder stands = lifecycle.book(partner, order, document.id()).order(order.poNumber()).orElseThrow().order();
        OrderComparison comparison = OrderComparison.of(stands, order);
        doors.note(partner.name(), order.poNumber(), channel, document.id(), clock.instant());
        copies.note(document.id(), comparison.differences());
        versions.counts(document.id(), clock.instant());
        String before = came.isEmpty() ? "before" : "by " + came.get(0).channel() + " (document " + came.get(0).documentId() + ")";
        String said = comparison.notCarried().isEmpty() ? "" : " Only one of them says " + String.join(", ", comparison.notCarried()) + ".";
        if (comparison.differences().isEmpty()) {
            ends(change, "recognised", "order " + order.poNumber() + " came " + before + "; " + comparison.compared()
                + " fields say the same." + said);
            return;
        }
        List<Fault> faults = comparison.differences().stream().limit(FAULTS_SHOWN).map(d -> Fault.onPath(FaultCode.ORDER_COPY_DIFFERS,
            d.path(), d.offered(), d.inWords())).toList();
        String words = "Order " + order.poNumber() + " came " + before + " and by " + channel + ", and the copies differ in "
            + comparison.differences().size() + " of " + comparison.compared() + " fields: " + comparison.differences().stream()
                .limit(DIFFERENCES_TOLD).map(Difference::inWords).collect(Collectors.joining("; "))
            + ". The order stays as it is registered; find out which copy counts.";
        change.faults(faults);
        alarms.raise(Alarm.of("copy:" + document.id(), Alarm.Kind.ORDER_COPY_DIFFERS, Alarm.Level.ALARM, partner.name(),
            order.poNumber(), document.id(), Alarm.ofDocument(document.id()), words, clock.instant()));
        ends(change, "recognised", words + said);
    }

    private static void ends(DocumentChange change, String what, String words) {
        change.state(DocumentState.CLOSED).light(Light.DELIVERED, Light.Colour.GREY).done(Queues.INBOUND_DISPATCH)
            .event(Queues.INBOUND_DISPATCH, what, words);
    }
}
