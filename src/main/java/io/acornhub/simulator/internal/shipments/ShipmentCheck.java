// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.shipments;

import com.fasterxml.jackson.databind.JsonNode;
import io.acornhub.simulator.internal.base.Json;
import io.acornhub.simulator.internal.base.Packing;
import io.acornhub.simulator.internal.base.Problem.ApiError;
import io.acornhub.simulator.internal.base.Rule;
import io.acornhub.simulator.internal.base.Rules;
import io.acornhub.simulator.internal.orders.OrderLine;
import io.acornhub.simulator.internal.orders.Orders;
import io.acornhub.simulator.internal.orders.PurchaseOrder;
import io.acornhub.simulator.internal.shipments.Shipment.Part;
import io.acornhub.simulator.internal.submissions.Submission;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One shipment confirmation against orders and earlier shipments: the errors, or the units it brings. */
final class ShipmentCheck {
    private static final Duration REUSE = Duration.ofDays(365);
    private static final Duration REPLACEABLE = Duration.ofDays(7);
    private final Submission submission;
    private final JsonNode document;
    private final Orders orders;
    private final Shipments shipments;
    private final Rules rules;
    private final Instant time;
    private final List<ApiError> errors = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final Containers containers;

    ShipmentCheck(Submission submission, JsonNode document, Orders orders, Shipments shipments, Rules rules, Instant time) {
        this.submission = submission;
        this.document = document;
        this.orders = orders;
        this.shipments = shipments;
        this.rules = rules;
        this.time = time;
        this.containers = new Containers(document);
        items();
        identifier();
        header();
        containers();
    }

    List<ApiError> errors() {
        return errors;
    }

    List<Part> parts() {
        return parts;
    }

    Containers containerCodes() {
        return containers;
    }

    private void items() {
        Map<OrderLine, Long> taken = new HashMap<>();
        for (JsonNode item : document.path("shippedItems")) {
            for (Containers.Share share : containers.shares(item)) {
                PurchaseOrder order = share.order() == null ? null : orders.find(submission.account(), share.order()).orElse(null);
                if (order == null) {
                    error("INVALID_ORDER_ID", "Item " + Json.text(item, "itemSequenceNumber") + " names "
                        + (share.order() == null ? "no purchase order." : "purchase order " + share.order() + ", which there is not."));
                    continue;
                }
                OrderLine line = line(order, item, taken);
                if (line == null) {
                    error("INVALID_ITEM", "Purchase order " + share.order() + " has no item "
                        + item.path("amazonProductIdentifier").asText(item.path("vendorProductIdentifier").asText("")) + ".");
                    continue;
                }
                long units = share.amount() * Packing.of(share.quantity(), line.packing()).size();
                taken.merge(line, units, Long::sum);
                parts.add(new Part(order, line, units));
                destination(order);
            }
        }
        if (document.path("shippedItems").isEmpty()) {
            error("INVALID_ITEM", "The shipment has no items.");
        }
    }

    /** Of several lines of a product the first that is still open. */
    private static OrderLine line(PurchaseOrder order, JsonNode item, Map<OrderLine, Long> taken) {
        String asin = Json.text(item, "amazonProductIdentifier");
        String product = Json.text(item, "vendorProductIdentifier");
        List<OrderLine> lines = order.lines().stream().filter(l -> asin != null && asin.equals(l.asin())
            || product != null && product.equals(l.vendorProduct())).toList();
        return lines.stream().filter(l -> l.acceptedUnits() > l.shippedUnits() + taken.getOrDefault(l, 0L)).findFirst()
            .orElse(lines.isEmpty() ? null : lines.get(0));
    }

    private void destination(PurchaseOrder order) {
        String seller = Json.text(document, "sellingParty", "partyId");
        String centre = Json.text(document, "shipToParty", "partyId");
        refuse(Rule.ONE_DESTINATION, !Objects.equals(seller, order.vendorCode()) || !Objects.equals(centre, order.shipTo()),
            "Order " + order.number() + " is " + order.vendorCode() + "'s for " + order.shipTo() + ", the shipment " + seller + "'s to "
            + centre);
    }

    private void identifier() {
        Shipment known = shipments.find(submission.account(), submission.number()).filter(s -> s.notice() != null).orElse(null);
        if ("Original".equals(Json.text(document, "shipmentConfirmationType"))) {
            refuse(Rule.IDENTIFIERS_REUSED, known != null && time.isBefore(known.firstConfirmed().plus(REUSE)),
                "Shipment identifier " + submission.number() + " was used within 365 days");
            return;
        }
        if (known == null || !Objects.equals(Json.text(known.notice(), "sellingParty", "partyId"),
            Json.text(document, "sellingParty", "partyId"))) {
            error("INVALID_SHIPMENT_ID", "There is no shipment " + submission.number() + " to replace.");
            return;
        }
        refuse(Rule.REPLACE_WINDOW, known.received() || time.isAfter(known.firstConfirmed().plus(REPLACEABLE)),
            "A replacement comes within 7 days and before the goods arrive");
        for (Part before : known.parts()) {
            long was = units(known.parts(), before.line());
            refuse(Rule.REPLACE_REDUCES, units(parts, before.line()) > was, "Line " + before.line().sequence() + " of order "
                + before.order().number() + " had " + was + " units, the replacement has more");
        }
        refuse(Rule.REPLACE_REDUCES, parts.stream().anyMatch(p -> units(known.parts(), p.line()) == 0),
            "The replacement has items that the original had not");
    }

    private static long units(List<Part> parts, OrderLine line) {
        return parts.stream().filter(p -> p.line() == line).mapToLong(Part::units).sum();
    }

    private void header() {
        Instant shipped = Json.instant(Json.text(document, "shippedDate"));
        refuse(Rule.SHIPPED_DATE, shipped != null && shipped.isAfter(time), "shippedDate is in the future");
        String type = Json.text(document, "shipmentType");
        String bill = Json.text(document, "transportationDetails", "billOfLadingNumber");
        boolean truck = "TruckLoad".equals(type) || "LessThanTruckLoad".equals(type);
        refuse(Rule.BILL_OF_LADING, truck && (bill == null || bill.length() < 8),
            "A truck's billOfLadingNumber has 8 characters at least");
        String carrier = Json.text(document, "transportationDetails", "carrierScac");
        refuse(Rule.CARRIER_SCAC, carrier != null && !carrier.matches("[A-Z]{2,4}"), "carrierScac " + carrier + " is no carrier's code");
        String reference = Json.text(document, "amazonReferenceNumber");
        refuse(Rule.AMAZON_REFERENCE, reference != null && shipments.withReference(submission.account(), reference).isEmpty(),
            "amazonReferenceNumber " + reference + " was not given by Amazon");
        refuse(Rule.TRACKING_NUMBER, "SmallParcel".equals(type) && containers.cartonWithoutTracking(),
            "A carton of a small parcel has no trackingNumber");
    }

    private void containers() {
        for (String fault : containers.faults()) {
            refuse(Rule.CONTAINERS, true, fault);
        }
        for (String code : containers.codes()) {
            refuse(Rule.SSCC_FORM, !Containers.goodCode(code), "SSCC " + code + " is not 00 and 18 digits with a right check digit");
            Shipments.Used used = shipments.used(code).orElse(null);
            refuse(Rule.IDENTIFIERS_REUSED, used != null && !used.shipment().identifier().equals(submission.number())
                && time.isBefore(used.time().plus(REUSE)), "SSCC " + code + " was used within 365 days");
        }
        refuse(Rule.IDENTIFIERS_REUSED, containers.codeTwice() != null, "SSCC " + containers.codeTwice() + " is there twice");
    }

    private void refuse(Rule rule, boolean broken, String message) {
        if (broken && rules.on(rule)) {
            error(rule.name(), message + ".");
        }
    }

    private void error(String code, String message) {
        errors.add(new ApiError(code, message));
    }
}
