// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;

/** A vendor's client for tests of the simulator, as thin as can be. */
final class Caller {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Simulator simulator;
    private String token;

    /** An answer with its body as JSON; an empty body is a missing node. */
    record Got(int status, JsonNode body, HttpResponse<byte[]> raw) {
        String header(String name) {
            return raw.headers().firstValue(name).orElse(null);
        }

        String error() {
            return body.at("/errors/0/code").asText();
        }

        String transaction() {
            return body.at("/payload/transactionId").asText();
        }
    }

    Caller(Simulator simulator) {
        this.simulator = simulator;
    }

    /** Logs in as a group whose credentials are made of its name. */
    Caller as(String group) {
        Got got = login("grant_type=refresh_token&refresh_token=" + encoded("Atzr|" + group) + "&client_id=" + group
            + "-client&client_secret=" + group + "-secret");
        token = got.body().path("access_token").asText();
        return this;
    }

    Caller withToken(String other) {
        token = other;
        return this;
    }

    Got login(String form) {
        return send("/auth/o2/token", r -> r.header("content-type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    Got get(String path) {
        return send(path, r -> r.GET());
    }

    Got post(String path, String body) {
        return send(path, r -> r.header("content-type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Got post(String path, JsonNode body) {
        return post(path, body.toString());
    }

    Got put(String path, String body) {
        return send(path, r -> r.header("content-type", "application/json").PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    Got delete(String path) {
        return send(path, r -> r.DELETE());
    }

    Got send(String path, Consumer<HttpRequest.Builder> how) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(simulator.baseUri() + path)).timeout(Duration.ofSeconds(20));
        if (token != null && !path.startsWith("/_sim")) {
            request.header("x-amz-access-token", token);
        }
        how.accept(request);
        try {
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Got(response.statusCode(), MAPPER.readTree(response.body()), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void advance(Duration by) {
        post("/_sim/clock", "{\"advance\": \"" + by + "\"}");
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static ObjectNode json(String text) {
        try {
            return (ObjectNode) MAPPER.readTree(text.replace('\'', '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
