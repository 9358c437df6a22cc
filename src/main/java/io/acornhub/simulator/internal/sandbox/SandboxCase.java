// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.acornhub.simulator.internal.base.Json;
import io.acornhub.simulator.internal.base.Problem;
import io.acornhub.simulator.internal.http.Answer;
import io.acornhub.simulator.internal.http.Call;
import java.util.ArrayList;
import java.util.List;

/** A request and its answer. A request is this one when every parameter that is listed has the value that is listed. */
final class SandboxCase {
    private final JsonNode json;

    /** @throws IllegalArgumentException when something is missing */
    SandboxCase(JsonNode json) {
        this.json = json;
        for (String needed : List.of("method", "path", "operationId")) {
            if (!json.path(needed).isTextual()) {
                throw new IllegalArgumentException("case " + json.path("id").asText("without id") + " has no " + needed);
            }
        }
        if (!json.at("/response/status").isInt() || !json.at("/request/parameters").isArray()) {
            throw new IllegalArgumentException("case " + json.path("id").asText() + " has no response.status or request.parameters");
        }
    }

    String operation() {
        return json.path("operationId").asText();
    }

    String method() {
        return json.path("method").asText();
    }

    String path() {
        return json.path("path").asText();
    }

    /** How much it asks for; what asks for more is tried first, a body that may be any counts nothing. */
    int weight() {
        int weight = 0;
        for (JsonNode parameter : json.at("/request/parameters")) {
            weight += parameter.path("value").isNull() ? 0 : 1;
        }
        return weight;
    }

    boolean fits(Call call) {
        for (JsonNode parameter : json.at("/request/parameters")) {
            JsonNode value = parameter.path("value");
            String name = parameter.path("name").asText();
            boolean same = switch (parameter.path("in").asText()) {
                case "path" -> text(value).equals(call.pathValue(name));
                case "query" -> text(value).equals(call.query().get(name));
                case "body" -> value.isNull() || value.equals(body(call));
                default -> true;
            };
            if (!same) {
                return false;
            }
        }
        return true;
    }

    /** A list is written with commas, as Amazon's models say. */
    private static String text(JsonNode value) {
        if (!value.isArray()) {
            return value.asText();
        }
        List<String> texts = new ArrayList<>();
        value.forEach(one -> texts.add(one.asText()));
        return String.join(",", texts);
    }

    private static JsonNode body(Call call) {
        try {
            return call.json();
        } catch (Problem e) {
            return Json.object();
        }
    }

    Answer answer() {
        int status = json.at("/response/status").asInt();
        JsonNode body = json.at("/response/body");
        boolean without = status == 204 || body.isNull() || body.isMissingNode();
        return Answer.of(status, without ? null : body);
    }
}
