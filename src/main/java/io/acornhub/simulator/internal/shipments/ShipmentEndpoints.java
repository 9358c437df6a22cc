// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.shipments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acornhub.simulator.UsagePlans.Plan;
import io.acornhub.simulator.internal.base.Json;
import io.acornhub.simulator.internal.base.SimulatedClock;
import io.acornhub.simulator.internal.http.Answer;
import io.acornhub.simulator.internal.http.Call;
import io.acornhub.simulator.internal.http.Endpoint;
import io.acornhub.simulator.internal.http.Paging;
import io.acornhub.simulator.internal.http.Query;
import io.acornhub.simulator.internal.http.Query.Window;
import io.acornhub.simulator.internal.http.Routes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;

/** Reading shipments: GetShipmentDetails and GetShipmentLabels. */
public final class ShipmentEndpoints {
    private static final Plan TEN = Plan.of("10", 10);
    private static final int PAGE = 50;
    private final Shipments shipments;
    private final Paging paging;
    private final SimulatedClock clock;

    public ShipmentEndpoints(Shipments shipments, Paging paging, SimulatedClock clock) {
        this.shipments = shipments;
        this.paging = paging;
        this.clock = clock;
    }

    public void addTo(Routes routes) {
        routes.add(Endpoint.of("GetShipmentDetails", "GET", "/vendor/shipping/v1/shipments", TEN, this::details));
        routes.add(Endpoint.of("GetShipmentLabels", "GET", "/vendor/shipping/v1/transportLabels", TEN, this::labels));
    }

    private Answer details(Call call) {
        Query query = new Query(call);
        Instant now = clock.instant();
        Window created = query.window("createdAfter", "createdBefore", null, now);
        List<Predicate<Shipment>> filters = new ArrayList<>();
        filters.add(shipment -> created == null || created.holds(shipment.created()));
        dates(query, now, filters);
        text(query, "currentShipmentStatus", filters, s -> s.history().get(s.history().size() - 1).word());
        text(query, "vendorShipmentIdentifier", filters, Shipment::identifier);
        text(query, "buyerReferenceNumber", filters, Shipment::reference);
        text(query, "buyerWarehouseCode", filters, s -> either(s, "shipToParty"));
        text(query, "sellerWarehouseCode", filters, s -> either(s, "shipFromParty"));
        NavigableMap<String, Shipment> range = range(call, query, created);
        return answer(call, query, range, filters.stream().reduce(Predicate::and).orElseThrow(), "shipments", ShipmentJson::of);
    }

    private NavigableMap<String, Shipment> range(Call call, Query query, Window created) {
        String identifier = query.text("vendorShipmentIdentifier");
        if (identifier != null) {
            return Shipments.only(shipments.find(call.account(), identifier));
        }
        String reference = query.text("buyerReferenceNumber");
        if (reference != null) {
            return Shipments.only(shipments.withReference(call.account(), reference));
        }
        return created == null ? shipments.all(call.account()) : shipments.created(call.account(), created.from(), created.to());
    }

    private static void dates(Query query, Instant now, List<Predicate<Shipment>> filters) {
        date(query, now, "shipmentConfirmed", filters, Shipment::confirmed);
        date(query, now, "packageLabelCreated", filters, s -> s.reference() == null ? null : labelled(s));
        date(query, now, "shipped", filters, s -> time(s, "shippedDate"));
        date(query, now, "estimatedDelivery", filters, s -> time(s, "estimatedDeliveryDate"));
        date(query, now, "shipmentDelivery", filters, s -> s.received() ? s.arrival() : null);
        date(query, now, "requestedPickUp", filters, s -> pickUp(s, "requestedPickUp"));
        date(query, now, "scheduledPickUp", filters, s -> pickUp(s, "scheduledPickUp"));
    }

    private static void date(Query query, Instant now, String name, List<Predicate<Shipment>> filters,
                             Function<Shipment, Instant> value) {
        Window window = query.window(name + "After", name + "Before", null, now);
        if (window != null) {
            filters.add(shipment -> window.holds(value.apply(shipment)));
        }
    }

    private static void text(Query query, String name, List<Predicate<Shipment>> filters, Function<Shipment, String> value) {
        String wanted = query.text(name);
        if (wanted != null) {
            filters.add(shipment -> Objects.equals(wanted, value.apply(shipment)));
        }
    }

    private static Instant time(Shipment shipment, String name) {
        return shipment.notice() == null ? null : Json.instant(Json.text(shipment.notice(), name));
    }

    private static Instant pickUp(Shipment shipment, String name) {
        return shipment.request() == null ? null : Json.instant(Json.text(shipment.request(), "collectFreightPickupDetails", name));
    }

    private static String either(Shipment shipment, String party) {
        return Json.text(shipment.request() == null ? shipment.notice() : shipment.request(), party, "partyId");
    }

    /** When Amazon gave the reference number it made the labels too. */
    private static Instant labelled(Shipment shipment) {
        return shipment.history().stream().filter(s -> s.word().equals("CarrierAssigned")).map(Shipment.Status::time).findFirst()
            .orElse(null);
    }

    private static boolean smallParcel(Shipment shipment) {
        return shipment.request() != null && shipment.reference() != null && !shipment.cancelled()
            && "SmallParcel".equals(Json.text(shipment.request(), "transportationDetails", "shipMode"));
    }

    private Answer labels(Call call) {
        Query query = new Query(call);
        List<Predicate<Shipment>> filters = new ArrayList<>();
        filters.add(ShipmentEndpoints::smallParcel);
        Window created = query.window("labelCreatedAfter", "labelCreatedBefore", null, clock.instant());
        filters.add(shipment -> created == null || created.holds(labelled(shipment)));
        text(query, "vendorShipmentIdentifier", filters, Shipment::identifier);
        text(query, "buyerReferenceNumber", filters, Shipment::reference);
        text(query, "sellerWarehouseCode", filters, s -> either(s, "shipFromParty"));
        return answer(call, query, range(call, query, null), filters.stream().reduce(Predicate::and).orElseThrow(),
            "transportLabels", ShipmentEndpoints::label);
    }

    private static ObjectNode label(Shipment shipment) {
        ObjectNode json = Json.object().put("labelCreateDateTime", labelled(shipment).toString());
        ObjectNode about = json.putObject("shipmentInformation");
        about.putObject("vendorDetails").put("vendorShipmentIdentifier", shipment.identifier())
            .set("sellingParty", party(shipment.request(), "sellingParty"));
        about.put("buyerReferenceNumber", shipment.reference());
        about.set("shipToParty", party(shipment.request(), "shipToParty"));
        about.set("shipFromParty", party(shipment.request(), "shipFromParty"));
        int count = Math.max(1, shipment.request().path("containers").isEmpty()
            ? shipment.request().path("shipmentMeasurements").path("totalCartonCount").asInt(1)
            : shipment.request().path("containers").size());
        about.put("totalLabelCount", count).put("shipMode", "SmallParcel");
        ArrayNode labels = json.putArray("labelData");
        for (int i = 1; i <= count; i++) {
            String tracking = "1Z" + shipment.reference() + String.format("%05d", i);
            labels.addObject().put("labelSequenceNumber", i).put("labelFormat", "PDF").put("carrierCode", "UPSN")
                .put("trackingId", tracking).put("label", LabelPdf.base64("ARN " + shipment.reference() + "  " + tracking + "  " + i + "/"
                    + count));
        }
        return json;
    }

    private static JsonNode party(JsonNode document, String name) {
        return document.path(name).deepCopy();
    }

    private Answer answer(Call call, Query query, NavigableMap<String, Shipment> range, Predicate<Shipment> fits, String name,
                          Function<Shipment, ObjectNode> json) {
        boolean descending = "DESC".equals(query.word("sortOrder", "ASC", "DESC"));
        Paging.Page<Shipment> page = paging.page(call, "nextToken", query.limit(PAGE), descending ? range.descendingMap() : range, fits);
        ObjectNode payload = Json.object();
        if (page.nextToken() != null) {
            payload.putObject("pagination").put("nextToken", page.nextToken());
        }
        ArrayNode entries = payload.putArray(name);
        page.entries().forEach(entry -> entries.add(json.apply(entry)));
        return Answer.payload(200, payload);
    }
}
