// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.edi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acornhub.simulator.internal.x12.SyntaxCheck;
import io.acornhub.simulator.internal.x12.X12Segment;
import io.acornhub.simulator.internal.x12.X12Set;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An 855 as Amazon's {@code acknowledgements[]}. Codes of ACK01: IA and IQ accept, IB puts on back order, BP accepts a part and puts
 * the rest on back order, IR, R2, R3 and the other R codes reject. IP and IS (another price, another article) are not allowed.
 */
final class Acknowledgment855 {
    static final String OPERATION = "submitAcknowledgement";
    private static final Map<String, String> CODES = Map.ofEntries(Map.entry("IA", "Accepted"), Map.entry("IQ", "Accepted"),
        Map.entry("IB", "Backordered"), Map.entry("BP", "Accepted"), Map.entry("IR", "Rejected"), Map.entry("R1", "Rejected"),
        Map.entry("R2", "Rejected"), Map.entry("R3", "Rejected"), Map.entry("R4", "Rejected"), Map.entry("R5", "Rejected"),
        Map.entry("R6", "Rejected"), Map.entry("R7", "Rejected"));
    private static final int PAIRS = 6;
    private final X12Set set;
    private final ZoneId zone;
    private final Order order;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> answered = new HashSet<>();
    private boolean changed;

    private Acknowledgment855(X12Set set, Order order, ZoneId zone) {
        this.set = set;
        this.order = order;
        this.zone = zone;
    }

    /** @param orders Amazon's orders by number */
    static Translated read(X12Set set, KnownOrders orders, ZoneId zone, Instant now) {
        X12Segment bak = set.first("BAK");
        String number = bak.get(3);
        Optional<Order> order = orders.order(number);
        if (order.isEmpty()) {
            return new Translated(OPERATION, number, null, Set.of(number),
                List.of(Finding.refused("order-known", "BAK03: Amazon placed no order " + number)));
        }
        return new Acknowledgment855(set, order.get(), zone).read(bak, now);
    }

    private Translated read(X12Segment bak, Instant now) {
        ObjectNode json = Parts.object().put("purchaseOrderNumber", order.number());
        json.set("sellingParty", Parts.party(order.vendorCode()));
        json.put("acknowledgementDate", now.toString());
        ArrayNode items = json.putArray("items");
        List<X12Segment> acks = new ArrayList<>();
        X12Segment line = null;
        for (X12Segment segment : set.segments()) {
            if (segment.tag().equals("PO1") || segment.tag().equals("CTT")) {
                add(items, line, acks);
                line = segment.tag().equals("PO1") ? segment : null;
                acks = new ArrayList<>();
            } else if (segment.tag().equals("ACK")) {
                acks.add(segment);
            }
        }
        add(items, line, acks);
        if (!bak.get(1).equals("00")) {
            findings.add(Finding.remark("purpose", "BAK01 is " + bak.get(1) + ", Amazon's guide has 00"));
        }
        if (!Set.of("AC", "AD").contains(bak.get(2))) {
            findings.add(Finding.defect("acknowledgment-type", "BAK02 is " + bak.get(2) + ", retail has AC or AD"));
        } else if (bak.get(2).equals("AD") && changed) {
            findings.add(Finding.defect("acknowledgment-type", "BAK02 AD says that nothing changes, but a quantity or price does"));
        }
        Parts.totals(set, "PO1", s -> s.tag().equals("PO1") ? s.number(2) : Optional.empty(), findings);
        return new Translated(OPERATION, order.number(), json, Set.of(order.number()), findings);
    }

    private void add(ArrayNode items, X12Segment po1, List<X12Segment> acks) {
        if (po1 == null) {
            return;
        }
        Order.Line line = order.line(po1.get(1), po1, PAIRS).orElse(null);
        String said = "line " + po1.get(1);
        if (line == null) {
            findings.add(Finding.refused("line-known", said + ": order " + order.number() + " has no such line or article"));
            return;
        }
        if (!answered.add(line.number())) {
            findings.add(Finding.refused("line-numbers", said + ": line " + line.number() + " is answered twice"));
        }
        if (!po1.get(3).isEmpty() && !po1.get(3).equals(line.x12Unit())) {
            findings.add(Finding.refused("unit", said + ": unit " + po1.get(3) + ", ordered in " + line.x12Unit()));
        }
        String misnamed = line.misnamed(po1, PAIRS);
        if (!misnamed.isEmpty()) {
            findings.add(Finding.defect("identifier", said + ": article " + misnamed + ", ordered as " + line.vendorItem() + " "
                + line.asin()));
        }
        Optional<BigDecimal> price = po1.number(4);
        changed |= price.isPresent() && line.price().filter(p -> p.compareTo(price.get()) == 0).isEmpty();
        ObjectNode item = items.addObject().put("itemSequenceNumber", line.number());
        Parts.identifiers(item, line, po1, PAIRS);
        item.set("orderedQuantity", Parts.quantity(line.quantity(), line.x12Unit(), line));
        price.ifPresent(amount -> item.set("netCost", Parts.money(Parts.netCost(amount, line), line.currency())));
        ArrayNode parts = item.putArray("itemAcknowledgements");
        if (acks.isEmpty()) {
            findings.add(Finding.defect("every-line", said + ": no ACK follows the PO1, so the line is not answered"));
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (X12Segment ack : acks) {
            sum = sum.add(part(parts, ack, line, said));
        }
        partlyBackOrdered(parts, acks, line, sum);
    }

    /** BP says how much is accepted; what is left of the order is on back order. */
    private void partlyBackOrdered(ArrayNode parts, List<X12Segment> acks, Order.Line line, BigDecimal sum) {
        BigDecimal left = line.quantity().subtract(sum);
        if (left.signum() > 0 && acks.stream().anyMatch(ack -> ack.get(1).equals("BP"))) {
            ObjectNode rest = parts.addObject().put("acknowledgementCode", "Backordered");
            rest.set("acknowledgedQuantity", Parts.quantity(left, line.x12Unit(), line));
        }
    }

    private BigDecimal part(ArrayNode parts, X12Segment ack, Order.Line line, String said) {
        String code = CODES.get(ack.get(1));
        if (code == null) {
            findings.add(Finding.refused("acknowledgment-code", said + ": ACK01 is " + ack.get(1) + (Set.of("IP", "IS")
                .contains(ack.get(1)) ? "; Amazon takes no other price and no other article" : ", which Amazon does not know")));
            return BigDecimal.ZERO;
        }
        changed |= !ack.get(1).equals("IA");
        BigDecimal amount = ack.number(2).orElse(line.quantity());
        String unit = ack.get(3).isEmpty() ? line.x12Unit() : ack.get(3);
        if (!unit.equals(line.x12Unit())) {
            findings.add(Finding.refused("unit", said + ": unit " + unit + ", ordered in " + line.x12Unit()));
        }
        ObjectNode part = parts.addObject().put("acknowledgementCode", code);
        part.set("acknowledgedQuantity", Parts.quantity(amount, unit, line));
        if (SyntaxCheck.isDay(ack.get(5))) {
            String field = ack.get(4).equals("068") ? "scheduledShipDate" : "scheduledDeliveryDate";
            part.put(field, Instants.of(ack.get(5), "", "", zone).toString());
        } else if (code.equals("Backordered")) {
            findings.add(Finding.remark("backorder-date", said + ": a back order without a date (ACK04, ACK05)"));
        }
        if (code.equals("Rejected")) {
            // R2 is the hard one: Amazon stops ordering the article
            part.put("rejectionReason", ack.get(1).equals("R2") ? "ObsoleteProduct" : "TemporarilyUnavailable");
        }
        return amount;
    }
}
