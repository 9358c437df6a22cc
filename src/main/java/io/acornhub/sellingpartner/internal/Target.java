// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.acornhub.sellingpartner.Call;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Address and subject of a call, and whether it can be made at all. */
final class Target {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    /** What names one document in a request's parameters or body. */
    private static final List<String> SUBJECTS = List.of("purchaseOrderNumber", "shipmentIdentifier", "vendorShipmentIdentifier",
        "reportType");
    private static final ObjectMapper JSON = new ObjectMapper();

    private Target() {
    }

    /**
     * Path and query, percent-encoded.
     *
     * @throws IllegalArgumentException what the caller has to say differently
     */
    static String of(Call call) {
        check(call);
        StringBuilder target = new StringBuilder();
        Matcher placeholder = PLACEHOLDER.matcher(call.operation().path());
        while (placeholder.find()) {
            String value = call.path().get(placeholder.group(1));
            if (value == null || value.isBlank()) {
                throw new IllegalArgumentException(call.operation().id() + " needs " + placeholder.group(1));
            }
            placeholder.appendReplacement(target, Matcher.quoteReplacement(encoded(value)));
        }
        placeholder.appendTail(target);
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        call.query().forEach((name, values) -> query.add(encoded(name) + "=" + String.join(",", values.stream()
            .map(Target::encoded).toList())));
        return target.append(query).toString();
    }

    private static void check(Call call) {
        if (call.operation().isPost() != (call.body() != null)) {
            throw new IllegalArgumentException(call.operation().id() + " is a " + call.operation().method()
                + (call.body() == null ? " and needs a body" : " and takes no body"));
        }
        if (call.body() != null && !object(call.body()).isObject()) {
            throw new IllegalArgumentException("the body of " + call.operation().id() + " is no JSON object; it was not sent");
        }
    }

    private static JsonNode object(byte[] body) {
        try (var parser = JSON.createParser(body)) {
            JsonNode json = JSON.readTree(parser);
            return json == null || parser.nextToken() != null ? JSON.missingNode() : json;
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }

    /** The document that a call is about, where it is one; else null. */
    static String subject(Call call) {
        if (!call.path().isEmpty()) {
            return call.path().values().iterator().next();
        }
        for (Map.Entry<String, List<String>> parameter : call.query().entrySet()) {
            if (SUBJECTS.contains(parameter.getKey()) && parameter.getValue().size() == 1) {
                return parameter.getValue().get(0);
            }
        }
        return call.body() == null ? null : ofBody(object(call.body()));
    }

    /** A body is an object with one list of documents, or the document itself. */
    private static String ofBody(JsonNode body) {
        JsonNode document = body;
        for (JsonNode member : body) {
            if (member.isArray() && member.size() == 1 && member.get(0).isObject()) {
                document = member.get(0);
            } else if (member.isArray() && member.size() > 1 && member.get(0).isObject()) {
                return null;
            }
        }
        for (String name : SUBJECTS) {
            if (document.path(name).isTextual()) {
                return document.path(name).asText();
            }
        }
        return document.path("id").isTextual() ? document.path("id").asText() : null;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("%7E", "~").replace("*", "%2A");
    }
}
