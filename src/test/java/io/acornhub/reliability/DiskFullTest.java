// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.acornhub.HubHome;
import io.acornhub.HubProcess;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real file system is full while orders are posted: that of the archive alone, and that of everything the hub stores, its database
 * and broker too. Who posts is refused and comes again; what was taken before goes on when there is room, without a restart.
 */
class DiskFullTest {
    private static final Pattern ORDERS = Pattern.compile("ORDERS_([^_]+)_");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String PASSWORD = "not-a-secret";
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;
    private final Map<String, OrderFiles.OrderFile> all = new LinkedHashMap<>();
    private final Set<OrderFiles.OrderFile> posted = new LinkedHashSet<>();
    private int port;
    private Path seen;

    private static ConditionFactory patiently(String what) {
        return Awaitility.await(what).pollInterval(Duration.ofMillis(200)).atMost(Duration.ofSeconds(150)).ignoreExceptions();
    }

    private OrderFiles.OrderFile order() {
        OrderFiles.OrderFile file = OrderFiles.one(960_000L + all.size(), WrittenOrder.of(21, all.size() + 1, false));
        all.put(file.orders().get(0).po(), file);
        return file;
    }

    private HttpResponse<String> post(OrderFiles.OrderFile file) throws Exception {
        posted.add(file);
        return CLIENT.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/exchange/http/amazon-us-web"))
            .headers("Authorization", "Bearer token", "Idempotency-Key", file.name()).timeout(Duration.ofSeconds(30))
            .POST(HttpRequest.BodyPublishers.ofString(file.text())).build(), HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode api(String path) throws Exception {
        return new ObjectMapper().readTree(CLIENT.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Authorization", HttpPoster.basic("operator", PASSWORD)).build(), HttpResponse.BodyHandlers.ofString()).body());
    }

    /** The PO of each ORDERS in the folder SAP reads from, as often as it lies there. */
    private List<String> atSap() throws IOException {
        Path outbox = seen.resolve("erp/sap/outbox");
        if (!Files.isDirectory(outbox)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(outbox)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> !name.startsWith(".")).map(ORDERS::matcher)
                .filter(Matcher::find).map(order -> order.group(1)).toList();
        }
    }

    private HubProcess hub(Path home, Path data, SmallDisk disk) throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        List<String> settings = new ArrayList<>(KillRun.quick(data));
        settings.addAll(List.of("server.port=" + port, "acorn.operator.password=" + PASSWORD));
        return new HubProcess("hub", home, folder, settings).launchedBy(disk.launcher());
    }

    private Path home() throws IOException {
        Path token = Files.writeString(folder.resolve("token"), "token");
        return HubHome.copy(folder.resolve("home")).replace("config/partners/amazon-us.yaml", "\nchannels:\n", """

            channels:
              - {name: web, type: http, settings: {auth: bearer, secret: "file:%s", key: needed}}
            """.formatted(token.toAbsolutePath())).folder();
    }

    private void taken(OrderFiles.OrderFile file) throws Exception {
        HttpResponse<String> answer = post(file);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }

    /** 0 for none: the hub has ended, or ends before it answers. */
    private int answer(OrderFiles.OrderFile file) throws Exception {
        try {
            return post(file).statusCode();
        } catch (IOException noAnswer) {
            return 0;
        }
    }

    /** Everything is posted until it is taken, and each order is once at SAP. */
    private void endsWell(HubProcess hub) throws Exception {
        for (OrderFiles.OrderFile file : List.copyOf(posted)) {
            patiently("taken: " + file.name()).until(() -> post(file).statusCode() == 202);
        }
        patiently("all at SAP").untilAsserted(() -> assertThat(atSap()).containsAll(all.keySet()));
        KillRun.quiet(hub);
        assertThat(atSap()).containsExactlyInAnyOrderElementsOf(all.keySet());
        JsonNode status = api("/api/status");
        assertThat(status.at("/documents/DELIVERED").asInt()).as(status.toPrettyString()).isEqualTo(all.size());
        assertThat(status.at("/parked").asInt()).isZero();
        assertThat(status.at("/held").asInt()).isZero();
        assertThat(hub.ownLog()).doesNotContain("geheim").doesNotContain("Bearer");
    }

    @Test
    void theDiskOfTheArchiveIsFull() throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        try (SmallDisk disk = SmallDisk.on(data.resolve("archive"), 8)) {
            assumeTrue(disk != null, "skipped: nobody may mount a file system of his own here");
            seen = data;
            try (HubProcess hub = hub(home(), data, disk)) {
                hub.start().awaitReady();
                taken(order());
                patiently("at SAP").untilAsserted(() -> assertThat(atSap()).hasSize(1));
                disk.fill();
                for (int i = 0; i < 3; i++) {
                    HttpResponse<String> answer = post(order());
                    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
                    assertThat(answer.body()).contains("nothing of it was kept").doesNotContain("Exception");
                }
                Path dropped = Files.writeString(Files.createDirectories(data.resolve("partners/amazon-us/inbox")).resolve("dropped.edi"),
                    order().text());
                patiently("it is told").until(() -> hub.ownLog().contains("No space left"));
                assertThat(api("/api/status").at("/documents/DELIVERED").asInt()).isEqualTo(1);
                disk.empty();
                patiently("the dropped one").untilAsserted(() -> assertThat(atSap()).hasSize(2));
                assertThat(dropped).doesNotExist();
                endsWell(hub);
            }
        }
    }

    @Test
    void theDiskOfEverythingIsFull() throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        try (SmallDisk disk = SmallDisk.on(data, 160)) {
            assumeTrue(disk != null, "skipped: nobody may mount a file system of his own here");
            seen = disk.folder();
            try (HubProcess hub = hub(home(), data, disk)) {
                hub.start().awaitReady();
                for (int i = 0; i < 5; i++) {
                    taken(order());
                }
                disk.fill();
                for (int i = 0; i < 8; i++) {
                    OrderFiles.OrderFile file = order();
                    posted.add(file);
                    assertThat(answer(file)).as("taken, though nothing can be kept").isNotEqualTo(202);
                }
                assertThat(hub.endsWithin(Duration.ofSeconds(60))).as("a hub whose database or broker is closed ends itself").isTrue();
                assertThat(hub.exitCode()).isEqualTo(74);
                assertThat(hub.ownLog()).contains("See that the disk of the data folder has room");
                disk.empty();
                hub.start().awaitReady();
                endsWell(hub);
            }
        }
    }
}
