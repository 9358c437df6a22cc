// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.shipments;

import com.fasterxml.jackson.databind.JsonNode;
import io.acornhub.simulator.internal.base.Json;
import io.acornhub.simulator.internal.base.Packing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The cartons and pallets of a shipment confirmation: what they refer to, what they hold, and their codes. */
final class Containers {
    private final JsonNode document;
    private final Map<String, JsonNode> items = new LinkedHashMap<>();
    private final Map<String, List<JsonNode>> packed = new HashMap<>();
    private final Set<String> cartons = new HashSet<>();
    private final List<String> faults = new ArrayList<>();
    private final List<String> codes = new ArrayList<>();
    private final Set<String> twice = new TreeSet<>();

    /** An item's part for one order. @param order PO number or null @param quantity the {@code ItemQuantity} it was counted in */
    record Share(String order, long amount, JsonNode quantity) {
    }

    Containers(JsonNode document) {
        this.document = document;
        for (JsonNode item : document.path("shippedItems")) {
            if (items.put(Json.text(item, "itemSequenceNumber"), item) != null) {
                faults.add("Two items have the itemSequenceNumber " + Json.text(item, "itemSequenceNumber"));
            }
        }
        for (JsonNode carton : document.path("cartons")) {
            if (!cartons.add(Json.text(carton, "cartonSequenceNumber"))) {
                faults.add("Two cartons have the cartonSequenceNumber " + Json.text(carton, "cartonSequenceNumber"));
            }
            contents(carton, "Carton " + Json.text(carton, "cartonSequenceNumber"));
            codes(carton.path("cartonIdentifiers"));
        }
        Set<String> onPallets = new HashSet<>();
        for (JsonNode pallet : document.path("pallets")) {
            contents(pallet, "A pallet");
            codes(pallet.path("palletIdentifiers"));
            for (JsonNode carton : pallet.path("cartonReferenceDetails").path("cartonReferenceNumbers")) {
                if (!cartons.contains(carton.asText())) {
                    faults.add("A pallet refers to carton " + carton.asText() + ", which there is not");
                }
                if (!onPallets.add(carton.asText())) {
                    faults.add("Carton " + carton.asText() + " is on two pallets");
                }
            }
        }
        amounts();
        counts();
    }

    private void contents(JsonNode container, String name) {
        for (JsonNode content : container.path("items")) {
            String reference = Json.text(content, "itemReference");
            if (items.containsKey(reference)) {
                packed.computeIfAbsent(reference, key -> new ArrayList<>()).add(content);
            } else {
                faults.add(name + " refers to item " + reference + ", which there is not");
            }
        }
    }

    private void codes(JsonNode identifiers) {
        for (JsonNode identifier : identifiers) {
            if ("SSCC".equals(Json.text(identifier, "containerIdentificationType"))) {
                String code = Json.text(identifier, "containerIdentificationNumber");
                if (codes.contains(code)) {
                    twice.add(code);
                }
                codes.add(code);
            }
        }
    }

    private void amounts() {
        if (document.path("cartons").isEmpty() && packed.isEmpty()) {
            return;
        }
        items.forEach((number, item) -> {
            JsonNode shipped = item.path("shippedQuantity");
            long sum = packed.getOrDefault(number, List.of()).stream().mapToLong(content -> units(content.path("shippedQuantity"),
                shipped)).sum();
            if (sum != units(shipped, shipped)) {
                faults.add("Item " + number + " ships " + units(shipped, shipped) + " units, its containers hold " + sum);
            }
        });
    }

    private void counts() {
        JsonNode measured = document.path("shipmentMeasurements");
        if (measured.has("cartonCount") && !cartons.isEmpty() && measured.path("cartonCount").asInt() != cartons.size()) {
            faults.add("cartonCount is " + measured.path("cartonCount") + ", there are " + cartons.size() + " cartons");
        }
        int pallets = document.path("pallets").size();
        if (measured.has("palletCount") && pallets > 0 && measured.path("palletCount").asInt() != pallets) {
            faults.add("palletCount is " + measured.path("palletCount") + ", there are " + pallets + " pallets");
        }
    }

    private static long units(JsonNode quantity, JsonNode otherwise) {
        return quantity.path("amount").asLong() * Packing.of(quantity, Packing.of(otherwise, new Packing("Eaches", 1))).size();
    }

    /** The orders an item is for: its own, else those of the containers that hold it. */
    List<Share> shares(JsonNode item) {
        String own = Json.text(item, "itemDetails", "purchaseOrderNumber");
        List<JsonNode> contents = packed.getOrDefault(Json.text(item, "itemSequenceNumber"), List.of());
        JsonNode quantity = item.path("shippedQuantity");
        if (own != null || contents.isEmpty()) {
            return List.of(new Share(own, quantity.path("amount").asLong(), quantity));
        }
        return contents.stream().map(content -> new Share(Json.text(content, "itemDetails", "purchaseOrderNumber"),
            content.path("shippedQuantity").path("amount").asLong(), content.path("shippedQuantity"))).toList();
    }

    List<String> faults() {
        return faults;
    }

    List<String> codes() {
        return codes;
    }

    /** A code that two containers have, or null. */
    String codeTwice() {
        return twice.isEmpty() ? null : twice.iterator().next();
    }

    boolean cartonWithoutTracking() {
        for (JsonNode carton : document.path("cartons")) {
            if (carton.path("trackingNumber").asText("").isBlank()) {
                return true;
            }
        }
        return document.path("cartons").isEmpty();
    }

    /** 20 digits: the application identifier 00, 17 digits and GS1's check digit over them. */
    static boolean goodCode(String code) {
        if (!code.matches("00\\d{18}")) {
            return false;
        }
        int sum = 0;
        for (int i = 2; i < 19; i++) {
            sum += (code.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
        }
        return (10 - sum % 10) % 10 == code.charAt(19) - '0';
    }
}
