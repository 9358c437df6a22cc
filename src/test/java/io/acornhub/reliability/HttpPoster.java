// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import io.acornhub.channel.http.Signature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.springframework.core.env.Environment;

/** Posts documents to the doors of a hub under test. @param secret what signed posts are signed with */
record HttpPoster(SpineHub hub, String secret) {
    static final HttpClient CLIENT = HttpClient.newHttpClient();

    int port() {
        return Integer.parseInt(hub.bean(Environment.class).getProperty("local.server.port"));
    }

    HttpRequest.Builder to(String connection) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port() + "/exchange/http/" + connection))
            .timeout(Duration.ofSeconds(30));
    }

    static String basic(String user, String password) {
        return "Basic " + java.util.Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> post(HttpRequest.Builder request, String body) throws Exception {
        return CLIENT.send(request.POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> web(String body, String... headers) throws Exception {
        HttpRequest.Builder request = to("amazon-us-web").header("Authorization", basic("amazon", "geheim Größe"));
        return post(headers.length == 0 ? request : request.headers(headers), body);
    }

    HttpRequest.Builder signed(String id, Instant at, String body) {
        Signature signature = new Signature(List.of(secret), id, at);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        signature.update(bytes, 0, bytes.length);
        return to("amazon-us-signed").headers("webhook-id", id, "webhook-timestamp", Long.toString(at.getEpochSecond()),
            "webhook-signature", signature.header());
    }

    static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
        }
        return bytes.toByteArray();
    }

    static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
