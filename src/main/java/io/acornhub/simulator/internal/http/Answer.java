// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acornhub.simulator.internal.base.Json;
import io.acornhub.simulator.internal.base.Problem;
import java.util.Map;

/**
 * An answer.
 *
 * @param json the body as JSON, or null
 * @param bytes the body where it is no JSON, or null
 */
public record Answer(int status, JsonNode json, byte[] bytes, String contentType, Map<String, String> headers) {

    public static Answer ok(JsonNode json) {
        return of(200, json);
    }

    public static Answer of(int status, JsonNode json) {
        return new Answer(status, json, null, "application/json", Map.of());
    }

    public static Answer bytes(int status, byte[] bytes, String contentType, Map<String, String> headers) {
        return new Answer(status, null, bytes, contentType, headers);
    }

    /** The retail APIs' envelope: {@code {"payload": …}}. */
    public static Answer payload(int status, JsonNode payload) {
        ObjectNode body = Json.object();
        body.set("payload", payload);
        return of(status, body);
    }

    public static Answer of(Problem problem) {
        ObjectNode body = Json.object();
        ArrayNode errors = body.putArray("errors");
        problem.errors().forEach(e -> errors.addObject().put("code", e.code()).put("message", e.message()).put("details", e.details()));
        return of(problem.status(), body);
    }

    byte[] body() {
        return json != null ? Json.write(json) : bytes != null ? bytes : new byte[0];
    }
}
