// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.orders;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acornhub.simulator.internal.base.Json;
import io.acornhub.simulator.internal.base.Money;

/** Orders as getPurchaseOrders and getPurchaseOrdersStatus write them. */
public final class OrderJson {
    private OrderJson() {
    }

    public static ObjectNode order(PurchaseOrder order, boolean details) {
        ObjectNode json = Json.object().put("purchaseOrderNumber", order.number()).put("purchaseOrderState", order.state().name());
        if (details) {
            ObjectNode shown = json.putObject("orderDetails").put("purchaseOrderDate", order.created().toString());
            if (order.changed() != null) {
                shown.put("purchaseOrderChangedDate", order.changed().toString());
            }
            shown.put("purchaseOrderStateChangedDate", order.stateChanged().toString());
            shown.setAll(order.header().deepCopy());
            ArrayNode items = shown.putArray("items");
            order.lines().forEach(line -> items.add(item(line)));
        }
        return json;
    }

    private static ObjectNode item(OrderLine line) {
        ObjectNode item = Json.object().put("itemSequenceNumber", line.sequence());
        text(item, "amazonProductIdentifier", line.asin());
        text(item, "vendorProductIdentifier", line.vendorProduct());
        item.set("orderedQuantity", line.packing().quantity(line.ordered()));
        item.put("isBackOrderAllowed", line.backOrderAllowed());
        prices(item, line);
        return item;
    }

    private static void prices(ObjectNode item, OrderLine line) {
        money(item, "netCost", line.netCost());
        money(item, "listPrice", line.listPrice());
    }

    public static ObjectNode status(PurchaseOrder order) {
        ObjectNode json = Json.object().put("purchaseOrderNumber", order.number())
            .put("purchaseOrderStatus", order.closed() ? "CLOSED" : "OPEN").put("purchaseOrderDate", order.created().toString())
            .put("lastUpdatedDate", order.updated().toString());
        json.putObject("sellingParty").put("partyId", order.vendorCode());
        json.putObject("shipToParty").put("partyId", order.shipTo());
        ArrayNode items = json.putArray("itemStatus");
        order.lines().forEach(line -> items.add(itemStatus(line)));
        return json;
    }

    private static ObjectNode itemStatus(OrderLine line) {
        ObjectNode item = Json.object().put("itemSequenceNumber", line.sequence());
        text(item, "buyerProductIdentifier", line.asin());
        text(item, "vendorProductIdentifier", line.vendorProduct());
        prices(item, line);
        ObjectNode ordered = item.putObject("orderedQuantity");
        ordered.set("orderedQuantity", line.packing().quantity(line.ordered()));
        ArrayNode changes = ordered.putArray("orderedQuantityDetails");
        for (OrderLine.Change change : line.changes()) {
            changes.insertObject(0).put("updatedDate", change.time().toString())
                .set(change.amount() < 0 ? "cancelledQuantity" : "orderedQuantity", line.packing().quantity(Math.abs(change.amount())));
        }
        ObjectNode acknowledged = item.putObject("acknowledgementStatus").put("confirmationStatus", line.confirmationStatus());
        acknowledged.set("acceptedQuantity", line.packing().quantity(line.accepted()));
        acknowledged.set("rejectedQuantity", line.packing().quantity(line.rejected()));
        if (line.acknowledged()) {
            ArrayNode answers = acknowledged.putArray("acknowledgementStatusDetails");
            for (OrderLine.Answer answer : line.answers()) {
                ObjectNode entry = answers.insertObject(0).put("acknowledgementDate", answer.time().toString());
                entry.set("acceptedQuantity", line.packing().quantity(answer.accepted()));
                entry.set("rejectedQuantity", line.packing().quantity(answer.rejected()));
            }
        }
        ObjectNode received = item.putObject("receivingStatus").put("receiveStatus", line.receiveStatus());
        received.set("receivedQuantity", line.packing().units(line.receivedUnits()));
        if (line.lastReceived() != null) {
            received.put("lastReceiveDate", line.lastReceived().toString());
        }
        return item;
    }

    private static void text(ObjectNode json, String name, String value) {
        if (value != null) {
            json.put(name, value);
        }
    }

    private static void money(ObjectNode json, String name, Money value) {
        if (value != null) {
            json.set(name, value.json());
        }
    }
}
