// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import io.acornhub.canonical.Invoice;
import io.acornhub.canonical.OrderAcknowledgment;
import io.acornhub.canonical.OrderAcknowledgment.Disposition;
import io.acornhub.canonical.Price;
import io.acornhub.canonical.PurchaseOrder;
import io.acornhub.canonical.PurchaseOrderChange;
import io.acornhub.canonical.Quantity;
import io.acornhub.canonical.Remittance;
import io.acornhub.canonical.RoutingInstruction;
import io.acornhub.canonical.ShipmentNotice;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The documents of one order from 850 to 820, with the figures of the first sample chain. */
final class Chain {
    static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final String[] GTINS = {"614141000104", "614141000203", "614141000302", "614141000401"};
    private static final String[] SKUS = {"AC-1000", "AC-2000", "AC-3000", "AC-OLD4"};
    private static final String[] PRICES = {"12.5", "7.35", "22", "5"};
    final String po;

    Chain(String po) {
        this.po = po;
    }

    static Quantity each(String amount) {
        return new Quantity(new BigDecimal(amount), "EACH", null);
    }

    PurchaseOrder order() {
        return order("24", "48", "12", "6");
    }

    PurchaseOrder order(String... quantities) {
        List<PurchaseOrder.Line> lines = new ArrayList<>();
        for (int i = 0; i < quantities.length; i++) {
            lines.add(new PurchaseOrder.Line("" + (i + 1), null, SKUS[i], GTINS[i], null, null, each(quantities[i]),
                new Price(new BigDecimal(PRICES[i]), null, "NT"), null));
        }
        return new PurchaseOrder("PurchaseOrder", po, "ORIGINAL", "NEW_ORDER", DAY, "ACME5", "USD", true, "COLLECT", null, null, null,
            null, List.of(), List.of(), lines, null, null);
    }

    PurchaseOrderChange change(String number, String purpose, PurchaseOrderChange.Line... lines) {
        return new PurchaseOrderChange("PurchaseOrderChange", po, purpose, number, null, DAY, DAY, "ACME5", null, null, null, null,
            List.of(), List.of(), List.of(lines), null, null);
    }

    static PurchaseOrderChange.Line changed(String lineNo, String action, String quantity) {
        return new PurchaseOrderChange.Line(lineNo, action, null, null, null, null, null, quantity == null ? null : each(quantity), null,
            null);
    }

    OrderAcknowledgment acknowledgment() {
        return acknowledgment(answer("1", "24", "0", "0"), answer("2", "40", "8", "0"), answer("3", "0", "0", "12"),
            answer("4", "0", "0", "6"));
    }

    OrderAcknowledgment acknowledgment(OrderAcknowledgment.Line... lines) {
        return new OrderAcknowledgment("OrderAcknowledgment", po, DAY, DAY, null, "ACME5", "5001", List.of(lines), null);
    }

    static OrderAcknowledgment.Line answer(String lineNo, String accepted, String backOrdered, String rejected) {
        return new OrderAcknowledgment.Line(lineNo, null, null, null, null, null, null, List.of(
            new Disposition("ACCEPTED", each(accepted), DAY.plusDays(7), null, null),
            new Disposition("BACKORDERED", each(backOrdered), DAY.plusDays(21), null, null),
            new Disposition("REJECTED", each(rejected), null, null, "TEMPORARILY_UNAVAILABLE")), null);
    }

    ShipmentNotice shipment() {
        return shipment("SHP0004711", "ORIGINAL", "24", "40", "006141410000000012", "006141410000000029");
    }

    /** Lines 1 and 2, a carton each; the items are named by their GTIN, not by the line. */
    ShipmentNotice shipment(String id, String purpose, String one, String two, String... codes) {
        List<ShipmentNotice.Item> items = List.of(item("1", GTINS[0], one), item("2", GTINS[1], two));
        return new ShipmentNotice("ShipmentNotice", id, purpose, Instant.parse("2026-03-09T14:20:00Z"),
            Instant.parse("2026-03-09T14:00:00Z"), Instant.parse("2026-03-12T18:00:00Z"), null, "ACME5", "BOL88123", "PRO5550123",
            "7001234567", null, "COLLECT", "LESS_THAN_TRUCKLOAD", "ABFS", null, 2, null, null, null, List.of(), List.of(), items,
            List.of(carton("1", codes[0], "1", one), carton("2", codes[1], "2", two)), null);
    }

    private ShipmentNotice.Item item(String itemNo, String gtin, String quantity) {
        return new ShipmentNotice.Item(itemNo, po, null, null, null, gtin, null, null, each(quantity), null, null, null);
    }

    private static ShipmentNotice.Package carton(String no, String sscc, String item, String quantity) {
        return new ShipmentNotice.Package(no, null, "CARTON", sscc, null, null, null,
            List.of(new ShipmentNotice.Content(item, each(quantity), null, null)));
    }

    Invoice invoice() {
        return invoice("INV-88123", "INVOICE", "24", "300", "40", "294", "594");
    }

    Invoice invoice(String number, String kind, String one, String amountOne, String two, String amountTwo, String total) {
        return new Invoice("Invoice", number, DAY.plusDays(7), kind, po, DAY, null, "SHP0004711", "ACME5", "USD", null, List.of(),
            List.of(invoiced(1, one, amountOne), invoiced(2, two, amountTwo)), List.of(), List.of(), new BigDecimal(total), null);
    }

    private static Invoice.Line invoiced(int line, String quantity, String amount) {
        return new Invoice.Line("" + line, null, "00000" + line, null, SKUS[line - 1], GTINS[line - 1], null, null, each(quantity),
            new Price(new BigDecimal(PRICES[line - 1]), "USD", null), new BigDecimal(amount), null, null, null);
    }

    Remittance remittance() {
        return remittance("400123456", new Remittance.Item("INV-88123", "INVOICE", null, "INV-88123", po, DAY.plusDays(7),
            new BigDecimal("594"), new BigDecimal("11.88"), null, null, new BigDecimal("582.12"), null),
            kept("INV-88123SC", "DEDUCTION", "SHORTAGE_CLAIM", "INV-88123", "-14.7"),
            kept("9900112233VCBSINV", "DEDUCTION", "CHARGEBACK", null, "-8.82"));
    }

    static Remittance.Item kept(String reference, String kind, String deduction, String invoice, String net) {
        return new Remittance.Item(reference, kind, deduction, invoice, null, DAY.plusDays(49), new BigDecimal(net), null, null, null,
            new BigDecimal(net), null);
    }

    static Remittance remittance(String reference, Remittance.Item... items) {
        BigDecimal total = List.of(items).stream().map(Remittance.Item::net).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Remittance("Remittance", reference, LocalDate.of(2026, 5, 8), "ACH", "USD", total, "ACME5", List.of(), List.of(items),
            null);
    }

    RoutingInstruction routing() {
        return new RoutingInstruction("RoutingInstruction", "RI-1", "RR-1", "ORIGINAL", null, "ACME5", List.of(), List.of(),
            List.of(new RoutingInstruction.Load("7001234567", "ABFS", null, null, DAY.plusDays(7), null, "PHX6",
                List.of(new RoutingInstruction.OrderRef(po, 2, null)))), null);
    }
}
