// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards;

import io.acornhub.canonical.CanonicalDocument;
import io.acornhub.canonical.Invoice;
import io.acornhub.canonical.OrderAcknowledgment;
import io.acornhub.canonical.OrderAcknowledgment.Disposition;
import io.acornhub.canonical.Party;
import io.acornhub.canonical.Price;
import io.acornhub.canonical.PurchaseOrder;
import io.acornhub.canonical.Quantity;
import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.interchange.FaultCode;
import io.acornhub.lifecycle.OrderState;
import io.acornhub.lifecycle.OrdersAtHand;
import io.acornhub.lifecycle.identifiers.CheckDigit;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An order and what follows from it as it should be: acknowledged in parts, all that was accepted shipped in cartons on a
 * pallet and invoiced.
 */
public record RightChain(List<Spec> specs, boolean pallet) {
    public static final String PO = "4TESTPO1";
    public static final Instant NOW = Instant.parse("2026-03-09T15:00:00Z");
    private static final LocalDate ORDERED = LocalDate.of(2026, 3, 2);

    /**
     * One line.
     *
     * @param later back-ordered; what is neither accepted nor back-ordered is rejected
     * @param cartons over how many cartons the accepted quantity is spread, at most as many as it has units
     */
    record Spec(int quantity, String unit, int accepted, int later, BigDecimal price, int cartons) {
    }

    /** 24 as ordered; 40 of 48 with 8 to come; 12 rejected; 3 cases of 12 at 48.00 a case. */
    public static RightChain example() {
        return new RightChain(List.of(new Spec(24, "EACH", 24, 0, new BigDecimal("12.50"), 1),
            new Spec(48, "EACH", 40, 8, new BigDecimal("7.35"), 2), new Spec(12, "EACH", 0, 0, new BigDecimal("22.00"), 1),
            new Spec(3, "CASE", 3, 0, new BigDecimal("48.00"), 1)), true);
    }

    static GuardSettings settings(Map<String, String> values) {
        return new GuardSettings(values, new ListsInMemory().with("tax-codes", "canonical,x12", "GST,GS", "HST,HS", "PST,PG",
            "STATE_SALES,ST").with("tax-rates", "canonical,jurisdiction,rate,from", "GST,BC,5,2008-01-01", "HST,ON,13,2010-07-01",
            "HST,NS,15,2010-07-01", "HST,NS,14,2025-04-01", "PST,BC,7,2013-04-01").with("dated-items", "canonical,dated", "AC-2,yes",
            "AC-1,no"), null, ZoneId.of("America/Los_Angeles"));
    }

    public static List<FaultCode> found(CanonicalDocument document, BookInMemory book) {
        return Guards.check(document, book, settings(Map.of())).stream().map(f -> f.fault().code()).toList();
    }

    public PurchaseOrder order() {
        List<PurchaseOrder.Line> lines = new ArrayList<>();
        for (int i = 0; i < specs.size(); i++) {
            Spec spec = specs.get(i);
            lines.add(new PurchaseOrder.Line(no(i), "B00TEST" + i, "AC-" + no(i), gtin(i), null, null, quantity(spec, spec.quantity()),
                new Price(spec.price(), null, "NT"), null));
        }
        return new PurchaseOrder("PurchaseOrder", PO, "ORIGINAL", "NEW_ORDER", ORDERED, "ACME5", "USD", true, "COLLECT", null, null,
            null, null, List.of(fulfilmentCentre()), List.of(), lines, null, null);
    }

    public OrderAcknowledgment acknowledgment() {
        List<OrderAcknowledgment.Line> lines = new ArrayList<>();
        for (int i = 0; i < specs.size(); i++) {
            Spec spec = specs.get(i);
            List<Disposition> parts = new ArrayList<>();
            part(parts, "ACCEPTED", spec, spec.accepted());
            part(parts, "BACKORDERED", spec, spec.later());
            part(parts, "REJECTED", spec, spec.quantity() - spec.accepted() - spec.later());
            lines.add(new OrderAcknowledgment.Line(no(i), "B00TEST" + i, "AC-" + no(i), gtin(i), null, quantity(spec, spec.quantity()),
                new Price(spec.price(), null, "NT"), parts, null));
        }
        return new OrderAcknowledgment("OrderAcknowledgment", PO, ORDERED, ORDERED, null, "ACME5", "5001", lines, null);
    }

    private static void part(List<Disposition> parts, String status, Spec spec, int amount) {
        if (amount > 0) {
            parts.add(new Disposition(status, quantity(spec, amount), null, null,
                status.equals("REJECTED") ? "TEMPORARILY_UNAVAILABLE" : null));
        }
    }

    public ShipmentNotice notice() {
        List<ShipmentNotice.Item> items = new ArrayList<>();
        List<ShipmentNotice.Package> packages = new ArrayList<>();
        if (pallet) {
            packages.add(new ShipmentNotice.Package("P1", null, "PALLET", sscc(9000), null, null, null, null));
        }
        int cartons = 0;
        for (int i = 0; i < specs.size(); i++) {
            Spec spec = specs.get(i);
            if (spec.accepted() == 0) {
                continue;
            }
            items.add(new ShipmentNotice.Item(no(i), PO, no(i), "B00TEST" + i, "AC-" + no(i), gtin(i), null, null,
                quantity(spec, spec.accepted()), null, LocalDate.of(2027, 9, 30), null));
            int boxes = Math.min(spec.cartons(), spec.accepted());
            for (int k = 0; k < boxes; k++) {
                int amount = spec.accepted() / boxes + (k < spec.accepted() % boxes ? 1 : 0);
                packages.add(new ShipmentNotice.Package("C" + ++cartons, pallet ? "P1" : null, "CARTON", sscc(cartons), null, null, null,
                    List.of(new ShipmentNotice.Content(no(i), quantity(spec, amount), null, null))));
            }
        }
        return new ShipmentNotice("ShipmentNotice", "SHP0004711", "ORIGINAL", NOW.minusSeconds(600), NOW.minusSeconds(3600),
            NOW.plusSeconds(259_200), null, "ACME5", "BOL88123", "PRO5550123", "7001234567", null, "COLLECT", "LESS_THAN_TRUCKLOAD",
            "ABFS", null, cartons, pallet ? 1 : 0, null, null, List.of(fulfilmentCentre(), new Party("SHIP_FROM", "ACME5", "ASSIGNED",
                "Acme", null, "Reno", "NV", "89506", "US")), null, items, packages, null);
    }

    public Invoice invoice() {
        List<Invoice.Line> lines = new ArrayList<>();
        BigDecimal total = BigDecimal.ZERO;
        for (int i = 0; i < specs.size(); i++) {
            Spec spec = specs.get(i);
            if (spec.accepted() > 0) {
                BigDecimal amount = spec.price().multiply(BigDecimal.valueOf(spec.accepted()));
                total = total.add(amount);
                lines.add(new Invoice.Line(no(i), PO, no(i), "B00TEST" + i, "AC-" + no(i), gtin(i), null, null,
                    quantity(spec, spec.accepted()), new Price(spec.price(), "USD", "NT"), amount, null, null, null));
            }
        }
        return new Invoice("Invoice", "INV-88123", LocalDate.of(2026, 3, 9), "INVOICE", PO, ORDERED, null, "SHP0004711", "ACME5", "USD",
            null, List.of(fulfilmentCentre()), lines, null, null, total, null);
    }

    public BookInMemory beforeAcknowledgment() {
        return new BookInMemory(NOW, OrdersAtHand.state("amazon-us", order(), null));
    }

    public BookInMemory beforeShipment() {
        return new BookInMemory(NOW, acknowledged());
    }

    public BookInMemory beforeInvoice() {
        return new BookInMemory(NOW, with("shipped"));
    }

    public BookInMemory beforeCredit() {
        OrderState state = with("shipped");
        for (int i = 0; i < specs.size(); i++) {
            state = Mutated.set(state, "lines[" + i + "].invoiced", Integer.toString(specs.get(i).accepted()));
        }
        return new BookInMemory(NOW, state).withInvoice("INV-88123");
    }

    /** A credit note over the whole invoice. */
    public Invoice credit() {
        return Mutated.set(Mutated.set(Mutated.set(invoice(), "kind", "CREDIT"), "invoiceNumber", "CRN-1"), "originalInvoice", "INV-88123");
    }

    public OrderState acknowledged() {
        return Mutated.set(OrdersAtHand.state("amazon-us", order(), acknowledgment()), "amazonReference", "7001234567");
    }

    private OrderState with(String figure) {
        OrderState state = acknowledged();
        for (int i = 0; i < specs.size(); i++) {
            state = Mutated.set(state, "lines[" + i + "]." + figure, Integer.toString(specs.get(i).accepted()));
        }
        return state;
    }

    private static Party fulfilmentCentre() {
        return new Party("SHIP_TO", "PHX6", "FC", null, null, null, "AZ", null, "US");
    }

    private static Quantity quantity(Spec spec, int amount) {
        return new Quantity(BigDecimal.valueOf(amount), spec.unit(), null);
    }

    private static String no(int index) {
        return Integer.toString(index + 1);
    }

    static String gtin(int index) {
        String digits = "61414100" + String.format("%03d", index);
        return digits + CheckDigit.of(digits);
    }

    static String sscc(int serial) {
        String digits = "00614141" + String.format("%09d", serial);
        return digits + CheckDigit.of(digits);
    }
}
