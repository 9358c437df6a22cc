// SPDX-License-Identifier: Apache-2.0
package io.acornhub.labels;

import io.acornhub.canonical.Measure;
import io.acornhub.canonical.Party;
import io.acornhub.canonical.Quantity;
import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.canonical.ShipmentNotice.Content;
import io.acornhub.canonical.ShipmentNotice.Item;
import io.acornhub.canonical.ShipmentNotice.Package;
import io.acornhub.lifecycle.identifiers.CheckDigit;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Shipment notices for the tests of papers. */
final class Shipments {
    static final Party FROM = new Party("SHIP_FROM", "ACME5", "ASSIGNED", "Acme Kitchen Supplies, Inc.", List.of("1200 Industrial Parkway",
        "Dock 7"), "Reno", "NV", "89506", "US");
    static final Party TO = new Party("SHIP_TO", "PHX6", "FC", "Amazon.com Services, Inc.", List.of("4750 W Mohave St"), "Phoenix", "AZ",
        "85043", "US");

    private Shipments() {
    }

    static String sscc(long serial) {
        String digits = "00614141" + String.format("%09d", serial);
        return digits + CheckDigit.of(digits);
    }

    /** Two cartons on a pallet; the second has goods of two orders, one of them dated. */
    static ShipmentNotice palletised() {
        List<Item> items = List.of(item("1", "4TG7Q2PX", "614141000104", "Measuring cups, set of 4", "24"),
            item("2", "4TG7Q2PX", "614141000203", "Whisk, stainless steel", "40"),
            new Item("3", "7QKX1M3B", "2", null, "OIL-500", null, null, "Olive oil 500 ml", quantity("6"), "L2209",
                LocalDate.of(2027, 6, 30), Map.of()));
        return with(items, List.of(
            new Package("P1", null, "PALLET", sscc(900), null, pounds("61.5"), null, null),
            new Package("C1", "P1", "CARTON", "00" + sscc(1), null, pounds("20.50"), null, List.of(content("1", "24.000"))),
            new Package("C2", "P1", "CARTON", sscc(2), null, null, null, List.of(content("2", "40"), content("3", "6")))), FROM, TO);
    }

    /** As many cartons on ten pallets, each with a different quantity. */
    static ShipmentNotice cartons(int count) {
        List<Package> packages = new ArrayList<>();
        for (int pallet = 0; pallet < 10; pallet++) {
            packages.add(new Package("P" + pallet, null, "PALLET", sscc(100_000 + pallet), null, null, null, null));
            for (int carton = pallet; carton < count; carton += 10) {
                packages.add(new Package("C" + carton, "P" + pallet, "CARTON", sscc(carton), null, null, null,
                    List.of(content("1", String.valueOf(carton + 1)))));
            }
        }
        String sum = String.valueOf(count * (count + 1) / 2);
        return with(List.of(item("1", "4TG7Q2PX", "614141000104", "Measuring cups, set of 4", sum)), packages, FROM, TO);
    }

    static ShipmentNotice with(List<Item> items, List<Package> packages, Party from, Party to) {
        return new ShipmentNotice("ShipmentNotice", "SHP0004711", "ORIGINAL", null, Instant.parse("2026-03-09T14:00:00Z"),
            Instant.parse("2026-03-12T18:00:00Z"), null, "ACME5", "BOL88123", "PRO5550123", "7001234567", null, "COLLECT",
            "LESS_THAN_TRUCKLOAD", "ABFS", "ABF Freight", null, null, pounds("61.5"), null, List.of(from, to), List.of(), items, packages,
            Map.of());
    }

    static ShipmentNotice to(Party to) {
        ShipmentNotice notice = palletised();
        return with(notice.items(), notice.packages(), FROM, to);
    }

    static Item item(String no, String order, String gtin, String description, String quantity) {
        return new Item(no, order, no, null, "SKU-" + no, gtin, null, description, quantity(quantity), null, null, Map.of());
    }

    static Content content(String item, String quantity) {
        return new Content(item, quantity(quantity), null, null);
    }

    static Quantity quantity(String amount) {
        return new Quantity(new BigDecimal(amount), "EACH", null);
    }

    private static Measure pounds(String amount) {
        return new Measure(new BigDecimal(amount), "POUND");
    }
}
