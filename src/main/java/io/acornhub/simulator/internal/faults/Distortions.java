// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Answers as Amazon's own schema does not allow them, and as they come all the same. */
public final class Distortions {
    private static final Pattern ZONED = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T[\\d:.]+(Z|[+-]\\d{2}:?\\d{2})");
    private static final Set<String> ENUMS = Set.of("unitOfMeasure", "purchaseOrderType", "paymentMethod", "purchaseOrderState",
        "purchaseOrderStatus", "confirmationStatus", "receiveStatus", "currentShipmentStatus", "shipmentStatus");
    /** What a caller acts on stays known: an order's line whose unit is unknown could not be delivered at all. */
    private static final Set<String> NEW_VALUES = Set.of("purchaseOrderType", "paymentMethod", "receiveStatus", "shipmentStatus");

    private Distortions() {
    }

    /** The body distorted; the one given stays as it is. */
    public static JsonNode of(FaultKind kind, JsonNode body) {
        JsonNode copy = body.deepCopy();
        distort(kind, copy);
        return copy;
    }

    private static void distort(FaultKind kind, JsonNode node) {
        if (node instanceof ArrayNode array) {
            array.forEach(entry -> distort(kind, entry));
        } else if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                if (field.getValue().isValueNode()) {
                    field.setValue(value(kind, field.getKey(), field.getValue()));
                } else {
                    distort(kind, field.getValue());
                }
            });
        }
    }

    private static JsonNode value(FaultKind kind, String name, JsonNode value) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        return switch (kind) {
            case UPPER_CASE -> value.isTextual() && ENUMS.contains(name) ? make.textNode(value.asText().toUpperCase(Locale.ROOT))
                : value;
            case UNKNOWN_ENUM -> NEW_VALUES.contains(name) ? make.textNode("Unheard-of") : value;
            case NUMBERS_AS_TEXT -> value.isIntegralNumber() ? make.textNode(value.asText()) : value;
            case NO_ZONE -> value.isTextual() ? TextNode.valueOf(ZONED.matcher(value.asText())
                .replaceAll(time -> time.group().substring(0, time.group().length() - time.group(1).length()))) : value;
            default -> value;
        };
    }
}
