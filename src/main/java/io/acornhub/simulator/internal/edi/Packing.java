// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.edi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acornhub.simulator.internal.x12.SyntaxCheck;
import io.acornhub.simulator.internal.x12.X12Segment;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The goods of an 856: each article of an order once with all its units ({@code shippedItems}), each carton and pallet with what
 * lies in it. A carton of two orders stands under both of them and is one carton.
 */
final class Packing {
    private final KnownOrders orders;
    private final ZoneId zone;
    private final List<Finding> findings;
    private final ArrayNode items = JsonNodeFactory.instance.arrayNode();
    private final ArrayNode cartons = JsonNodeFactory.instance.arrayNode();
    private final ArrayNode pallets = JsonNodeFactory.instance.arrayNode();
    private final Map<String, ObjectNode> itemByKey = new LinkedHashMap<>();
    private final Map<String, ObjectNode> packageById = new LinkedHashMap<>();
    /** Package and order level: a number may come again under another order, not under the same. */
    private final Map<String, Level> orderOfPackage = new LinkedHashMap<>();

    Packing(KnownOrders orders, ZoneId zone, List<Finding> findings) {
        this.orders = orders;
        this.zone = zone;
        this.findings = findings;
    }

    void fill(ObjectNode shipment, List<Level> levels) {
        for (Level level : levels) {
            if (level.code().equals("P") || level.code().equals("T")) {
                pack(level);
            } else if (level.code().equals("I")) {
                item(level);
            }
        }
        shipment.set("shippedItems", items);
        if (!cartons.isEmpty()) {
            shipment.set("cartons", cartons);
        }
        if (!pallets.isEmpty()) {
            shipment.set("pallets", pallets);
        }
    }

    private static String identify(Level level) {
        String sscc = level.first("MAN", "GM").get(2);
        return level.code() + (sscc.isEmpty() ? level.first("MAN", "CP").get(2) : sscc);
    }

    private void pack(Level level) {
        boolean pallet = level.code().equals("T");
        String id = identify(level);
        if (id.length() == 1) {
            findings.add(Finding.defect("package-number", (pallet ? "a pallet" : "a package") + " without MAN: nothing can be scanned"));
            id += "#" + packageById.size();
        }
        String sscc = level.first("MAN", "GM").get(2);
        if (!sscc.isEmpty() && !(sscc.matches("00\\d{18}") && CheckDigit.isRight(sscc.substring(2)))) {
            findings.add(Finding.refused("sscc", "MAN GM " + sscc + ": an SSCC is 00 and 18 digits, the last one its check digit"));
        }
        Level order = level.upTo("O");
        Level before = orderOfPackage.put(id, order == null ? level : order);
        if (before != null && before.equals(order)) {
            findings.add(Finding.refused("sscc-unique", "package " + id.substring(1) + " stands twice under one order"));
        }
        if (!packageById.containsKey(id)) {
            packageById.put(id, pallet ? pallet(sscc) : carton(level, sscc));
        }
        if (!pallet && level.upTo("T") != null) {
            load(level, id);
        }
        if (level.children().isEmpty()) {
            findings.add(Finding.defect("empty-package", (pallet ? "pallet " : "package ") + id.substring(1) + " holds nothing"));
        }
    }

    private ObjectNode carton(Level level, String sscc) {
        ObjectNode carton = cartons.addObject();
        carton.put("cartonSequenceNumber", String.format("%03d", cartons.size()));
        if (!sscc.isEmpty()) {
            identifier(carton.putArray("cartonIdentifiers"), sscc);
        }
        String tracking = level.first("MAN", "CP").get(2);
        if (!tracking.isEmpty()) {
            carton.put("trackingNumber", tracking);
        }
        carton.putArray("items");
        return carton;
    }

    private ObjectNode pallet(String sscc) {
        ObjectNode pallet = pallets.addObject();
        ArrayNode identifiers = pallet.putArray("palletIdentifiers");
        if (!sscc.isEmpty()) {
            identifier(identifiers, sscc);
        }
        return pallet;
    }

    private static void identifier(ArrayNode identifiers, String sscc) {
        identifiers.addObject().put("containerIdentificationType", "SSCC").put("containerIdentificationNumber", sscc);
    }

    private void load(Level carton, String id) {
        ObjectNode pallet = packageById.get(identify(carton.upTo("T")));
        String number = packageById.get(id).path("cartonSequenceNumber").asText();
        if (pallet != null) {
            ObjectNode details = pallet.withObject("/cartonReferenceDetails");
            ArrayNode numbers = details.withArray("/cartonReferenceNumbers");
            for (int i = 0; i < numbers.size(); i++) {
                if (numbers.get(i).asText().equals(number)) {
                    return;
                }
            }
            numbers.add(number);
            details.put("cartonCount", numbers.size());
        }
    }

    private void item(Level level) {
        X12Segment lin = level.first("LIN");
        X12Segment sn1 = level.first("SN1");
        Level above = level.upTo("O");
        Order order = above == null ? null : orders.order(above.first("PRF").get(1)).orElse(null);
        BigDecimal amount = sn1.number(2).orElse(BigDecimal.ZERO);
        if (order == null) {
            return;
        }
        Order.Line line = order.line(lin.get(1), lin, 2).orElse(null);
        String said = "item " + lin.pair(2, "UP", "EN", "UK", "IB", "VN", "SK", "BP") + " of order " + order.number();
        if (line == null) {
            findings.add(Finding.refused("line-known", said + ": the order has no such article"));
        } else if (!sn1.get(3).equals(line.x12Unit())) {
            findings.add(Finding.defect("unit", said + ": SN103 is " + sn1.get(3) + ", ordered in " + line.x12Unit()));
        }
        if (amount.signum() <= 0) {
            findings.add(Finding.refused("quantity", said + ": SN102 is " + sn1.get(2) + ", it must be above zero"));
        }
        ObjectNode item = itemByKey.computeIfAbsent(key(level, order, line, lin), key -> newItem(level, order, line, lin, sn1));
        BigDecimal sum = item.path("shippedQuantity").path("amount").decimalValue().add(amount);
        item.set("shippedQuantity", Parts.quantity(sum, sn1.get(3), line));
        contain(level, item, Parts.quantity(amount, sn1.get(3), line));
    }

    private static String key(Level level, Order order, Order.Line line, X12Segment lin) {
        return order.number() + "|" + (line == null ? lin.elements() : line.number()) + "|" + level.first("REF", "LT").get(2) + "|"
            + level.first("DTM", "036").get(2) + "|" + level.first("SN1").get(3);
    }

    private ObjectNode newItem(Level level, Order order, Order.Line line, X12Segment lin, X12Segment sn1) {
        ObjectNode item = items.addObject();
        item.put("itemSequenceNumber", String.format("%03d", items.size()));
        Parts.identifiers(item, line, lin, 2);
        item.set("shippedQuantity", Parts.quantity(BigDecimal.ZERO, sn1.get(3), line));
        ObjectNode details = item.putObject("itemDetails").put("purchaseOrderNumber", order.number());
        String lot = level.first("REF", "LT").get(2);
        if (!lot.isEmpty()) {
            details.put("lotNumber", lot);
        }
        X12Segment expiry = level.first("DTM", "036");
        if (SyntaxCheck.isDay(expiry.get(2))) {
            details.putObject("expiry").put("expiryDate", Instants.of(expiry.get(2), "", "", zone).toString());
        }
        return item;
    }

    private void contain(Level level, ObjectNode item, ObjectNode quantity) {
        Level holder = level.upTo("P") == null ? level.upTo("T") : level.upTo("P");
        ObjectNode container = holder == null ? null : packageById.get(identify(holder));
        if (container != null) {
            ObjectNode content = container.withArray("/items").addObject().put("itemReference", item.path("itemSequenceNumber").asText());
            content.set("shippedQuantity", quantity);
        }
    }
}
