// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.orders;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acornhub.simulator.internal.access.Account;
import io.acornhub.simulator.internal.access.Accounts;
import io.acornhub.simulator.internal.base.Json;
import io.acornhub.simulator.internal.base.Money;
import io.acornhub.simulator.internal.base.Packing;
import io.acornhub.simulator.internal.base.Problem;
import io.acornhub.simulator.internal.shapes.Shapes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads an order in Amazon's JSON, as the control API takes it. Dates and state may be left out; the state is always New. */
public final class OrderReader {
    private final Accounts accounts;

    public OrderReader(Accounts accounts) {
        this.accounts = accounts;
    }

    /**
     * @param now the order's date where it has none
     * @throws Problem 400 when it is not as Amazon's orders are, or its vendor code is nobody's
     */
    public PurchaseOrder read(JsonNode json, Instant now) {
        if (!(json.deepCopy() instanceof ObjectNode order) || !(order.path("orderDetails") instanceof ObjectNode details)) {
            throw Problem.invalid("An order is an object with orderDetails.");
        }
        order.put("purchaseOrderState", "New");
        if (!details.has("purchaseOrderDate")) {
            details.put("purchaseOrderDate", now.toString());
        }
        details.put("purchaseOrderStateChangedDate", details.path("purchaseOrderDate").asText());
        Shapes.check("orders", "Order", order, false);
        Instant created = Json.instant(Json.text(details, "purchaseOrderDate"));
        List<OrderLine> lines = lines(details, created);
        List.of("items", "purchaseOrderDate", "purchaseOrderChangedDate", "purchaseOrderStateChangedDate").forEach(details::remove);
        String code = Json.text(details, "sellingParty", "partyId");
        Account account = accounts.holding(code == null ? "" : code).orElseThrow(() -> Problem.invalid(
            "sellingParty.partyId '" + code + "' is the vendor code of no vendor group."));
        return new PurchaseOrder(Json.text(order, "purchaseOrderNumber"), account, created, details, lines);
    }

    private static List<OrderLine> lines(JsonNode details, Instant created) {
        List<OrderLine> lines = new ArrayList<>();
        Set<String> sequences = new HashSet<>();
        for (JsonNode item : details.path("items")) {
            OrderLine line = line(item, created);
            if (!sequences.add(line.sequence())) {
                throw Problem.invalid("Two items have the itemSequenceNumber " + line.sequence() + ".");
            }
            lines.add(line);
        }
        if (lines.isEmpty()) {
            throw Problem.invalid("An order has items.");
        }
        return lines;
    }

    /** An item that was checked for its form. */
    static OrderLine line(JsonNode item, Instant time) {
        JsonNode quantity = item.path("orderedQuantity");
        if (quantity.path("amount").asLong(-1) < 0) {
            throw Problem.invalid("orderedQuantity.amount of item " + Json.text(item, "itemSequenceNumber") + " is missing or below 0.");
        }
        return new OrderLine(new OrderLine.Item(Json.text(item, "itemSequenceNumber"), Json.text(item, "amazonProductIdentifier"),
            Json.text(item, "vendorProductIdentifier"), Packing.of(quantity, new Packing("Eaches", 1)),
            item.path("isBackOrderAllowed").asBoolean(), Money.of(item.path("listPrice"))),
            Money.of(item.path("netCost")), quantity.path("amount").asLong(), time);
    }
}
