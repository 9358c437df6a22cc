// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.edi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acornhub.simulator.internal.x12.SyntaxCheck;
import io.acornhub.simulator.internal.x12.X12Segment;
import io.acornhub.simulator.internal.x12.X12Set;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An 810 as Amazon's {@code invoices[]}. Amounts of TDS and SAC have two implied decimals. */
final class Invoice810 {
    static final String OPERATION = "submitInvoices";
    private static final int PAIRS = 6;
    private static final Map<String, String> CHARGES = Map.of("D240", "Freight", "F155", "Packing", "G740", "Service", "D980",
        "InsuranceFee", "D500", "SpecialHandlingService");
    private static final Map<String, String> ALLOWANCES = Map.of("C310", "Discount", "F800", "Promotional", "C000", "Defective");
    private static final Map<String, String> TAXES = Map.of("GS", "GST", "VA", "VAT", "PG", "PST", "ST", "ST");
    private final X12Set set;
    private final KnownOrders orders;
    private final ZoneId zone;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> numbers = new LinkedHashSet<>();
    private String currency;
    private BigDecimal sum = BigDecimal.ZERO;

    private Invoice810(X12Set set, KnownOrders orders, ZoneId zone) {
        this.set = set;
        this.orders = orders;
        this.zone = zone;
    }

    static Translated read(X12Set set, KnownOrders orders, ZoneId zone) {
        return new Invoice810(set, orders, zone).read();
    }

    private Translated read() {
        X12Segment big = set.first("BIG");
        currency = set.first("CUR").get(2).isEmpty() ? "USD" : set.first("CUR").get(2);
        boolean credit = Set.of("CR", "CN").contains(big.get(7));
        ObjectNode json = Parts.object().put("invoiceType", credit ? "CreditNote" : "Invoice").put("id", big.get(2));
        if (SyntaxCheck.isDay(big.get(1))) {
            json.put("date", Instants.of(big.get(1), "", "", zone).toString());
        }
        party(json, "remitToParty", "RI", "RE");
        party(json, "shipToParty", "ST");
        party(json, "shipFromParty", "SF");
        party(json, "billToParty", "BT");
        terms(json);
        lines(json, big);
        if (!json.has("remitToParty")) {
            String code = numbers.stream().map(orders::order).flatMap(Optional::stream).map(Order::vendorCode).findFirst().orElse("");
            json.set("remitToParty", Parts.party(code));
            findings.add(Finding.remark("remit-to", "N1 RI (remit to) is missing"));
        }
        total(json);
        Parts.totals(set, "IT1", s -> s.tag().equals("IT1") ? s.number(2) : Optional.empty(), findings);
        for (String number : numbers) {
            if (orders.order(number).isEmpty()) {
                findings.add(Finding.refused("order-known", "Amazon placed no order " + number));
            }
        }
        return new Translated(OPERATION, big.get(2), json, numbers, findings);
    }

    private void party(ObjectNode json, String name, String... codes) {
        for (String code : codes) {
            int at = -1;
            for (int i = 0; i < set.segments().size(); i++) {
                at = at < 0 && set.segments().get(i).is("N1", code) ? i : at;
            }
            if (at >= 0) {
                X12Segment n1 = set.segments().get(at);
                ObjectNode party = Parts.party(n1.get(4).isEmpty() ? n1.get(2) : n1.get(4));
                address(party, n1, at);
                json.set(name, party);
                return;
            }
        }
    }

    private void address(ObjectNode party, X12Segment n1, int at) {
        ObjectNode address = Parts.object().put("name", n1.get(2));
        int line = 0;
        for (int i = at + 1; i < set.segments().size(); i++) {
            X12Segment next = set.segments().get(i);
            if (next.tag().equals("N3")) {
                for (String text : next.elements()) {
                    address.put("addressLine" + ++line, text);
                }
            } else if (next.tag().equals("N4")) {
                address.put("city", next.get(1)).put("stateOrRegion", next.get(2)).put("postalOrZipCode", next.get(3))
                    .put("countryCode", next.get(4));
            } else if (!next.tag().equals("N2")) {
                break;
            }
        }
        if (line > 0 && address.has("countryCode")) {
            party.set("address", address);
        }
    }

    private void terms(ObjectNode json) {
        X12Segment itd = set.first("ITD");
        if (itd.elements().isEmpty()) {
            findings.add(Finding.remark("terms", "ITD is missing; Amazon's outline asks for the terms that were agreed"));
            return;
        }
        ObjectNode terms = json.putObject("paymentTerms").put("type", "Basic");
        itd.number(3).ifPresent(percent -> terms.put("discountPercent", X12Segment.plain(percent)));
        itd.number(5).ifPresent(days -> terms.put("discountDueDays", days.intValue()));
        itd.number(7).ifPresent(days -> terms.put("netDueDays", days.intValue()));
    }

    private void lines(ObjectNode json, X12Segment big) {
        ArrayNode items = json.putArray("items");
        ObjectNode target = json;
        boolean afterTotal = false;
        for (X12Segment segment : set.segments()) {
            switch (segment.tag()) {
                case "IT1" -> target = line(items, segment, big);
                case "TDS" -> {
                    target = json;
                    afterTotal = true;
                }
                case "TXI" -> tax(target, segment);
                case "SAC" -> charge(target, segment, afterTotal);
                default -> {
                }
            }
        }
    }

    private ObjectNode line(ArrayNode items, X12Segment it1, X12Segment big) {
        String number = it1.pair(PAIRS, "PO").isEmpty() ? big.get(4) : it1.pair(PAIRS, "PO");
        numbers.add(number);
        Order order = orders.order(number).orElse(null);
        Order.Line line = order == null ? null : order.line(it1.get(1), it1, PAIRS).orElse(null);
        String said = "IT1 " + it1.get(1);
        BigDecimal amount = it1.number(2).orElse(BigDecimal.ZERO);
        BigDecimal price = it1.number(4).orElse(BigDecimal.ZERO);
        if (amount.signum() <= 0) {
            findings.add(Finding.refused("quantity", said + ": the quantity is " + it1.get(2) + ", it must be above zero"));
        }
        if (order != null && line == null) {
            findings.add(Finding.refused("line-known", said + ": order " + number + " has no such article"));
        } else if (line != null && !it1.get(3).equals(line.x12Unit())) {
            findings.add(Finding.refused("unit", said + ": unit " + it1.get(3) + ", ordered in " + line.x12Unit()));
        }
        if (line != null && line.price().filter(p -> p.compareTo(price) < 0).isPresent()) {
            findings.add(Finding.defect("price", said + ": price " + X12Segment.plain(price) + ", the order says "
                + X12Segment.plain(line.price().orElseThrow())));
        }
        sum = sum.add(amount.multiply(price).setScale(2, RoundingMode.HALF_UP));
        ObjectNode item = items.addObject().put("itemSequenceNumber", items.size());
        Parts.identifiers(item, line, it1, PAIRS);
        item.set("invoicedQuantity", Parts.quantity(amount, it1.get(3), line));
        item.set("netCost", Parts.money(Parts.netCost(price, line), currency));
        return item.put("purchaseOrderNumber", number);
    }

    private void tax(ObjectNode target, X12Segment txi) {
        BigDecimal amount = txi.number(2).orElse(BigDecimal.ZERO);
        sum = sum.add(amount);
        ObjectNode tax = target.withArray("/taxDetails").addObject().put("taxType", TAXES.getOrDefault(txi.get(1), "MutuallyDefined"));
        txi.number(3).ifPresent(rate -> tax.put("taxRate", X12Segment.plain(rate)));
        tax.set("taxAmount", Parts.money(amount, currency));
    }

    private void charge(ObjectNode target, X12Segment sac, boolean header) {
        BigDecimal amount = cents(sac, 5);
        boolean allowance = sac.get(1).equals("A");
        sum = allowance ? sum.subtract(amount) : sum.add(amount);
        String kind = allowance ? ALLOWANCES.getOrDefault(sac.get(2), "Special") : CHARGES.getOrDefault(sac.get(2), "Service");
        ObjectNode detail = target.withArray(allowance ? "/allowanceDetails" : "/chargeDetails").addObject().put("type", kind);
        detail.set(allowance ? "allowanceAmount" : "chargeAmount", Parts.money(amount, currency));
        if (!header && !Set.of("A", "C").contains(sac.get(1))) {
            findings.add(Finding.remark("charge", "SAC01 is " + sac.get(1) + ", neither A (allowance) nor C (charge)"));
        }
    }

    private void total(ObjectNode json) {
        X12Segment tds = set.first("TDS");
        BigDecimal total = cents(tds, 1);
        json.set("invoiceTotal", Parts.money(total, currency));
        if (total.compareTo(sum) != 0) {
            boolean whole = tds.number(1).filter(said -> said.compareTo(sum) == 0).isPresent();
            findings.add(Finding.refused("total", "TDS01 is " + tds.get(1) + (whole ? ", the amount itself; it has two implied decimals"
                : ", which says " + X12Segment.plain(total)) + "; lines, charges and taxes come to " + X12Segment.plain(sum)));
        }
        if (total.signum() == 0) {
            findings.add(Finding.refused("total", "an invoice over nothing"));
        }
    }

    /** An amount with two implied decimals; one that has a point is taken as written and reported. */
    private BigDecimal cents(X12Segment segment, int element) {
        String text = segment.get(element);
        if (text.contains(".")) {
            findings.add(Finding.refused("implied-decimals", segment.tag() + String.format("%02d", element) + " is " + text
                + ": type N2 has no point"));
            return segment.number(element).orElse(BigDecimal.ZERO);
        }
        return segment.number(element).map(cents -> cents.movePointLeft(2)).orElse(BigDecimal.ZERO);
    }
}
