// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.HubHome;
import io.acornhub.PostgresServer;
import io.acornhub.peers.As2Partnership;
import io.acornhub.peers.As2Wire;
import io.acornhub.peers.LyingPartner;
import io.acornhub.peers.RawAnswer;
import io.acornhub.sftp.CuttingProxy;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The archive cannot be written, or PostgreSQL is away, while partners post: each is told to come again, nothing of the post is kept,
 * and what comes again when it is mended becomes one document.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StorageFaultsTest {
    private static final String DOOR = "/exchange/as2";
    private final As2Partnership keys = new As2Partnership();
    private LyingPartner partner;
    private As2Wire wire;
    private CuttingProxy database;
    private SpineHub hub;
    private int number;

    @BeforeAll
    void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path where) throws IOException {
        partner = new LyingPartner(where);
        wire = new As2Wire(where.resolve("wire"), keys, Map.of("url", "http://127.0.0.1:1/"));
        partner.with(wire);
        HubHome home = HubHome.copy(where.resolve("home"));
        Path data = where.resolve("data");
        keys.write(home, data, partner.url(), Map.of());
        home.replace("config/partners/amazon-us.yaml", "\nchannels:\n", """

            channels:
              - name: web
                type: http
                settings: {auth: bearer, secret: "file:token"}
            """);
        Files.writeString(data.resolve("token"), "token");
        PostgresServer.Database fresh = PostgresServer.freshDatabase();
        URI server = URI.create(fresh.url().substring("jdbc:".length()));
        database = new CuttingProxy(server.getPort());
        hub = new SpineHub(home, data, List.of("spring.datasource.url=jdbc:postgresql://localhost:" + database.port() + server.getPath(),
            "spring.datasource.username=" + fresh.user(), "spring.datasource.password=" + fresh.password(),
            "spring.datasource.hikari.connection-timeout=1000", "acorn.retry.longest=PT1S", "acorn.sweep.stage-after=PT5S")).start();
    }

    @AfterAll
    void stop() {
        hub.close();
        database.close();
        partner.close();
    }

    private OrderFiles.OrderFile order() {
        number++;
        return OrderFiles.one(940_000L + number, WrittenOrder.of(13, number, false));
    }

    private HttpResponse<String> post(OrderFiles.OrderFile file) throws Exception {
        HttpPoster door = new HttpPoster(hub, "");
        return door.post(door.to("amazon-us-web").headers("Authorization", "Bearer token", "Idempotency-Key", file.name()), file.text());
    }

    private RawAnswer post(As2Wire.Message message) throws IOException {
        return RawAnswer.of(hub.url() + DOOR, message.request(DOOR));
    }

    private As2Wire.Message packed(OrderFiles.OrderFile file) throws IOException {
        return wire.pack(file.name(), file.text().getBytes(StandardCharsets.US_ASCII));
    }

    /** Both are refused for now, without a receipt. */
    private void refused(As2Wire.Message message, OrderFiles.OrderFile posted) throws Exception {
        RawAnswer answer = post(message);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.head().toLowerCase(java.util.Locale.ROOT)).doesNotContain("multipart/");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("nothing of it was kept. Send it again later")
            .doesNotContain("Exception");
        HttpResponse<String> web = post(posted);
        assertThat(web.statusCode()).as(web.body()).isEqualTo(503);
        assertThat(web.body()).contains("nothing of it was kept. Post it again").doesNotContain("Exception");
    }

    /** Both come again until they are taken, and once more; one document is made of each. */
    private void takenOnce(As2Wire.Message message, OrderFiles.OrderFile sent, OrderFiles.OrderFile posted) throws Exception {
        SpineHub.patiently("AS2 is taken again").until(() -> post(message).status() == 200);
        RawAnswer first = post(message);
        assertThat(wire.receipt(first, message.mic()).confirms()).isTrue();
        assertThat(post(message).body()).isEqualTo(first.body());
        SpineHub.patiently("posts are taken again").until(() -> post(posted).statusCode() == 202);
        assertThat(post(posted).body()).isEqualTo(post(posted).body());
        for (OrderFiles.OrderFile file : List.of(sent, posted)) {
            once(file);
        }
        assertThat(hub.jdbc().queryForList("select state from as2_message where message_id = ?", String.class, message.messageId()))
            .containsExactly("TAKEN");
    }

    private void once(OrderFiles.OrderFile file) {
        String po = file.orders().get(0).po();
        hub.awaitState("850", po, "DELIVERED");
        hub.awaitQuiet();
        assertThat(hub.documents("850", po)).hasSize(1);
        assertThat(hub.toSap(po)).hasSize(1);
    }

    private int interchanges() {
        return hub.jdbc().queryForObject("select count(*) from interchange where direction = 'INBOUND'", Integer.class);
    }

    @Test
    void theArchiveCannotBeWritten() throws Exception {
        OrderFiles.OrderFile sent = order();
        OrderFiles.OrderFile posted = order();
        As2Wire.Message message = packed(sent);
        hub.awaitQuiet();
        int before = interchanges();
        Path archive = hub.data().resolve("archive");
        Path aside = archive.resolveSibling("archive-aside");
        Files.createDirectories(archive);
        Files.move(archive, aside);
        Files.writeString(archive, "a file where a folder should be");
        try {
            refused(message, posted);
            assertThat(interchanges()).isEqualTo(before);
            assertThat(hub.jdbc().queryForList("select state from as2_message where message_id = ?", String.class, message.messageId()))
                .isEmpty();
        } finally {
            Files.delete(archive);
            Files.move(aside, archive);
        }
        takenOnce(message, sent, posted);
    }

    @Test
    void theDatabaseIsAway() throws Exception {
        OrderFiles.OrderFile early = order();
        OrderFiles.OrderFile sent = order();
        OrderFiles.OrderFile posted = order();
        As2Wire.Message message = packed(sent);
        assertThat(post(early).statusCode()).isEqualTo(202);
        database.down();
        try {
            refused(message, posted);
        } finally {
            database.up();
        }
        takenOnce(message, sent, posted);
        once(early);
        assertThat(hub.jdbc().queryForList("select text from parked", String.class)).isEmpty();
    }
}
