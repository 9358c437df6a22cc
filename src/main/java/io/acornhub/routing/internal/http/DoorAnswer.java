// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * What the sender of a post is told.
 *
 * @param body JSON; problems in the form of RFC 9457
 */
record DoorAnswer(int status, Map<String, String> headers, String contentType, Map<String, Object> body) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<Integer, String> TITLES = Map.ofEntries(Map.entry(400, "Bad Request"), Map.entry(401, "Unauthorized"),
        Map.entry(405, "Method Not Allowed"), Map.entry(408, "Request Timeout"), Map.entry(413, "Content Too Large"),
        Map.entry(415, "Unsupported Media Type"), Map.entry(422, "Unprocessable Content"), Map.entry(429, "Too Many Requests"),
        Map.entry(503, "Service Unavailable"));

    /** The document is stored for good. */
    static DoorAnswer received(int status, String id, String sha256) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", id);
        body.put("sha256", sha256);
        body.put("status", "received");
        return new DoorAnswer(status, Map.of("Location", "/api/interchanges/" + id), "application/json", body);
    }

    static DoorAnswer problem(int status, String detail) {
        return problem(status, detail, Map.of());
    }

    static DoorAnswer problem(int status, String detail, Map<String, String> headers) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", TITLES.getOrDefault(status, "Problem"));
        body.put("status", status);
        if (detail != null) {
            body.put("detail", detail);
        }
        return new DoorAnswer(status, headers, "application/problem+json", body);
    }

    void writeTo(Message message) {
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        message.setHeader(Exchange.CONTENT_TYPE, contentType);
        headers.forEach(message::setHeader);
        message.setHeader("Cache-Control", "no-store");
        try {
            message.setBody(JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
