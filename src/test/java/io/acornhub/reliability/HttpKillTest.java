// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** The hub is killed while many post: some have their answer, some are between commit and answer, some not stored. All post again. */
class HttpKillTest {
    private static final int POSTS = 80;
    private static final Pattern ORDERS = Pattern.compile("ORDERS_([^_]+)_");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private final AtomicInteger answers = new AtomicInteger();
    private final CompletableFuture<Void> partIsAnswered = new CompletableFuture<>();
    private int port;

    private CompletableFuture<String> post(OrderFiles.OrderFile file) {
        return CLIENT.sendAsync(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/exchange/http/amazon-us-web"))
            .header("Authorization", "Bearer token").header("Idempotency-Key", file.name()).timeout(Duration.ofSeconds(30))
            .POST(HttpRequest.BodyPublishers.ofString(file.text())).build(), HttpResponse.BodyHandlers.ofString())
            .handle((answer, gone) -> {
                if (answers.incrementAndGet() == POSTS / 4) {
                    partIsAnswered.complete(null);
                }
                return gone != null ? "no answer" : answer.statusCode() + " " + answer.body();
            });
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static List<String> pos(Collection<OrderFiles.OrderFile> files) {
        return files.stream().map(file -> file.orders().get(0).po()).toList();
    }

    /** The PO of each ORDERS in the folder SAP reads from, as often as it lies there. */
    private static List<String> atSap(Path data) throws IOException {
        Path outbox = data.resolve("erp/sap/outbox");
        if (!Files.isDirectory(outbox)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(outbox)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> !name.startsWith(".")).map(ORDERS::matcher)
                .filter(Matcher::find).map(order -> order.group(1)).toList();
        }
    }

    @Test
    void whoPostsAgainUnderTheSameKeyFindsWhatWasStoredAndMakesNothingTwice() throws Exception {
        Path home = HubHome.copy(folder.resolve("home")).replace("config/partners/amazon-us.yaml", "\nchannels:\n", """

            channels:
              - {name: web, type: http, settings: {auth: bearer, secret: "file:token", key: needed}}
            """).folder();
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("token"), "token");
        port = freePort();
        List<String> settings = new ArrayList<>(KillRun.quick(data));
        settings.add("server.port=" + port);
        Map<OrderFiles.OrderFile, CompletableFuture<String>> first = new LinkedHashMap<>();
        Map<OrderFiles.OrderFile, CompletableFuture<String>> second = new LinkedHashMap<>();
        try (HubProcess hub = new HubProcess("hub", home, folder, settings)) {
            hub.start().awaitReady();
            for (int i = 1; i <= POSTS; i++) {
                OrderFiles.OrderFile file = OrderFiles.one(700_000L + i, WrittenOrder.of(7, i, false));
                first.put(file, post(file));
            }
            partIsAnswered.get(60, TimeUnit.SECONDS);
            hub.kill9();
            first.values().forEach(CompletableFuture::join);

            hub.start().awaitReady();
            first.keySet().forEach(file -> second.put(file, post(file)));
            second.values().forEach(CompletableFuture::join);
            // of what was stored when the hub was killed, the sweep finds what no stage was told of
            Awaitility.await("all orders at SAP").atMost(Duration.ofSeconds(120)).untilAsserted(() -> assertThat(atSap(data))
                .containsAll(pos(first.keySet())));
            KillRun.quiet(hub);
            hub.stop();
        }
        assertThat(first.values().stream().map(CompletableFuture::join).filter("no answer"::equals).count()).isPositive();
        assertThat(second.values()).allSatisfy(answer -> assertThat(answer.join()).startsWith("202 "));
        first.forEach((file, answer) -> assertThat(answer.join()).isIn("no answer", second.get(file).join()));
        try (HikariDataSource pool = KillRun.database(data)) {
            JdbcTemplate jdbc = new JdbcTemplate(pool);
            assertThat(jdbc.queryForObject("select count(*) from interchange where channel = 'amazon-us-web'", Integer.class))
                .isEqualTo(POSTS);
            assertThat(jdbc.queryForList("select business_key from document where message = '850' and state = 'DELIVERED'", String.class))
                .containsExactlyInAnyOrderElementsOf(pos(first.keySet()));
        }
        assertThat(atSap(data)).containsExactlyInAnyOrderElementsOf(pos(first.keySet()));
    }
}
