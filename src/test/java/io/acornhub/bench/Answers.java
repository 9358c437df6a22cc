// SPDX-License-Identifier: Apache-2.0
package io.acornhub.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Locale;

/** Canonical documents that answer the orders of {@link Orders} in full: acknowledged, shipped and invoiced as ordered. */
final class Answers {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ORDERED = "2026-03-02";

    private Answers() {
    }

    static String acknowledgment(String po, int lines) {
        ObjectNode document = document("OrderAcknowledgment").put("poNumber", po).put("orderDate", ORDERED);
        ArrayNode all = document.putArray("lines");
        for (int line = 1; line <= lines; line++) {
            ObjectNode one = all.addObject().put("lineNo", Integer.toString(line)).put("vendorItem", Orders.item(line))
                .put("gtin", Orders.upc(line));
            quantity(one, "ordered", Orders.quantity(line));
            one.putObject("price").put("amount", Orders.price(line)).put("basis", "NT");
            quantity(one.putArray("dispositions").addObject().put("status", "ACCEPTED").put("shipDate", "2026-03-09"), "quantity",
                Orders.quantity(line));
        }
        return document.toString();
    }

    /** Each carton holds pieces of one line; the lines take turns. */
    static String shipment(String po, String shipmentId, int lines, int cartons) {
        ObjectNode document = document("ShipmentNotice").put("shipmentId", shipmentId).put("purpose", "ORIGINAL")
            .put("createdAt", "2026-03-09T14:20:00Z").put("shippedAt", "2026-03-09T14:00:00Z")
            .put("estimatedDelivery", "2026-03-12T18:00:00Z").put("vendorCode", Orders.VENDOR).put("billOfLading", "BOL" + shipmentId)
            .put("proNumber", "PRO" + shipmentId).put("freight", "PREPAID").put("shipmentType", "LESS_THAN_TRUCKLOAD")
            .put("carrierCode", "ABFS").put("cartonCount", cartons);
        document.putObject("grossWeight").put("amount", 4 * cartons).put("unit", "POUND");
        ArrayNode parties = document.putArray("parties");
        parties.addObject().put("role", "SHIP_FROM").put("name", "ACME WAREHOUSE").put("city", "Reno").put("region", "NV")
            .put("postalCode", "89506").put("country", "US");
        parties.addObject().put("role", "SHIP_TO").put("id", "PHX6").put("idType", "FC");
        int inCarton = 6;
        ArrayNode items = document.putArray("items");
        for (int line = 1; line <= lines; line++) {
            ObjectNode item = items.addObject().put("itemNo", Integer.toString(line)).put("poNumber", po)
                .put("poLineNo", Integer.toString(line)).put("vendorItem", Orders.item(line)).put("gtin", Orders.upc(line));
            quantity(item, "quantity", inCarton * ((cartons - line) / lines + 1));
        }
        ArrayNode packages = document.putArray("packages");
        for (int carton = 1; carton <= cartons; carton++) {
            ObjectNode one = packages.addObject().put("packageNo", "C" + carton).put("kind", "CARTON").put("sscc", Orders.sscc(carton));
            quantity(one.putArray("contents").addObject().put("itemNo", Integer.toString((carton - 1) % lines + 1)), "quantity", inCarton);
        }
        return document.toString();
    }

    static String invoice(String po, String number, int lines) {
        ObjectNode document = document("Invoice").put("invoiceNumber", number).put("invoiceDate", "2026-03-09").put("kind", "INVOICE")
            .put("poNumber", po).put("orderDate", ORDERED).put("vendorCode", Orders.VENDOR).put("currency", "USD");
        document.putObject("terms").put("code", "ZA60").put("discountPercent", 2).put("discountDays", 30).put("netDays", 60);
        ArrayNode parties = document.putArray("parties");
        parties.addObject().put("role", "REMIT_TO").put("id", Orders.VENDOR).put("idType", "ASSIGNED").put("name", "ACME VENDOR INC");
        parties.addObject().put("role", "SHIP_TO").put("id", "PHX6").put("idType", "FC");
        BigDecimal total = BigDecimal.ZERO;
        ArrayNode all = document.putArray("lines");
        for (int line = 1; line <= lines; line++) {
            BigDecimal amount = amount(line);
            total = total.add(amount);
            ObjectNode one = all.addObject().put("lineNo", String.format(Locale.ROOT, "%d0", line)).put("poNumber", po)
                .put("poLineNo", Integer.toString(line)).put("vendorItem", Orders.item(line)).put("gtin", Orders.upc(line));
            quantity(one, "quantity", Orders.quantity(line));
            one.putObject("price").put("amount", Orders.price(line)).put("currency", "USD").put("basis", "NT");
            one.put("amount", amount);
        }
        return document.put("total", total).toString();
    }

    /** Of a line, for all that was ordered. */
    static BigDecimal amount(int line) {
        return Orders.price(line).multiply(BigDecimal.valueOf(Orders.quantity(line)));
    }

    private static ObjectNode document(String type) {
        return JSON.createObjectNode().put("type", type);
    }

    private static void quantity(ObjectNode into, String name, int amount) {
        into.putObject(name).put("amount", amount).put("unit", "EACH");
    }
}
