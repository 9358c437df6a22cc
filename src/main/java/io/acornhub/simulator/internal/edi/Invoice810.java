// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.edi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acornhub.simulator.internal.x12.SyntaxCheck;
import io.acornhub.simulator.internal.x12.X12Segment;
import io.acornhub.simulator.internal.x12.X12Set;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneOffset;
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
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> numbers = new LinkedHashSet<>();
    private String currency;
    private BigDecimal sum = BigDecimal.ZERO;

    private Invoice810(X12Set set, KnownOrders orders) {
        this.set = set;
        this.orders = orders;
    }

    static Translated read(X12Set set, KnownOrders orders) {
        return new Invoice810(set, orders).read();
    }

    private Translated read() {
        X12Segment big = set.first("BIG");
        currency = set.first("CUR").get(2).isEmpty() ? "USD" : set.first("CUR").get(2);
        boolean credit = Set.of("CR", "CN").contains(big.get(7));
        ObjectNode json = Parts.object().put("invoiceType", credit ? "CreditNote" : "Invoice").put("id", big.get(2));
        if (SyntaxCheck.isDay(big.get(1))) {
            // a day alone is the same day everywhere: no zone may put it into the future or before its order
            json.put("date", Instants.of(big.get(1), "", "", ZoneOffset.UTC).toString());
        }
        terms(json);
        lines(json, big);
        parties(json);
        total(json);
        Parts.totals(set, "IT1", s -> s.tag().equals("IT1") ? s.number(2) : Optional.empty(), findings);
        for (String number : numbers) {
            if (orders.order(number).isEmpty()) {
                findings.add(Finding.refused("order-known", "Amazon placed no order " + number));
            }
        }
        return new Translated(OPERATION, big.get(2), json, numbers, findings);
    }

    /** EDI names parties by codes, whose addresses Amazon has; an 850 does not even name the bill-to, so it is the order's own. */
    private void parties(ObjectNode json) {
        InvoiceParties parties = new InvoiceParties(set);
        Order order = numbers.stream().map(orders::order).flatMap(Optional::stream).findFirst().orElse(null);
        if (parties.find("RI", "RE").isEmpty()) {
            findings.add(Finding.remark("remit-to", "N1 RI (remit to) is missing"));
        }
        json.set("remitToParty", parties.find("RI", "RE").orElseGet(() -> InvoiceParties.onRecord(order == null ? ""
            : order.vendorCode())));
        parties.find("ST").ifPresent(party -> json.set("shipToParty", party));
        parties.find("SF").ifPresent(party -> json.set("shipFromParty", party));
        ObjectNode billTo = order == null ? null : InvoiceParties.billTo(order);
        json.set("billToParty", billTo == null ? parties.find("BT").orElseGet(() -> InvoiceParties.onRecord("AMAZON")) : billTo);
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
        for (X12Segment segment : set.segments()) {
            switch (segment.tag()) {
                case "IT1" -> target = line(items, segment, big);
                case "TDS" -> target = json;
                case "TXI" -> tax(json, target == json && !items.isEmpty() ? (ObjectNode) items.get(0) : target, segment);
                case "SAC" -> charge(json, target, segment);
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

    /** The header has all taxes, and the lines have them too; one that EDI says for the whole invoice goes with the first line. */
    private void tax(ObjectNode header, ObjectNode line, X12Segment txi) {
        BigDecimal amount = txi.number(2).orElse(BigDecimal.ZERO);
        sum = sum.add(amount);
        ObjectNode tax = Parts.object().put("taxType", TAXES.getOrDefault(txi.get(1), "MutuallyDefined"));
        txi.number(3).ifPresent(rate -> tax.put("taxRate", X12Segment.plain(rate)));
        tax.set("taxAmount", Parts.money(amount, currency));
        header.withArray("/taxDetails").add(tax);
        if (line != header) {
            line.withArray("/taxDetails").add(tax.deepCopy());
        }
    }

    /** The header has all charges and allowances, those of the lines too. */
    private void charge(ObjectNode header, ObjectNode target, X12Segment sac) {
        BigDecimal amount = cents(sac, 5);
        boolean allowance = sac.get(1).equals("A");
        sum = allowance ? sum.subtract(amount) : sum.add(amount);
        String kind = allowance ? ALLOWANCES.getOrDefault(sac.get(2), "Special") : CHARGES.getOrDefault(sac.get(2), "Service");
        ObjectNode detail = Parts.object().put("type", kind);
        detail.set(allowance ? "allowanceAmount" : "chargeAmount", Parts.money(amount, currency));
        header.withArray(allowance ? "/allowanceDetails" : "/chargeDetails").add(detail);
        if (target != header) {
            target.withArray(allowance ? "/allowanceDetails" : "/chargeDetails").add(detail.deepCopy());
        }
        if (!Set.of("A", "C").contains(sac.get(1))) {
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
