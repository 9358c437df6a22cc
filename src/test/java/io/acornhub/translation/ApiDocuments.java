// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation;

import io.acornhub.canonical.Charge;
import io.acornhub.canonical.Dimensions;
import io.acornhub.canonical.Invoice;
import io.acornhub.canonical.Measure;
import io.acornhub.canonical.OrderAcknowledgment;
import io.acornhub.canonical.OrderAcknowledgment.Disposition;
import io.acornhub.canonical.Party;
import io.acornhub.canonical.PaymentTerms;
import io.acornhub.canonical.Price;
import io.acornhub.canonical.PurchaseOrder;
import io.acornhub.canonical.Quantity;
import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.canonical.ShipmentNotice.Content;
import io.acornhub.canonical.ShipmentNotice.Item;
import io.acornhub.canonical.ShipmentNotice.Package;
import io.acornhub.canonical.Tax;
import io.acornhub.canonical.Window;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Documents as a seed wants them, made of what the Selling Partner API has words for: such come back from its JSON as they went. */
final class ApiDocuments {
    private static final LocalDate ORDERED = LocalDate.of(2026, 6, 1);
    private final RandomDocuments random;

    ApiDocuments(long seed) {
        random = new RandomDocuments(seed);
    }

    /** An article: its ids, of which the vendor's own is one of three kinds, and how it is ordered. */
    private record Article(String asin, String vendorItem, String gtin, String isbn, String unit, Integer size) {
        String own() {
            return vendorItem != null ? vendorItem : gtin != null ? gtin : isbn;
        }

        Quantity of(int amount) {
            return new Quantity(BigDecimal.valueOf(amount), unit, size);
        }
    }

    private Article article() {
        String unit = random.of("EACH", "CASE");
        int kind = random.between(0, 2);
        return new Article(random.or("B0" + random.word(8).toUpperCase()), kind == 0 ? "V-" + random.word(6) : null,
            kind == 1 ? random.gtin() : null, kind == 2 ? "080442957X" : null, unit, unit.equals("EACH") ? null : random.between(2, 48));
    }

    private static Party party(String role, String id, String type) {
        return new Party(role, id, type, null, null, null, null, null, null);
    }

    private Party addressed(String role, String id) {
        return new Party(role, id, "ASSIGNED", random.text(50), IntStream.range(0, random.between(1, 3)).mapToObj(i -> random.text(40))
            .toList(), random.or("Reno"), random.or("NV"), random.or("89506"), random.of("US", "DE", "IN"),
            random.or("TAX" + random.word(6)));
    }

    private Price price() {
        return new Price(random.cents(99_999), "USD", random.of("PE", "PE", "LB"));
    }

    PurchaseOrder order() {
        List<PurchaseOrder.Line> lines = new ArrayList<>();
        boolean allowed = random.maybe();
        for (int i = 1; i <= random.between(1, 9); i++) {
            Article a = article();
            lines.add(new PurchaseOrder.Line(random.of("", "0000") + i, a.asin(), a.vendorItem(), a.gtin(), a.isbn(), null,
                a.of(random.between(0, 500)), price(), Map.of("vendorProductIdentifier", a.own())));
        }
        LocalDate from = random.day();
        boolean ship = random.maybe();
        Window window = new Window(from, random.or(from.plusDays(random.between(0, 30))));
        return new PurchaseOrder("PurchaseOrder", "PO" + random.word(6), "ORIGINAL",
            random.of("NEW_ORDER", "RUSH_ORDER", "CONSIGNED_ORDER", "NEW_PRODUCT_INTRODUCTION"), ORDERED, "ACME5", "USD", allowed,
            ship ? "COLLECT" : "PREPAID", random.or(random.word(6)), null, ship ? window : null, ship ? null : window,
            List.of(party("SELLING", "ACME5", "ASSIGNED"), party("SHIP_TO", "PHX6", "FC"), party("BILL_TO", "XMPB", "ASSIGNED")),
            random.or(List.of(random.text(90))), lines, null, Map.of("purchaseOrderState", random.of("New", "Acknowledged", "Closed"),
                "purchaseOrderStateChangedDate", "2026-06-01T19:00:00Z", "paymentMethod", "Invoice"));
    }

    OrderAcknowledgment answer() {
        List<OrderAcknowledgment.Line> lines = new ArrayList<>();
        for (int i = 1; i <= random.between(1, 9); i++) {
            Article a = article();
            List<Disposition> parts = new ArrayList<>();
            parts.add(new Disposition("ACCEPTED", a.of(random.between(1, 40)), random.or(random.day()), random.or(random.day()), null));
            if (random.maybe()) {
                parts.add(new Disposition("BACKORDERED", a.of(random.between(1, 40)), random.day(), random.or(random.day()), null));
            }
            if (random.maybe()) {
                parts.add(new Disposition("REJECTED", a.of(random.between(1, 40)), null, null,
                    random.of("TEMPORARILY_UNAVAILABLE", "INVALID_PRODUCT_IDENTIFIER", "OBSOLETE_PRODUCT")));
            }
            int all = parts.stream().mapToInt(p -> p.quantity().amount().intValue()).sum();
            lines.add(new OrderAcknowledgment.Line(Integer.toString(i), a.asin(), a.vendorItem(), a.gtin(), a.isbn(), a.of(all), price(),
                parts, Map.of("vendorProductIdentifier", a.own())));
        }
        return new OrderAcknowledgment("OrderAcknowledgment", "PO" + random.word(6), null, random.day().minusDays(500), null, "ACME5", null,
            lines, null);
    }

    ShipmentNotice notice() {
        List<Item> items = new ArrayList<>();
        List<Package> packages = new ArrayList<>();
        String pallet = random.maybe() ? random.sscc() : null;
        boolean mixed = false;
        if (pallet != null) {
            packages.add(new Package("P/00" + pallet, null, "PALLET", pallet, null, random.or(new Measure(random.cents(9_000), "KILOGRAM")),
                random.or(new Dimensions(random.cents(999), random.cents(999), random.cents(999), "METER")), null));
        }
        List<Content> open = new ArrayList<>();
        int count = random.between(1, 9);
        for (int i = 1; i <= count; i++) {
            Article a = article();
            String number = String.format("%03d", i);
            Quantity quantity = a.of(random.between(1, 60));
            items.add(new Item(number, "PO" + random.word(6), null, a.asin(), a.vendorItem(), a.gtin(), a.isbn(), null, quantity,
                random.or(random.word(5)), random.or(random.day()), Map.of("vendorProductIdentifier", a.own())));
            open.add(new Content(number, quantity, null, null));
            if (i == count || random.maybe()) {
                mixed |= open.size() > 1;
                boolean parcel = random.maybe();
                packages.add(new Package(String.format("C/%03d", packages.size() + (pallet == null ? 1 : 0)),
                    pallet == null ? null : "P/00" + pallet, "CARTON", parcel ? null : random.sscc(),
                    parcel ? "1Z" + random.word(9) : null,
                    random.or(new Measure(random.cents(9_000), "POUND")), null, List.copyOf(open)));
                open.clear();
            }
        }
        boolean collect = random.maybe();
        int cartons = packages.size() - (pallet == null ? 0 : 1);
        return new ShipmentNotice("ShipmentNotice", "SHP" + random.word(8), random.of("ORIGINAL", "REPLACE"),
            RandomDocuments.NOW.minusSeconds(600), RandomDocuments.NOW.minusSeconds(3600), random.or(RandomDocuments.NOW.plusSeconds(7200)),
            null, "ACME5", random.or("ACME5BOL" + random.word(5)), random.or("PRO" + random.word(7)), collect ? "7001234567" : null, null,
            collect ? "COLLECT" : null, random.of("TRUCKLOAD", "LESS_THAN_TRUCKLOAD", "SMALL_PARCEL", "AIR", "OCEAN"), random.or("ABFS"),
            null,
            pallet == null ? cartons : null, pallet == null ? null : 1, random.or(new Measure(random.cents(90_000), "POUND")),
            random.or(new Measure(random.cents(90_000), "CUBIC_FOOT")),
            List.of(random.maybe() ? addressed("SHIP_FROM", "ACMEW") : party("SHIP_FROM", "ACMEW", "ASSIGNED"),
                party("SHIP_TO", "PHX6", "FC")), null, items, packages, Map.of("shipmentStructure",
                (pallet == null ? "Loose" : "Palletized") + (mixed ? "AssortmentCase" : "StandardCase")));
    }

    Invoice invoice() {
        boolean credit = random.maybe();
        List<Invoice.Line> lines = new ArrayList<>();
        for (int i = 1; i <= random.between(1, 9); i++) {
            Article a = article();
            lines.add(new Invoice.Line(Integer.toString(i), "PO" + random.word(6), null, a.asin(), a.vendorItem(), a.gtin(), a.isbn(), null,
                a.of(random.between(1, 60)), price(), null, random.or(List.of(
                    new Charge("ALLOWANCE", random.of("DISCOUNT", "PROMOTION", "DEFECTIVE"), random.or("Line " + i), random.cents(500),
                        null))),
                random.or(List.of(new Tax(random.of("VALUE_ADDED", "GST", "IGST"), BigDecimal.valueOf(random.between(1, 25)),
                    random.or(random.cents(9_000)), random.cents(900), null, null))), Map.of("vendorProductIdentifier", a.own())));
        }
        return new Invoice("Invoice", "INV-" + random.word(6), random.day().minusDays(500), credit ? "CREDIT" : "INVOICE", null, null,
            credit ? "INV-0" : null, random.or("SHP" + random.word(5)), "ACME5", "USD",
            random.or(new PaymentTerms(null, BigDecimal.ONE, 10, 60, null)), List.of(addressed("REMIT_TO", "ACME5"),
                party("SHIP_TO", "PHX6", "FC"), addressed("BILL_TO", "XMPB")), lines,
            random.or(List.of(new Charge("CHARGE", random.of("FREIGHT", "PACKING"), null, random.cents(5_000), null))), null,
            random.cents(900_000), null);
    }
}
