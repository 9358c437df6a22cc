// SPDX-License-Identifier: Apache-2.0
package io.acornhub.labels;

import io.acornhub.canonical.Measure;
import io.acornhub.canonical.Party;
import io.acornhub.canonical.Quantity;
import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.canonical.ShipmentNotice.Content;
import io.acornhub.canonical.ShipmentNotice.Item;
import io.acornhub.canonical.ShipmentNotice.Package;
import io.acornhub.labels.PackingList.Amount;
import io.acornhub.labels.PackingList.Entry;
import io.acornhub.labels.PackingList.Line;
import io.acornhub.labels.PackingList.Totals;
import io.acornhub.lifecycle.identifiers.Sscc;
import io.acornhub.partner.AddressBook;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Makes the packing list of a shipment notice. */
public final class PackingLists {
    private final ShipmentNotice notice;
    private final Map<String, Item> items = new HashMap<>();
    private final Map<String, List<Package>> children = new LinkedHashMap<>();
    private final Map<String, Integer> counted = new HashMap<>();
    private final Map<String, Integer> ofKind = new HashMap<>();
    private final Set<Package> listed = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Entry> entries = new ArrayList<>();

    private PackingLists(ShipmentNotice notice) {
        this.notice = notice;
        orEmpty(notice.items()).forEach(item -> items.putIfAbsent(item.itemNo(), item));
    }

    public static PackingList of(ShipmentNotice notice) {
        return new PackingLists(notice).make(orEmpty(notice.parties()));
    }

    /**
     * The same with addresses that the notice leaves out.
     *
     * @param owners code list folders that go before the common address book
     */
    public static PackingList of(ShipmentNotice notice, AddressBook book, String... owners) {
        return new PackingLists(notice).make(orEmpty(notice.parties()).stream().map(p -> book.completed(p, owners)).toList());
    }

    private PackingList make(List<Party> parties) {
        List<Package> packages = orEmpty(notice.packages());
        Set<String> numbers = new HashSet<>(packages.stream().map(Package::packageNo).toList());
        for (Package one : packages) {
            ofKind.merge(String.valueOf(one.kind()), 1, Integer::sum);
            // a parent that the notice does not have would hide the package
            String parent = numbers.contains(one.parentNo()) ? one.parentNo() : null;
            children.computeIfAbsent(parent, p -> new ArrayList<>()).add(one);
        }
        list(null, 0);
        // packages that lie in each other in a ring still are in the shipment
        packages.forEach(one -> add(one, 0));
        List<Line> unpacked = unpacked(packages);
        return new PackingList(notice.shipmentId(), notice.vendorCode(), notice.shippedAt(), notice.estimatedDelivery(),
            notice.billOfLading(), notice.proNumber(), notice.amazonReference(), notice.sealNumber(), notice.freight(),
            notice.carrierCode(), notice.carrierName(), parties, List.copyOf(entries), unpacked, totals(unpacked));
    }

    private void list(String parent, int depth) {
        children.getOrDefault(parent, List.of()).forEach(one -> add(one, depth));
    }

    private void add(Package one, int depth) {
        if (!listed.add(one)) {
            return;
        }
        String kind = String.valueOf(one.kind());
        List<Line> lines = orEmpty(one.contents()).stream().map(this::line).toList();
        entries.add(new Entry(one.packageNo(), one.parentNo(), one.kind(), counted.merge(kind, 1, Integer::sum), ofKind.get(kind), depth,
            Sscc.read(one.sscc()).orElse(one.sscc()), one.trackingNumber(), plain(one.grossWeight()), lines));
        list(one.packageNo(), depth + 1);
    }

    private Line line(Content content) {
        Item item = items.get(content.itemNo());
        String lot = content.lot() != null || item == null ? content.lot() : item.lot();
        return item == null ? new Line(null, null, null, null, null, null, "item " + content.itemNo(), amount(content.quantity()),
            unit(content.quantity()), lot, content.expiry()) : line(item, content.quantity(), lot, content);
    }

    private static Line line(Item item, Quantity quantity, String lot, Content content) {
        return new Line(item.poNumber(), item.poLineNo(), item.vendorItem(), item.buyerItem(), item.gtin(), item.isbn(),
            item.description(), amount(quantity), unit(quantity), lot,
            content != null && content.expiry() != null ? content.expiry() : item.expiry());
    }

    private List<Line> unpacked(List<Package> packages) {
        Set<String> packed = new HashSet<>();
        packages.forEach(one -> orEmpty(one.contents()).forEach(content -> packed.add(content.itemNo())));
        return orEmpty(notice.items()).stream().filter(item -> !packed.contains(item.itemNo()))
            .map(item -> line(item, item.quantity(), item.lot(), null)).toList();
    }

    private Totals totals(List<Line> unpacked) {
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        Stream.concat(entries.stream().flatMap(e -> e.contents().stream()), unpacked.stream()).filter(l -> l.quantity() != null)
            .forEach(l -> sums.merge(String.valueOf(l.unit()), l.quantity(), BigDecimal::add));
        return new Totals(ofKind.getOrDefault("PALLET", 0), ofKind.getOrDefault("CARTON", 0), sums.entrySet().stream()
            .map(e -> new Amount(plain(e.getValue()), e.getKey())).toList(), plain(notice.grossWeight()), plain(notice.volume()),
            orEmpty(notice.items()).stream().map(Item::poNumber).filter(Objects::nonNull).distinct().toList());
    }

    private static BigDecimal amount(Quantity quantity) {
        return quantity == null ? null : plain(quantity.amount());
    }

    private static String unit(Quantity quantity) {
        return quantity == null ? null : quantity.unit();
    }

    private static Measure plain(Measure measure) {
        return measure == null ? null : new Measure(plain(measure.amount()), measure.unit());
    }

    /** 12, not 12.0000 and not 1.2E+1. */
    private static BigDecimal plain(BigDecimal value) {
        if (value == null || value.signum() == 0) {
            return value == null ? null : BigDecimal.ZERO;
        }
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : list;
    }
}
