// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import static io.acornhub.lifecycle.LineMatch.common;
import static io.acornhub.lifecycle.LineMatch.or;

import io.acornhub.canonical.Party;
import io.acornhub.canonical.PurchaseOrder;
import io.acornhub.canonical.Quantity;
import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.canonical.ShipmentNotice.Content;
import io.acornhub.canonical.ShipmentNotice.Item;
import io.acornhub.canonical.ShipmentNotice.Package;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Completes a shipment notice from its orders: line numbers, item ids, vendor code, freight terms, ARN, ship-to, and the
 * order's unit where the item's pack size is configured. What the ERP says stays; what several orders say differently stays
 * open, for the guards to find.
 */
public final class ShipmentCompletion {
    private final OrderBook book;
    private final UnitConversion units;

    public ShipmentCompletion(OrderBook book, UnitConversion units) {
        this.book = book;
        this.units = units;
    }

    public ShipmentNotice complete(ShipmentNotice notice) {
        List<OrderState> states = notice.poNumbers().stream().flatMap(po -> book.order(po).stream()).toList();
        if (states.isEmpty()) {
            return notice;
        }
        List<PurchaseOrder> orders = states.stream().map(OrderState::order).toList();
        Map<String, OrderState.Line> converted = new HashMap<>();
        List<Item> items = new ArrayList<>();
        for (Item item : notice.items()) {
            Optional<OrderState.Line> line = line(item);
            line.filter(l -> convertible(item, l, notice)).ifPresent(l -> converted.put(item.itemNo(), l));
            items.add(line.map(l -> completed(item, l, converted.containsKey(item.itemNo()), extras(item, l))).orElse(item));
        }
        String freight = or(notice.freight(), common(orders.stream().map(PurchaseOrder::freight).toList()));
        String reference = notice.amazonReference() != null || !"COLLECT".equals(freight) ? notice.amazonReference()
            : common(states.stream().map(OrderState::amazonReference).toList());
        return new ShipmentNotice(notice.type(), notice.shipmentId(), notice.purpose(), notice.createdAt(), notice.shippedAt(),
            notice.estimatedDelivery(), notice.appointment(),
            or(notice.vendorCode(), common(orders.stream().map(PurchaseOrder::vendorCode).toList())), notice.billOfLading(),
            notice.proNumber(), reference, notice.sealNumber(), freight, notice.shipmentType(), notice.carrierCode(),
            notice.carrierName(), notice.cartonCount(), notice.palletCount(), notice.grossWeight(), notice.volume(),
            OrderedParties.withShipTo(notice.parties(), orders), notice.texts(), items, packages(notice, converted), notice.extras());
    }

    /** Only what an 856 leaves out and its receiver finds by the article: line numbers and the other article numbers. */
    public ShipmentNotice numbered(ShipmentNotice n) {
        List<Item> items = n.items().stream().map(i -> line(i).map(l -> completed(i, l, false, i.extras())).orElse(i)).toList();
        return new ShipmentNotice(n.type(), n.shipmentId(), n.purpose(), n.createdAt(), n.shippedAt(), n.estimatedDelivery(),
            n.appointment(), n.vendorCode(), n.billOfLading(), n.proNumber(), n.amazonReference(), n.sealNumber(), n.freight(),
            n.shipmentType(), n.carrierCode(), n.carrierName(), n.cartonCount(), n.palletCount(), n.grossWeight(), n.volume(),
            n.parties(), n.texts(), items, n.packages(), n.extras());
    }

    private Optional<OrderState.Line> line(Item item) {
        return item.poNumber() == null ? Optional.empty() : book.order(item.poNumber())
            .flatMap(o -> LineMatch.find(o, item.poLineNo(), item.gtin(), item.vendorItem(), item.buyerItem(), item.isbn()));
    }

    /** Whether the item and every part of it in the packages can be said in the unit ordered, with nothing left over. */
    private boolean convertible(Item item, OrderState.Line line, ShipmentNotice notice) {
        return differs(item.quantity(), line) && units.toUnitOf(item.quantity(), line).isPresent()
            && (notice.packages() == null || notice.packages().stream().filter(p -> p.contents() != null)
                .flatMap(p -> p.contents().stream()).filter(c -> item.itemNo().equals(c.itemNo()))
                .allMatch(c -> !differs(c.quantity(), line) || units.toUnitOf(c.quantity(), line).isPresent()));
    }

    private static boolean differs(Quantity quantity, OrderState.Line line) {
        return quantity != null && !line.unit().equals(quantity.unit());
    }

    private Quantity converted(Quantity quantity, OrderState.Line line) {
        return differs(quantity, line) ? units.toUnitOf(quantity, line).orElseThrow() : quantity;
    }

    private Map<String, String> extras(Item item, OrderState.Line line) {
        return book.order(item.poNumber()).map(o -> RememberedExtras.of(o, line.lineNo(), item.extras())).orElse(item.extras());
    }

    private Item completed(Item item, OrderState.Line line, boolean convert, Map<String, String> extras) {
        return new Item(item.itemNo(), item.poNumber(), line.lineNo(), or(item.buyerItem(), line.buyerItem()),
            or(item.vendorItem(), line.vendorItem()), or(item.gtin(), line.gtin()), or(item.isbn(), line.isbn()), item.description(),
            convert ? converted(item.quantity(), line) : item.quantity(), item.lot(), item.expiry(), extras);
    }

    private List<Package> packages(ShipmentNotice notice, Map<String, OrderState.Line> converted) {
        if (notice.packages() == null || converted.isEmpty()) {
            return notice.packages();
        }
        return notice.packages().stream().map(p -> p.contents() == null ? p : new Package(p.packageNo(), p.parentNo(), p.kind(), p.sscc(),
            p.trackingNumber(), p.grossWeight(), p.dimensions(), p.contents().stream().map(c -> converted.containsKey(c.itemNo())
                ? new Content(c.itemNo(), converted(c.quantity(), converted.get(c.itemNo())), c.lot(), c.expiry()) : c).toList())).toList();
    }
}
