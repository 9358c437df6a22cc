// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.shipments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acornhub.simulator.internal.base.Json;
import io.acornhub.simulator.internal.orders.OrderLine;
import io.acornhub.simulator.internal.orders.PurchaseOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A shipment as GetShipmentDetails writes it: the transport request as it came, and what the notice and Amazon added. */
final class ShipmentJson {
    private ShipmentJson() {
    }

    static ObjectNode of(Shipment shipment) {
        ObjectNode json = shipment.request() == null ? fromNotice(shipment) : shipment.request().deepCopy();
        json.put("transactionType", shipment.cancelled() ? "Cancel" : "New");
        if (shipment.reference() != null) {
            json.put("buyerReferenceNumber", shipment.reference());
        }
        List<Shipment.Status> history = shipment.history();
        Shipment.Status last = history.get(history.size() - 1);
        // Amazon's own spelling of the second name
        json.put("currentShipmentStatus", last.word()).put("currentshipmentStatusDate", last.time().toString());
        ArrayNode statuses = json.putArray("shipmentStatusDetails");
        history.forEach(status -> statuses.addObject().put("shipmentStatus", status.word())
            .put("shipmentStatusDate", status.time().toString()));
        json.put("shipmentCreateDate", shipment.created().toString());
        if (shipment.notice() != null) {
            json.put("shipmentConfirmDate", shipment.confirmed().toString());
            json.set("transportationDetails", transport(shipment));
            json.set("purchaseOrders", orders(shipment));
            ArrayNode containers = containers(shipment.notice());
            if (!containers.isEmpty()) {
                json.set("containers", containers);
            }
        }
        return json;
    }

    private static ObjectNode fromNotice(Shipment shipment) {
        JsonNode notice = shipment.notice();
        ObjectNode json = Json.object().put("vendorShipmentIdentifier", shipment.identifier()).put("transactionType", "New")
            .put("transactionDate", Json.instant(Json.text(notice, "shipmentConfirmationDate")).toString());
        for (String party : List.of("sellingParty", "shipFromParty", "shipToParty")) {
            json.set(party, notice.path(party).deepCopy());
        }
        return json;
    }

    private static ObjectNode transport(Shipment shipment) {
        JsonNode notice = shipment.notice();
        ObjectNode json = Json.object();
        copy(notice, "shipmentType", json, "shipMode");
        copy(notice.path("transportationDetails"), "transportationMode", json, "transportationMode");
        copy(notice, "shippedDate", json, "shippedDate");
        copy(notice, "estimatedDeliveryDate", json, "estimatedDeliveryDate");
        if (shipment.received()) {
            json.put("shipmentDeliveryDate", shipment.arrival().toString());
        }
        String carrier = Json.text(notice, "transportationDetails", "carrierScac");
        if (carrier != null) {
            ObjectNode details = json.putObject("carrierDetails").put("code", carrier);
            copy(notice.path("transportationDetails"), "carrierShipmentReferenceNumber", details, "shipmentReferenceNumber");
        }
        copy(notice.path("transportationDetails"), "billOfLadingNumber", json, "billOfLadingNumber");
        return json;
    }

    private static void copy(JsonNode from, String name, ObjectNode to, String as) {
        if (from.has(name)) {
            to.set(as, from.get(name));
        }
    }

    private static ArrayNode orders(Shipment shipment) {
        Map<PurchaseOrder, Map<OrderLine, Long>> byOrder = new LinkedHashMap<>();
        shipment.parts().forEach(part -> byOrder.computeIfAbsent(part.order(), key -> new LinkedHashMap<>())
            .merge(part.line(), part.units(), Long::sum));
        ArrayNode orders = Json.array();
        byOrder.forEach((order, lines) -> {
            ObjectNode json = orders.addObject().put("purchaseOrderNumber", order.number())
                .put("purchaseOrderDate", order.created().toString());
            copy(order.header(), "shipWindow", json, "shipWindow");
            ArrayNode items = json.putArray("items");
            lines.forEach((line, units) -> {
                ObjectNode item = items.addObject().put("itemSequenceNumber", line.sequence());
                if (line.asin() != null) {
                    item.put("buyerProductIdentifier", line.asin());
                }
                if (line.vendorProduct() != null) {
                    item.put("vendorProductIdentifier", line.vendorProduct());
                }
                item.set("shippedQuantity", line.packing().units(units));
            });
        });
        return orders;
    }

    private static ArrayNode containers(JsonNode notice) {
        ArrayNode containers = Json.array();
        for (JsonNode carton : notice.path("cartons")) {
            ObjectNode json = containers.addObject().put("containerType", "carton");
            copy(carton, "cartonSequenceNumber", json, "containerSequenceNumber");
            container(carton, "cartonIdentifiers", json);
        }
        for (JsonNode pallet : notice.path("pallets")) {
            ObjectNode json = containers.addObject().put("containerType", "pallet");
            container(pallet, "palletIdentifiers", json);
            JsonNode inner = pallet.path("cartonReferenceDetails").path("cartonReferenceNumbers");
            if (!inner.isEmpty()) {
                ObjectNode details = json.putObject("innerContainersDetails").put("containerCount", inner.size());
                ArrayNode numbers = details.putArray("containerSequenceNumbers");
                inner.forEach(number -> numbers.addObject().put("containerSequenceNumber", number.asText()));
            }
        }
        return containers;
    }

    private static void container(JsonNode from, String identifiers, ObjectNode to) {
        to.set("containerIdentifiers", from.has(identifiers) ? from.get(identifiers) : Json.array());
        for (String name : List.of("trackingNumber", "dimensions", "weight", "tier", "block")) {
            copy(from, name, to, name);
        }
    }
}
