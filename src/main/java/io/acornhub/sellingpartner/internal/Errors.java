// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.acornhub.sellingpartner.ApiError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Amazon's errors in every shape in which they come: {@code errors} of an object, {@code errors} inside {@code payload}, a bare
 * array, a single object with code or message, or text of something in front of the API.
 */
final class Errors {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_TEXT = 300;

    private Errors() {
    }

    /** Never empty. */
    static List<ApiError> of(int status, byte[] body) {
        List<ApiError> found = new ArrayList<>();
        try {
            JsonNode json = JSON.readTree(body);
            if (json != null) {
                collect(json, found, 0);
            }
        } catch (IOException e) {
            // no JSON: told as text below
        }
        if (found.isEmpty()) {
            String text = new String(body, StandardCharsets.UTF_8).replaceAll("\\s+", " ").strip();
            found.add(new ApiError("HTTP " + status, text.isEmpty() ? "no reason given" : cut(text), null));
        }
        return List.copyOf(found);
    }

    private static void collect(JsonNode json, List<ApiError> found, int depth) {
        if (json.isArray()) {
            json.forEach(one -> collect(one, found, depth + 1));
        } else if (json.isObject() && depth < 5) {
            JsonNode code = either(json, "code", "__type");
            JsonNode message = either(json, "message", "Message");
            if (code.isValueNode() && !code.isNull() || message.isValueNode() && !message.isNull()) {
                found.add(new ApiError(code.asText("no code"), message.asText(""), details(json.path("details"))));
                return;
            }
            collect(json.path("errors"), found, depth + 1);
            collect(json.path("payload"), found, depth + 1);
        }
    }

    private static JsonNode either(JsonNode json, String name, String other) {
        return json.has(name) ? json.path(name) : json.path(other);
    }

    private static String details(JsonNode details) {
        return details.isMissingNode() || details.isNull() ? null : details.isValueNode() ? details.asText() : details.toString();
    }

    private static String cut(String text) {
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    }
}
