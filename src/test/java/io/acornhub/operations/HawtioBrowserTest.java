// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.acornhub.HubApplication;
import io.acornhub.TestClassPath;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real hub with the routes of the project, in a process of its own, as an operator meets it. */
class HawtioBrowserTest {
    private static final String PASSWORD = "only-for-this-test";
    private static final Path ROUTE = Path.of("routes/pipeline/inbound-translate.yaml");
    private final HttpClient http = HttpClient.newHttpClient();
    private String base;
    private Process hub;

    @TempDir
    Path data;

    @BeforeEach
    void start() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        base = "http://localhost:" + port;
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
            TestClassPath.product(), HubApplication.class.getName(), "--server.port=" + port, "--acorn.data="
            + data);
        builder.environment().put("ACORN_OPERATOR_PASSWORD", PASSWORD);
        hub = builder.redirectErrorStream(true).redirectOutput(Path.of("target/hawtio-hub.log").toFile()).start();
        await("hub ready, see target/hawtio-hub.log").atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(500))
            .ignoreExceptions().until(() -> get("/actuator/health/readiness").statusCode() == 200);
    }

    @AfterEach
    void stop() {
        hub.destroy();
        await("hub stopped").atMost(Duration.ofMinutes(2)).until(() -> !hub.isAlive());
    }

    @Test
    void theOperatorLogsInAndSeesARouteWithItsDescriptionAndDiagram() throws Exception {
        String description = Files.readAllLines(ROUTE).stream().map(String::strip).filter(line -> line.startsWith("description:"))
            .findFirst().orElseThrow().substring("description:".length()).strip();
        assertThat(get("/api/status").body()).contains("\"hub.inbound.translate\"", "\"hub.inbound.translate.parked\"");
        assertThat(get("/actuator/prometheus").body()).contains("acornhub_queue_depth{queue=\"hub.inbound.translate\"} 0.0");
        HawtioVisit.seesRoute(base, PASSWORD, "inbound-translate", description, Path.of("target/hawtio-route.png"));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(base + path)).header("Authorization",
            HubWebTest.basic("operator", PASSWORD)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
