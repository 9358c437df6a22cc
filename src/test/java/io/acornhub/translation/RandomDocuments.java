// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation;

import io.acornhub.canonical.InventoryAdvice;
import io.acornhub.canonical.Measure;
import io.acornhub.canonical.OrderAcknowledgment;
import io.acornhub.canonical.OrderAcknowledgment.Disposition;
import io.acornhub.canonical.Party;
import io.acornhub.canonical.Price;
import io.acornhub.canonical.PurchaseOrder;
import io.acornhub.canonical.PurchaseOrderChange;
import io.acornhub.canonical.Quantity;
import io.acornhub.canonical.Remittance;
import io.acornhub.canonical.RoutingInstruction;
import io.acornhub.canonical.RoutingRequest;
import io.acornhub.canonical.Totals;
import io.acornhub.canonical.Window;
import io.acornhub.lifecycle.identifiers.CheckDigit;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Orders and what is said about them, right in themselves and otherwise as a seed wants them. */
final class RandomDocuments {
    static final Instant NOW = Instant.parse("2026-06-10T15:00:00Z");
    private static final LocalDate ORDERED = LocalDate.of(2026, 6, 1);
    private static final String WORDS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final String TEXT = WORDS + " .,-/&'()#%=";
    private final Random random;
    private int serial;

    RandomDocuments(long seed) {
        random = new Random(seed);
    }

    boolean maybe() {
        return random.nextBoolean();
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    @SafeVarargs
    final <T> T of(T... values) {
        return values[random.nextInt(values.length)];
    }

    <T> T or(T value) {
        return maybe() ? value : null;
    }

    String word(int length) {
        StringBuilder word = new StringBuilder();
        IntStream.range(0, length).forEach(i -> word.append(WORDS.charAt(random.nextInt(WORDS.length()))));
        return word.toString();
    }

    /** A text without blanks at its ends and without two in a row, for nobody promises to keep those. */
    String text(int most) {
        StringBuilder text = new StringBuilder();
        IntStream.range(0, between(1, most)).forEach(i -> text.append(TEXT.charAt(random.nextInt(TEXT.length()))));
        String clean = text.toString().replaceAll(" +", " ").strip();
        return clean.isEmpty() ? "x" : clean;
    }

    LocalDate day() {
        return ORDERED.plusDays(random.nextInt(400));
    }

    BigDecimal cents(int most) {
        return BigDecimal.valueOf(between(1, most), 2);
    }

    String gtin() {
        int length = of(8, 12, 13, 14);
        StringBuilder digits = new StringBuilder();
        IntStream.range(0, length - 1).forEach(i -> digits.append(random.nextInt(10)));
        return digits + "" + CheckDigit.of(digits.toString());
    }

    /** Of its form; the check digit is nobody's here. */
    private String isbn() {
        return String.format("%010d", ++serial * 104_729L);
    }

    String sscc() {
        String digits = of("0", "1") + "0614141" + String.format("%09d", ++serial * 7919 % 1_000_000_000);
        return digits + CheckDigit.of(digits);
    }

    Party party(String role) {
        String type = role.equals("SHIP_TO") ? of("FC", "SAN", "GLN", "DUNS") : of("ASSIGNED", "SAN", "GLN", "DUNS");
        boolean named = maybe();
        List<String> streets = IntStream.range(0, between(0, 4)).mapToObj(i -> text(40)).toList();
        return new Party(role, word(7), type, named ? text(50) : null, streets.isEmpty() ? null : streets, or("City " + word(3)), or("NV"),
            or("89506"), or("US"));
    }

    PurchaseOrder order(String poNumber, String freight) {
        String currency = or(of("USD", "CAD"));
        List<PurchaseOrder.Line> lines = new ArrayList<>();
        BigDecimal hash = BigDecimal.ZERO;
        for (int i = 1; i <= between(1, 12); i++) {
            Quantity quantity = ordered();
            hash = hash.add(quantity.amount());
            boolean named = maybe();
            lines.add(new PurchaseOrder.Line(Integer.toString(i), or("B0" + word(8).toUpperCase()), or("V" + word(6)),
                named ? gtin() : null, named ? or(isbn()) : isbn(), or(text(70)), quantity,
                new Price(cents(99_999), currency != null ? of(currency, currency, "MXN") : or("USD"), or("NT")), null));
        }
        List<Party> parties = new ArrayList<>(List.of(new Party("SHIP_TO", "PHX6", "FC", null, null, null, null, null, null)));
        IntStream.range(0, between(0, 2)).forEach(i -> parties.add(party(of("BILL_TO", "BUYING", "SELLING"))));
        return new PurchaseOrder("PurchaseOrder", poNumber, "ORIGINAL",
            of("NEW_ORDER", "RUSH_ORDER", "BLANKET_ORDER", "PROMOTION"), ORDERED, "ACME5", currency, or(maybe()),
            freight, or(word(6)), or(word(8)), or(window()), or(window()), parties, texts(), lines,
            new Totals(lines.size(), hash), null);
    }

    private List<String> texts() {
        List<String> texts = IntStream.range(0, between(0, 3)).mapToObj(i -> text(200)).toList();
        return texts.isEmpty() ? null : texts;
    }

    private Window window() {
        LocalDate from = day();
        return new Window(from, maybe() ? from.plusDays(between(0, 30)) : null);
    }

    private Quantity ordered() {
        String unit = of("EACH", "EACH", "CASE", "PACK", "DOZEN");
        return new Quantity(BigDecimal.valueOf(between(1, 5000)), unit, unit.equals("EACH") ? null : or(between(2, 48)));
    }

    PurchaseOrderChange change(PurchaseOrder order) {
        List<PurchaseOrderChange.Line> lines = new ArrayList<>();
        BigDecimal hash = BigDecimal.ZERO;
        for (PurchaseOrder.Line line : order.lines()) {
            String action = of("QUANTITY", "PRICE", "DELETE", "CHANGE", "REPLACE", "NONE");
            boolean quantity = maybe() || action.equals("QUANTITY");
            boolean price = action.equals("PRICE") || maybe();
            hash = quantity ? hash.add(line.quantity().amount()) : hash;
            lines.add(new PurchaseOrderChange.Line(line.lineNo(), action, line.buyerItem(), line.vendorItem(), line.gtin(), line.isbn(),
                line.description(), quantity ? line.quantity() : null, price ? line.price() : null, null));
        }
        return new PurchaseOrderChange("PurchaseOrderChange", order.poNumber(), of("CHANGE", "CANCEL", "REPLACE"), word(6),
            order.orderType(), order.orderDate(), or(day()), order.vendorCode(), order.currency(), order.backOrderAllowed(),
            order.shipWindow(), order.deliveryWindow(), order.parties(), order.texts(), lines, new Totals(lines.size(), hash), null);
    }

    /** Each line in up to three parts; the last is accepted as a whole, so that something ships. */
    OrderAcknowledgment answer(PurchaseOrder order, String answers) {
        List<OrderAcknowledgment.Line> lines = new ArrayList<>();
        for (PurchaseOrder.Line line : order.lines()) {
            int all = line.quantity().amount().intValue();
            boolean last = line == order.lines().get(order.lines().size() - 1);
            int accepted = last ? all : between(0, all);
            int later = last ? 0 : between(0, all - accepted);
            List<Disposition> parts = new ArrayList<>();
            part(parts, "ACCEPTED", accepted, line, null);
            part(parts, "BACKORDERED", later, line, null);
            part(parts, "REJECTED", all - accepted - later, line,
                of("TEMPORARILY_UNAVAILABLE", "INVALID_PRODUCT_IDENTIFIER", "INVALID_UNIT"));
            lines.add(new OrderAcknowledgment.Line(line.lineNo(), line.buyerItem(), line.vendorItem(), line.gtin(), line.isbn(),
                line.quantity(), line.price(), parts, null));
        }
        return new OrderAcknowledgment("OrderAcknowledgment", order.poNumber(), order.orderDate(), or(day()), answers, "ACME5",
            or(word(10)), lines, null);
    }

    private void part(List<Disposition> parts, String status, int amount, PurchaseOrder.Line line, String reason) {
        if (amount > 0) {
            parts.add(new Disposition(status, new Quantity(BigDecimal.valueOf(amount), line.quantity().unit(), null),
                reason == null ? or(day()) : null, null, reason));
        }
    }

    InventoryAdvice advice() {
        String currency = or("USD");
        List<InventoryAdvice.Line> lines = new ArrayList<>();
        for (int i = 1; i <= between(1, 20); i++) {
            String unit = of("EACH", "CASE");
            boolean next = maybe();
            lines.add(new InventoryAdvice.Line(Integer.toString(i), or("B0" + word(8).toUpperCase()), "V" + word(5), or(gtin()), null,
                or(text(70)), or(word(4)), new Quantity(BigDecimal.valueOf(between(1, 9000)), unit, null),
                next ? new Quantity(BigDecimal.valueOf(between(1, 900)), unit, null) : null, next ? or(day()) : null,
                maybe() ? new Price(cents(50_000), currency, null) : null, null, null));
        }
        return new InventoryAdvice("InventoryAdvice", word(9), of("FULL", "PARTIAL"), day(), "ACME5", currency,
            List.of(new Party("SELLING", "ACME5", "ASSIGNED", or(text(50)), null, null, null, null, null)), lines, null);
    }

    /** For orders that are freight collect; of several orders for one centre nobody says pallets. */
    RoutingRequest routing(List<PurchaseOrder> orders) {
        List<RoutingRequest.OrderLoad> loads = new ArrayList<>();
        boolean together = maybe();
        for (int i = 0; i < orders.size(); i++) {
            boolean pallets = !together && maybe();
            loads.add(new RoutingRequest.OrderLoad(orders.get(i).poNumber(), together ? "PHX6" : "FC" + i, between(1, 2000),
                pallets ? between(1, 30) : null, or(new Measure(cents(90_000), of("POUND", "KILOGRAM"))),
                or(new Measure(cents(90_000), of("CUBIC_FOOT", "CUBIC_METER"))), pallets ? maybe() : null, or("92.5")));
        }
        return new RoutingRequest("RoutingRequest", word(9), of("ORIGINAL", "REPLACE"), or(NOW.minusSeconds(60L * between(0, 900))),
            NOW.plusSeconds(60L * between(0, 9000)), "ACME5", "Desk " + word(4), or("7755550100"), or("shipping@acme.example"),
            List.of(from()), null, loads, null);
    }

    private Party from() {
        return new Party("SHIP_FROM", "ACME5", "ASSIGNED", or(text(50)), or(List.of(text(50))), "Reno", "NV", or("89506"), "US");
    }

    RoutingInstruction instruction(List<PurchaseOrder> orders) {
        List<RoutingInstruction.Load> loads = new ArrayList<>();
        for (PurchaseOrder order : orders) {
            boolean when = maybe();
            loads.add(new RoutingInstruction.Load(word(10), or("ABFS"), or(text(30)),
                or(of("LESS_THAN_TRUCKLOAD", "TRUCKLOAD", "SMALL_PARCEL", "AIR", "OCEAN")), when ? day() : null, when ? or("14:30") : null,
                "PHX6", List.of(new RoutingInstruction.OrderRef(order.poNumber(), or(between(1, 900)),
                or(new Measure(cents(90_000), of("POUND", "KILOGRAM")))))));
        }
        return new RoutingInstruction("RoutingInstruction", word(9), or(word(8)), of("ORIGINAL", "REPLACE", "CANCEL"),
            NOW.minusSeconds(60L * between(0, 900)), "ACME5", List.of(from(), party("SHIP_TO")), null, loads, null);
    }

    Remittance payment() {
        List<Remittance.Item> items = new ArrayList<>();
        BigDecimal total = BigDecimal.ZERO;
        for (int i = 0; i < between(1, 15); i++) {
            Remittance.Item item = item("INV-" + between(10_000, 99_999));
            items.add(item);
            total = total.add(item.net());
        }
        return new Remittance("Remittance", word(9), day(), of("ACH", "CHECK", "WIRE"), or("USD"), total, "ACME5",
            List.of(new Party("PAYEE", "ACME5", "ASSIGNED", text(50), null, null, null, null, null), party("PAYER")), items, null);
    }

    private Remittance.Item item(String number) {
        BigDecimal net = cents(900_000);
        BigDecimal less = net.negate();
        return switch (between(0, 5)) {
            case 0 -> new Remittance.Item(number + "SC", "DEDUCTION", "SHORTAGE_CLAIM", number, or(word(8)), or(day()), less, null, null,
                null, less, or(text(60)));
            case 1 -> new Remittance.Item(number + "SCR", "REVERSAL", "SHORTAGE_CLAIM_REVERSED", number, null, or(day()), net, null, null,
                null, net, null);
            case 2 -> new Remittance.Item("99" + between(1000, 9999) + "VCBSINV", "DEDUCTION", "CHARGEBACK", null, null, or(day()), less,
                null, null, null, less, null);
            case 3 -> new Remittance.Item(number, "CREDIT", null, null, or(word(8)), or(day()), or(less), null, null, null, less,
                "CM" + (maybe() ? " " + text(40) : ""));
            case 4 -> new Remittance.Item(number, "INVOICE", null, number, or(word(8)), or(day()), net.add(BigDecimal.TEN), null,
                BigDecimal.TEN.negate(), "06", net, or(text(60)));
            default -> new Remittance.Item(number, "INVOICE", null, number, or(word(8)), or(day()), net.add(BigDecimal.ONE),
                BigDecimal.ONE, null, null, net, or(text(60)));
        };
    }
}
