// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acornhub.HubHome;
import io.acornhub.PostServer;
import io.acornhub.PostServer.Reply;
import io.acornhub.peers.Identity;
import io.acornhub.peers.Tls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.Environment;

/** Partners have a port of their own with mutual TLS; what we post goes by TLS with the certificates of its channel. */
class PartnerPortTest {
    private static final Identity HUB = Identity.ec("hub");
    private static final Identity PARTNER = Identity.ec("partner");
    private static final Identity STRANGER = Identity.ec("stranger");
    private static final int CONNECTIONS = 20;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path folder;
    private static PostServer partner;
    private static SpineHub hub;
    private static int partnerPort;

    @BeforeAll
    static void startHub() throws Exception {
        partner = new PostServer(post -> Reply.of(200, ""), Tls.context(PARTNER, HUB), true).start();
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("token"), "token");
        HUB.writeP12(data.resolve("hub.p12"), "opens it");
        PARTNER.writePem(data.resolve("partner.pem"));
        STRANGER.writePem(data.resolve("stranger.pem"));
        HubHome home = HubHome.copy(folder.resolve("home")).replace("config/partners/amazon-us.yaml", "\nchannels:\n", channels())
            .replace("config/partners/amazon-us.yaml", "bundle: x12/004010/order-acknowledgment-855\n    channel: folder",
                "bundle: x12/004010/order-acknowledgment-855\n    channel: web");
        try (ServerSocket free = new ServerSocket(0)) {
            partnerPort = free.getLocalPort();
        }
        hub = new SpineHub(home, data, List.of("acorn.partner-port.port=" + partnerPort, "acorn.partner-port.ssl-bundle=partners",
            "acorn.partner-port.client-auth=need", "acorn.partner-port.connection-timeout=PT2S", "acorn.partner-port.connections="
            + CONNECTIONS, "spring.ssl.bundle.jks.partners.keystore.location=file:" + data.resolve("hub.p12"),
            "spring.ssl.bundle.jks.partners.keystore.password=opens it", "spring.ssl.bundle.jks.partners.keystore.type=PKCS12",
            "spring.ssl.bundle.jks.partners.truststore.location=file:" + trust(data, PARTNER),
            "spring.ssl.bundle.jks.partners.truststore.password=trusted", "spring.ssl.bundle.jks.partners.truststore.type=PKCS12"))
            .start();
    }

    private static String channels() {
        return """

            channels:
              - name: web
                type: http
                settings: {auth: bearer, secret: "file:token", url: "%s", outAuth: bearer, outSecret: "file:token"}
                certificates:
                  - {owner: own, file: hub.p12, password: "file:opens", uses: [TLS]}
                  - {owner: partner, file: partner.pem, uses: [TLS]}
            """.formatted(partner.url("/in"));
    }

    private static Path trust(Path data, Identity of) throws Exception {
        Files.writeString(data.resolve("opens"), "opens it");
        Path file = data.resolve("trust.p12");
        try (var out = Files.newOutputStream(file)) {
            Tls.trust(of).store(out, "trusted".toCharArray());
        }
        return file;
    }

    @AfterAll
    static void stopAll() {
        hub.close();
        partner.close();
    }

    private static HttpResponse<String> send(Identity as, String url, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(20))
            .header("Authorization", "Bearer token");
        HttpRequest whole = body == null ? request.GET().build() : request.POST(HttpRequest.BodyPublishers.ofString(body)).build();
        return HttpClient.newBuilder().sslContext(Tls.context(as, HUB)).version(HttpClient.Version.HTTP_1_1).build().send(whole,
            HttpResponse.BodyHandlers.ofString());
    }

    private static String partners(String path) {
        return "https://localhost:" + partnerPort + path;
    }

    private static String operators(String path) {
        return "http://localhost:" + hub.bean(Environment.class).getProperty("local.server.port") + path;
    }

    @Test
    void eachPortServesItsOwnOnly() throws Exception {
        OrderFiles.OrderFile file = OrderFiles.one(800_001L, WrittenOrder.of(8, 1, false));

        assertThat(send(PARTNER, partners("/exchange/http/amazon-us-web"), file.text()).statusCode()).isEqualTo(202);
        assertThat(send(PARTNER, operators("/exchange/http/amazon-us-web"), file.text()).statusCode()).isEqualTo(404);
        for (String path : List.of("/api/interchanges", "/actuator/health", "/login", "/actuator/hawtio/", "/",
            "/exchange/../api/interchanges", "/exchange;x=y/http/amazon-us-web")) {
            assertThat(send(PARTNER, partners(path), null).statusCode()).as(path).isIn(400, 404);
        }
        SpineHub.patiently("the hub to be ready").until(() -> send(PARTNER, operators("/actuator/health"), null).statusCode() == 200);
        assertThat(send(PARTNER, operators("/api/interchanges"), null).statusCode()).isEqualTo(401);
    }

    @Test
    void whoShowsNoCertificateOrOneThatIsNotKnownGetsNoConnection() {
        assertThatThrownBy(() -> send(null, partners("/exchange/http/amazon-us-web"), "x")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> send(STRANGER, partners("/exchange/http/amazon-us-web"), "x")).isInstanceOf(IOException.class);
    }

    @Test
    void whatWePostIsSentToThePinnedServerWithOurCertificate() throws Exception {
        OrderFiles.OrderFile file = OrderFiles.one(800_002L, WrittenOrder.of(8, 2, false));
        WrittenOrder order = file.orders().get(0);
        send(PARTNER, partners("/exchange/http/amazon-us-web"), file.text());
        hub.awaitState("850", order.po(), "DELIVERED");

        hub.fromSap("answer.idoc", hub.idocs().write(false, List.of(Ordrsp.of(order, 900_002L))));

        Map<String, Object> sent = hub.awaitState("ORDRSP", order.po(), "SENT");
        assertThat(partner.posts()).hasSize(1);
        assertThat(partner.posts().get(0).header("idempotency-key")).isEqualTo(sent.get("outgoing_id"));
    }

    @Test
    void connectionsThatAreHeldOpenAreClosedAndTheOperatorsPortIsNotTouched() throws Exception {
        List<Socket> held = new ArrayList<>();
        try {
            for (int i = 0; i < CONNECTIONS + 5; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), partnerPort);
                socket.getOutputStream().write("POST".getBytes(StandardCharsets.US_ASCII));
                held.add(socket);
            }
            SpineHub.patiently("the hub to be ready").until(() -> send(PARTNER, operators("/actuator/health"), null).statusCode() == 200);
            OrderFiles.OrderFile file = OrderFiles.one(800_003L, WrittenOrder.of(8, 3, false));

            assertThat(send(PARTNER, partners("/exchange/http/amazon-us-web"), file.text()).statusCode()).isEqualTo(202);
        } finally {
            for (Socket socket : held) {
                socket.close();
            }
        }
    }
}
