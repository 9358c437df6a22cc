// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginTest extends HubWebTest {

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
    void healthIsOpenAndSaysNothingMore(String path) {
        HttpResponse<String> response = send(to(path));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(json(response).has("components")).isFalse();
        assertThat(json(response).has("details")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/documents", "/api/status", "/api/openapi", "/actuator", "/actuator/prometheus",
        "/actuator/jolokia",
        "/actuator/jolokia/version", "/actuator/hawtio/", "/actuator/hawtio", "/actuator/metrics", "/", "/nothing"})
    void everythingElseAsksForTheOperator(String path) {
        HttpResponse<String> response = send(to(path));
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.headers().firstValue("WWW-Authenticate")).hasValueSatisfying(v -> assertThat(v).startsWith("Basic"));
        assertThat(json(response).get("detail").asText()).contains("operator");
    }

    @Test
    void aBrowserIsSentToTheLoginForm() {
        HttpResponse<String> response = send(to("/actuator/hawtio/").header("Accept",
            "text/html,application/xhtml+xml,*/*;q=0.8"));
        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.headers().firstValue("Location").orElseThrow()).endsWith("/login");
    }

    @Test
    void theOperatorMayReadMetricsAndTheDescriptionOfTheApi() {
        assertThat(get("/actuator/prometheus").body()).contains("acornhub_documents_held", "acornhub_parked",
            "acornhub_queue_depth{queue=\"hub.inbound.translate.parked\"} 0.0");
        assertThat(json(get("/api/openapi")).get("paths").has("/api/documents/{id}/release")).isTrue();
    }

    @Test
    void answersCarrySecurityHeaders() {
        HttpResponse<String> response = get("/api/documents");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(response.headers().firstValue("X-Frame-Options")).isPresent();
        assertThat(response.headers().firstValue("Cache-Control")).hasValueSatisfying(v -> assertThat(v).contains("no-store"));
        assertThat(response.headers().firstValue("Referrer-Policy")).contains("same-origin");
    }

    @Test
    void aPageOfAnotherSiteMayNotCall() {
        for (String origin : List.of("https://evil.example", "null", "http://localhost.evil.example:" + port,
            "http://localhost:1")) {
            assertThat(send(asOperator("/api/documents").header("Origin", origin)).statusCode()).as(origin).isEqualTo(403);
            assertThat(send(to("/actuator/health").header("Origin", origin)).statusCode()).as(origin).isEqualTo(403);
        }
        assertThat(send(asOperator("/api/documents").header("Origin", base())).statusCode()).isEqualTo(200);
    }

    @Test
    void aSessionNeedsTheCsrfTokenToChangeAnything() {
        String cookies = login();
        HttpResponse<String> without = send(to("/api/documents/x/replay").header("Cookie", cookies)
            .POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(without.statusCode()).isEqualTo(403);
        assertThat(without.headers().firstValue("Content-Type")).contains("application/problem+json");
        HttpResponse<String> with = send(to("/api/documents/x/replay").header("Cookie", cookies)
            .header("X-XSRF-TOKEN", token(cookies))
            .POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(with.statusCode()).isEqualTo(404);
    }

    @Test
    void aWrongPasswordIsRefusedWithoutSayingMore() {
        HttpResponse<String> response = send(to("/api/documents").header("Authorization", basic("operator", "wrong")));
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body()).doesNotContain("Exception", "trace");
        assertThat(get("/api/documents").statusCode()).isEqualTo(200);
    }

    @Test
    void guessingIsSlowedDownForTheAddressItComesFrom() throws IOException {
        String wrong = basic("operator", "guess");
        for (int i = 0; i < 10; i++) {
            assertThat(fromElsewhere(wrong)).contains(" 401 ");
        }
        assertThat(fromElsewhere(wrong)).contains(" 429 ");
        assertThat(fromElsewhere(basic("operator", PASSWORD))).contains(" 429 ");
        assertThat(get("/api/documents").statusCode()).isEqualTo(200);
    }

    /** The status line of a call from another address of this machine. */
    private String fromElsewhere(String authorization) throws IOException {
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName("127.0.0.2"), 0)) {
            socket.getOutputStream().write(("GET /api/documents HTTP/1.1\r\nHost: localhost:" + port + "\r\nAuthorization: "
                + authorization + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().findFirst().orElseThrow();
        }
    }

    /** Logs in through the form as a browser does, and gives the cookies. */
    private String login() {
        HttpResponse<String> form = send(to("/login").header("Accept", "text/html"));
        Matcher hidden = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(form.body());
        assertThat(hidden.find()).isTrue();
        String before = cookies(form);
        HttpResponse<String> in = send(to("/login").header("Content-Type", "application/x-www-form-urlencoded")
            .header("Cookie", before)
            .POST(HttpRequest.BodyPublishers.ofString("username=operator&password=" + PASSWORD + "&_csrf=" + hidden.group(1))));
        assertThat(in.statusCode()).isEqualTo(302);
        assertThat(in.headers().firstValue("Location").orElseThrow()).endsWith("/actuator/hawtio/");
        String session = cookies(in);
        assertThat(in.headers().allValues("Set-Cookie")).anySatisfy(c -> assertThat(c)
            .contains("JSESSIONID", "HttpOnly", "SameSite=Lax"));
        HttpResponse<String> next = send(to("/api/status").header("Cookie", session));
        assertThat(next.statusCode()).isEqualTo(200);
        return session.contains("XSRF-TOKEN=") ? session : session + "; " + cookies(next);
    }

    private static String token(String cookies) {
        Matcher token = Pattern.compile("XSRF-TOKEN=([^;]+)").matcher(cookies);
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private static String cookies(HttpResponse<String> response) {
        return response.headers().allValues("Set-Cookie").stream().map(c -> c.substring(0, c.indexOf(';')))
            .filter(c -> !c.endsWith("=")).collect(Collectors.joining("; "));
    }
}
