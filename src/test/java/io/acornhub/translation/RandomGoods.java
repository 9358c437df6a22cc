// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation;

import io.acornhub.canonical.Charge;
import io.acornhub.canonical.Invoice;
import io.acornhub.canonical.Measure;
import io.acornhub.canonical.OrderAcknowledgment;
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
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Shipments and invoices of orders that were answered: all that was accepted goes, in cartons that may hold goods of several orders. */
final class RandomGoods {
    private final RandomDocuments random;

    RandomGoods(RandomDocuments random) {
        this.random = random;
    }

    ShipmentNotice notice(List<PurchaseOrder> orders, List<OrderAcknowledgment> answers) {
        boolean pallets = random.maybe();
        boolean shared = random.maybe();
        List<Item> items = items(answers);
        List<Package> packages = new ArrayList<>();
        if (pallets) {
            packages.add(new Package("P1", null, "PALLET", random.sscc(), null, null, null, null));
        }
        List<Content> open = new ArrayList<>();
        int cartons = 0;
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            int all = item.quantity().amount().intValue();
            int boxes = Math.min(all, random.between(1, 3));
            for (int k = 0; k < boxes; k++) {
                int amount = all / boxes + (k < all % boxes ? 1 : 0);
                open.add(new Content(item.itemNo(), new Quantity(BigDecimal.valueOf(amount), item.quantity().unit(), null), null, null));
                boolean lastOfOrder = i + 1 == items.size() || !items.get(i + 1).poNumber().equals(item.poNumber());
                boolean close = k + 1 < boxes || i + 1 == items.size() || lastOfOrder && !shared || random.maybe();
                if (close) {
                    packages.add(new Package("C" + ++cartons, pallets ? "P1" : null, "CARTON", random.sscc(),
                        random.or("1Z999AA1012345" + (6000 + cartons)), null, null, List.copyOf(open)));
                    open.clear();
                }
            }
        }
        String freight = orders.get(0).freight();
        return new ShipmentNotice("ShipmentNotice", "SHP" + random.word(8), "ORIGINAL", RandomDocuments.NOW.minusSeconds(600),
            RandomDocuments.NOW.minusSeconds(3600), RandomDocuments.NOW.plusSeconds(60L * random.between(1, 9000)), null, "ACME5",
            "BOL88123", "PRO" + random.word(7), "COLLECT".equals(freight) ? "7001234567" : null, random.or(random.word(6)),
            freight, null, "ABFS", null, cartons, pallets ? 1 : null, random.or(new Measure(random.cents(90_000), random.of("POUND",
                "KILOGRAM"))),
            random.or(new Measure(random.cents(90_000), random.of("CUBIC_FOOT", "CUBIC_METER"))),
            List.of(new Party("SHIP_FROM", "ACME5", "ASSIGNED", null, null, "Reno", "NV", random.or("89506"), "US"),
                new Party("SHIP_TO", "PHX6", "FC", null, null, null, null, null, null)), null, items, packages, null);
    }

    private List<Item> items(List<OrderAcknowledgment> answers) {
        List<Item> items = new ArrayList<>();
        for (OrderAcknowledgment answer : answers) {
            for (OrderAcknowledgment.Line line : answer.lines()) {
                BigDecimal accepted = accepted(line);
                if (accepted.signum() > 0) {
                    items.add(new Item(Integer.toString(items.size() + 1), answer.poNumber(), line.lineNo(), line.buyerItem(),
                        line.vendorItem(), line.gtin(), line.isbn(), null, new Quantity(accepted, line.ordered().unit(), null),
                        random.or(random.word(5)), random.or(LocalDate.of(2028, 1, random.between(1, 28))), null));
                }
            }
        }
        return items;
    }

    private static BigDecimal accepted(OrderAcknowledgment.Line line) {
        return line.dispositions().stream().filter(d -> d.status().equals("ACCEPTED")).map(d -> d.quantity().amount())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    Invoice invoice(List<PurchaseOrder> orders, List<OrderAcknowledgment> answers) {
        String currency = orders.stream().map(PurchaseOrder::currency).filter(c -> c != null).findFirst().orElse("USD");
        List<Invoice.Line> lines = new ArrayList<>();
        BigDecimal total = BigDecimal.ZERO;
        for (OrderAcknowledgment answer : answers) {
            for (OrderAcknowledgment.Line line : answer.lines()) {
                BigDecimal accepted = accepted(line);
                if (accepted.signum() > 0) {
                    List<Charge> charges = charges();
                    total = total.add(sum(charges)).add(line.price().amount().multiply(accepted));
                    lines.add(new Invoice.Line(Integer.toString(lines.size() + 1), answer.poNumber(), line.lineNo(), line.buyerItem(),
                        line.vendorItem(), line.gtin(), line.isbn(), random.or(random.text(70)),
                        new Quantity(accepted, line.ordered().unit(), null), new Price(line.price().amount(), currency, "NT"), null,
                        charges, null, null));
                }
            }
        }
        List<Charge> charges = charges();
        BigDecimal five = total.multiply(new BigDecimal("0.05")).setScale(2, RoundingMode.HALF_UP);
        Tax tax = new Tax("GST", new BigDecimal("5"), total, five, "BC", random.or("R100420888"));
        // TXI08 has nine digits
        boolean taxed = currency.equals("CAD") && total.compareTo(new BigDecimal("9999999.99")) <= 0 && random.maybe();
        total = total.add(sum(charges)).add(taxed ? five : BigDecimal.ZERO);
        boolean one = orders.size() == 1;
        // X12 has no discount without the days it is for (ITD, syntax note L03040513)
        BigDecimal percent = random.or(new BigDecimal("2.5"));
        PaymentTerms terms = new PaymentTerms(null, percent, percent == null ? random.or(10) : 10, 60, random.or(random.day()));
        return new Invoice("Invoice", "INV-" + random.word(6), LocalDate.of(2026, 6, 10), "INVOICE", one ? orders.get(0).poNumber() : null,
            one ? orders.get(0).orderDate() : null, null, null, "ACME5", currency, random.or(terms),
            List.of(random.party("BILL_TO"), new Party("REMIT_TO", "ACME5", "ASSIGNED", random.or(random.text(50)), null, null, null, null,
                null), new Party("SHIP_TO", "PHX6", "FC", null, null, null, null, null, null)),
            lines, charges, taxed ? List.of(tax) : null, total, null);
    }

    /** Charges first, so that a total never falls below zero. */
    private List<Charge> charges() {
        if (random.maybe()) {
            return null;
        }
        BigDecimal amount = random.cents(5000).add(BigDecimal.ONE);
        Charge charge = new Charge("CHARGE", random.of("FREIGHT", "HANDLING", "PACKING"), random.text(50), amount, null);
        return random.maybe() ? List.of(charge)
            : List.of(charge, new Charge("ALLOWANCE", random.of("PROMOTION", "DEFECTIVE"), random.text(50), BigDecimal.ONE, null));
    }

    private static BigDecimal sum(List<Charge> charges) {
        return charges == null ? BigDecimal.ZERO : charges.stream()
            .map(c -> c.kind().equals("CHARGE") ? c.amount() : c.amount().negate()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
