// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.edi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acornhub.simulator.internal.x12.X12Segment;
import io.acornhub.simulator.internal.x12.X12Set;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An 856 (005010) as Amazon's {@code shipmentConfirmations[]}. */
final class ShipNotice856 {
    static final String OPERATION = "SubmitShipmentConfirmations";
    private final X12Set set;
    private final KnownOrders orders;
    private final ZoneId zone;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> numbers = new LinkedHashSet<>();

    private ShipNotice856(X12Set set, KnownOrders orders, ZoneId zone) {
        this.set = set;
        this.orders = orders;
        this.zone = zone;
    }

    static Translated read(X12Set set, KnownOrders orders, ZoneId zone, Instant now) {
        return new ShipNotice856(set, orders, zone).read(now);
    }

    private Translated read(Instant now) {
        X12Segment bsn = set.first("BSN");
        List<Level> levels = Level.of(set, findings);
        Parts.totals(set, "HL", s -> s.tag().equals("SN1") ? s.number(2) : Optional.empty(), findings);
        levels.stream().filter(level -> level.code().equals("O")).forEach(level -> numbers.add(level.first("PRF").get(1)));
        List<Order> known = new ArrayList<>();
        for (String number : numbers) {
            orders.order(number).ifPresentOrElse(known::add,
                () -> findings.add(Finding.refused("order-known", "PRF01: Amazon placed no order " + number)));
        }
        if (levels.isEmpty() || !levels.get(0).code().equals("S") || known.isEmpty()) {
            findings.add(Finding.refused("hierarchy", "no shipment level with an order that Amazon knows: nothing can be received"));
            return new Translated(OPERATION, bsn.get(2), null, numbers, findings);
        }
        ObjectNode json = Parts.object().put("shipmentIdentifier", bsn.get(2))
            .put("shipmentConfirmationType", bsn.get(1).equals("05") ? "Replace" : "Original");
        if (!Set.of("00", "05").contains(bsn.get(1))) {
            findings.add(Finding.refused("purpose", "BSN01 is " + bsn.get(1) + ", Amazon takes 00 (original) and 05 (replace)"));
        }
        shipment(json, levels.get(0), known, now);
        new Packing(orders, zone, findings).fill(json, levels);
        return new Translated(OPERATION, bsn.get(2), json, numbers, findings);
    }

    private void shipment(ObjectNode json, Level top, List<Order> known, Instant now) {
        boolean collect = known.stream().anyMatch(Order::collect);
        String bol = top.first("REF", "BM").get(2);
        boolean parcel = bol.isEmpty() && set.first("MAN", "CP").isPresent();
        json.put("shipmentType", parcel ? "SmallParcel" : "LessThanTruckLoad");
        ObjectNode transport = json.putObject("transportationDetails");
        put(transport, "carrierScac", needed(top.first("TD5").get(3), "carrier", "TD503: the carrier's code (SCAC)"));
        put(transport, "carrierShipmentReferenceNumber", needed(top.first("REF", "CN").get(2), "carrier-reference",
            "REF CN: PRO or tracking number"));
        if (!parcel) {
            put(transport, "billOfLadingNumber", needed(bol, "bill-of-lading", "REF BM: bill of lading, by truck"));
        }
        String arn = top.first("REF", "BX").get(2);
        if (collect && !parcel) {
            // by EDI the number comes with a 754, which this Amazon does not send: it only has to be there
            needed(arn, "amazon-reference", "REF BX: Amazon's reference number (ARN), by Amazon's carrier");
        }
        json.put("shipmentConfirmationDate", now.toString());
        Parts.date(set, "011", zone).ifPresentOrElse(at -> json.put("shippedDate", at.toString()),
            () -> findings.add(Finding.refused("dates", "DTM 011 (shipped) is missing")));
        Parts.date(set, "017", zone).ifPresentOrElse(at -> json.put("estimatedDeliveryDate", at.toString()),
            () -> findings.add(Finding.refused("dates", "DTM 017 (estimated delivery) is missing")));
        String from = top.first("N1", "SF").get(4);
        json.set("sellingParty", Parts.party(from.isEmpty() ? known.get(0).vendorCode() : sellingCode(from, known)));
        ObjectNode shipFrom = Parts.party(from.isEmpty() ? "UNKNOWN" : from);
        json.set("shipFromParty", shipFrom);
        String to = top.first("N1", "ST").get(4);
        for (Order order : known) {
            if (!order.shipTo().equals(to)) {
                findings.add(Finding.defect("ship-to", "N1 ST is " + to + ", order " + order.number() + " goes to " + order.shipTo()));
            }
        }
        json.set("shipToParty", Parts.party(to));
        measurements(json, top);
    }

    /** N1 SF may name the vendor code or a warehouse; the selling party is the orders' own where it does not name theirs. */
    private static String sellingCode(String from, List<Order> known) {
        return known.stream().anyMatch(order -> order.vendorCode().equals(from)) ? from : known.get(0).vendorCode();
    }

    private void measurements(ObjectNode json, Level top) {
        ObjectNode measured = json.putObject("shipmentMeasurements");
        X12Segment cartons = top.first("TD1", "CTN");
        if (cartons.get(2).isEmpty()) {
            findings.add(Finding.defect("carton-count", "TD1 CTN: the number of cartons is missing"));
        }
        cartons.number(2).ifPresent(count -> measured.put("cartonCount", count.intValue()));
        top.first("TD1", "PLT").number(2).ifPresent(count -> measured.put("palletCount", count.intValue()));
        cartons.number(7).ifPresent(weight -> measured.putObject("grossShipmentWeight").put("unitOfMeasure",
            cartons.get(8).equals("KG") ? "Kg" : "Lb").put("value", X12Segment.plain(weight)));
    }

    private String needed(String value, String rule, String what) {
        if (value.isEmpty()) {
            findings.add(Finding.defect(rule, what + " is missing"));
        }
        return value;
    }

    private static void put(ObjectNode json, String name, String value) {
        if (!value.isEmpty()) {
            json.put(name, value);
        }
    }
}
