// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.base;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The unit that a line is counted in.
 *
 * @param unit {@code Cases} or {@code Eaches}
 * @param size units in one of it; 1 for Eaches
 */
public record Packing(String unit, long size) {

    /** The unit of an {@code ItemQuantity}; of one that does not say how many are in a case that of the order's line. */
    public static Packing of(JsonNode quantity, Packing otherwise) {
        String unit = Json.text(quantity, "unitOfMeasure");
        if (unit == null) {
            return otherwise;
        }
        if (unit.equalsIgnoreCase("Eaches")) {
            return new Packing("Eaches", 1);
        }
        long size = quantity.path("unitSize").asLong(otherwise == null ? 1 : otherwise.size());
        return new Packing("Cases", Math.max(1, size));
    }

    public ObjectNode quantity(long amount) {
        return Json.object().put("amount", amount).put("unitOfMeasure", unit).put("unitSize", size);
    }

    /** A number of units: in this packing where it divides, else in eaches. */
    public ObjectNode units(long units) {
        return units % size == 0 ? quantity(units / size) : new Packing("Eaches", 1).quantity(units);
    }
}
