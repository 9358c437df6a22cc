// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Real calls over HTTP to {@link OperationsTestHub}. */
@AutoConfigureObservability(tracing = false)
@SpringBootTest(classes = OperationsTestHub.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
    "camel.main.routes-include-pattern=false",
    "spring.datasource.url=jdbc:h2:mem:operations;MODE=PostgreSQL;DB_CLOSE_DELAY=-1",
    "spring.flyway.locations=classpath:db/hub",
    "spring.activemq.broker-url=vm://operations?broker.persistent=false",
    "acorn.operator.password=" + HubWebTest.PASSWORD, "acorn.data=target/operations-test-${acorn.test.fork:1}",
    // one process holds one Camel servlet of a name, and the contexts of these tests live side by side
    "camel.servlet.mapping.enabled=false"})
abstract class HubWebTest {
    static final String PASSWORD = "only-for-this-test";
    static final ObjectMapper JSON = new ObjectMapper();
    final HttpClient http = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    @LocalServerPort
    int port;

    String base() {
        return "http://localhost:" + port;
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(base() + path));
    }

    HttpRequest.Builder asOperator(String path) {
        return to(path).header("Authorization", basic("operator", PASSWORD));
    }

    static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> get(String path) {
        return send(asOperator(path));
    }

    HttpResponse<String> post(String path, String body) {
        return send(asOperator(path).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new IllegalStateException("not JSON: " + response.body(), e);
        }
    }
}
