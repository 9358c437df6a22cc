// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.acornhub.simulator.internal.base.Json;
import io.acornhub.simulator.internal.base.Problem;

/** Bodies of the control API as records. */
final class Bodies {
    private Bodies() {
    }

    /** @throws Problem 400 that says what is wrong */
    static <T> T read(JsonNode json, Class<T> type) {
        try {
            return Json.MAPPER.treeToValue(json, type);
        } catch (JsonProcessingException e) {
            Throwable cause = e.getCause() instanceof IllegalArgumentException ? e.getCause() : e;
            throw Problem.invalid(cause instanceof JsonProcessingException wrong ? wrong.getOriginalMessage() : cause.getMessage());
        }
    }
}
