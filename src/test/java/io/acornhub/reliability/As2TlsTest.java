// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acornhub.HubHome;
import io.acornhub.channel.Certificates;
import io.acornhub.peers.As2Partnership;
import io.acornhub.peers.As2Received;
import io.acornhub.peers.As2Wire;
import io.acornhub.peers.Identity;
import io.acornhub.peers.LyingPartner;
import io.acornhub.peers.RawAnswer;
import io.acornhub.peers.Tls;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** AS2 over HTTPS in both directions, where both sides show a certificate: with the right ones, and with every kind of wrong one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class As2TlsTest {
    private static final String PASSWORD = "opens the key of TLS";
    private final Identity hubTls = Identity.ec("hub-tls");
    private final Identity client = Identity.ec("client-of-amazon");
    private final Identity authority = Identity.authority("authority");
    private final Identity server = Identity.server("localhost", authority);
    private final As2Partnership keys = new As2Partnership();
    private LyingPartner partner;
    private As2Wire wire;
    private SpineHub hub;
    private Path pinned;
    private int port;
    private int number;

    @BeforeAll
    void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path where) throws Exception {
        partner = new LyingPartner(where, Tls.context(server, hubTls));
        wire = new As2Wire(where.resolve("wire"), keys, Map.of("url", "https://localhost:1/"));
        partner.with(wire);
        HubHome home = HubHome.copy(where.resolve("home"));
        Path data = where.resolve("data");
        keys.write(home, data, partner.url(), Map.of("timeout", "PT20S"));
        home.replace("config/partners/amazon-us.yaml", "    certificates:\n", """
                certificates:
                  - {owner: own, file: certs/tls.p12, password: "file:certs/tls.password", uses: [TLS]}
                  - {owner: partner, file: certs/server.pem, uses: [TLS]}
            """);
        hubTls.writeP12(data.resolve("certs/tls.p12"), PASSWORD);
        Files.writeString(data.resolve("certs/tls.password"), PASSWORD);
        pinned = server.writePem(data.resolve("certs/server.pem"));
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        try (var out = Files.newOutputStream(data.resolve("trust.p12"))) {
            Tls.trust(client).store(out, PASSWORD.toCharArray());
        }
        String bundle = "spring.ssl.bundle.jks.partners.";
        hub = new SpineHub(home, data, List.of("acorn.partner-port.port=" + port, "acorn.partner-port.ssl-bundle=partners",
            "acorn.partner-port.client-auth=need", bundle + "keystore.location=file:" + data.resolve("certs/tls.p12"),
            bundle + "keystore.password=" + PASSWORD, bundle + "keystore.type=PKCS12",
            bundle + "truststore.location=file:" + data.resolve("trust.p12"), bundle + "truststore.password=" + PASSWORD,
            bundle + "truststore.type=PKCS12", "acorn.retry.longest=PT1S", "acorn.retry.attempts=100")).start();
    }

    @AfterAll
    void stop() {
        partner.close();
        hub.close();
    }

    /** The partner's server shows itself so from now on, and the hub has that certificate in its file. */
    private void set(Identity shown, Identity wanted, Identity file) throws IOException {
        partner.down();
        file.writePem(pinned);
        partner.up(Tls.context(shown, wanted));
    }

    private OrderFiles.OrderFile order() {
        number++;
        return OrderFiles.one(910_000L + number, WrittenOrder.of(9, number, false));
    }

    private HttpResponse<byte[]> post(Identity as, As2Wire.Message message) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/exchange/as2"))
            .timeout(Duration.ofSeconds(20));
        message.headers().forEach(header -> request.header(header.name(), header.value()));
        return HttpClient.newBuilder().sslContext(Tls.context(as, hubTls)).version(HttpClient.Version.HTTP_1_1).build()
            .send(request.POST(HttpRequest.BodyPublishers.ofByteArray(message.body())).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private As2Wire.Message pack(OrderFiles.OrderFile file) throws IOException {
        return wire.pack(file.name(), file.text().getBytes(StandardCharsets.US_ASCII));
    }

    /** Posts an order, which makes the hub send a 997; what the AK1 of that says. */
    private String orderedAndAcknowledged() throws Exception {
        OrderFiles.OrderFile file = order();
        As2Wire.Message message = pack(file);
        HttpResponse<byte[]> answer = post(client, message);
        String head = answer.headers().map().entrySet().stream().flatMap(header -> header.getValue().stream()
            .map(value -> header.getKey() + ": " + value + "\r\n")).collect(Collectors.joining());
        assertThat(wire.receipt(new RawAnswer(answer.statusCode(), head + "\r\n", answer.body()), message.mic()).confirms()).isTrue();
        hub.awaitState("850", file.orders().get(0).po(), "DELIVERED");
        return "AK1*PO*" + file.groups().get(0);
    }

    private List<As2Received> received(String about) {
        return partner.received().stream().filter(message -> message.text().contains(about)).toList();
    }

    /** Waits for the newest message that the hub sends to have been tried in vain; the reason. */
    private String refusal(int before) {
        List<String> reasons = SpineHub.patiently("two attempts in vain").until(() -> hub.jdbc().queryForList(
            "select detail from event where what = 'failed' and detail like 'AS2 message %' order by at, seq", String.class),
            found -> found.size() >= before + 2);
        return reasons.get(reasons.size() - 1);
    }

    private int refusals() {
        return hub.jdbc().queryForObject("select count(*) from event where what = 'failed' and detail like 'AS2 message %'", Integer.class);
    }

    /** The 997 waits, is nobody's, and goes once when the partner's server is as agreed again. */
    private String refusedThenTaken(Identity shown, Identity wanted, Identity file) throws Exception {
        set(shown, wanted, file);
        int before = refusals();
        String about = orderedAndAcknowledged();
        String reason = refusal(before);
        assertThat(received(about)).isEmpty();
        assertThat(hub.jdbc().queryForList("select state from as2_message where direction = 'OUTBOUND' and state <> 'DELIVERED'",
            String.class)).containsExactly("POSTING");
        assertThat(hub.jdbc().queryForObject("select count(*) from parked", Integer.class)).isZero();
        set(server, hubTls, server);
        taken(about);
        return reason;
    }

    private void taken(String about) {
        SpineHub.patiently("all receipts").until(() -> hub.jdbc().queryForObject(
            "select count(*) from as2_message where direction = 'OUTBOUND' and state <> 'DELIVERED'", Integer.class) == 0);
        assertThat(received(about)).hasSize(1);
    }

    @Test
    void bothSidesShowTheirCertificatesAndTheExchangeIsDone() throws Exception {
        set(server, hubTls, server);
        String about = orderedAndAcknowledged();
        SpineHub.patiently("997").until(() -> received(about).size() == 1);
        taken(about);
        assertThat(partner.clients()).contains(hubTls.certificate().getSubjectX500Principal().getName());
    }

    @Test
    void whoShowsTheHubNoCertificateOrAnUnknownOneIsNotHeard() throws Exception {
        As2Wire.Message message = pack(order());
        assertThatThrownBy(() -> post(null, message)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> post(Identity.ec("stranger"), message)).isInstanceOf(IOException.class);
        assertThat(hub.jdbc().queryForList("select state from as2_message where message_id = ?", String.class, message.messageId()))
            .isEmpty();
        assertThat(post(client, message).statusCode()).isEqualTo(200);
    }

    @Test
    void aServerWithAnotherCertificateGetsNothing() throws Exception {
        Identity other = Identity.server("localhost", null);
        assertThat(refusedThenTaken(other, hubTls, server)).contains("certificate that is not the channel's", "CN=localhost",
            Certificates.fingerprint(other.certificate()), "It is sent again under the same message id");
    }

    @Test
    void aServerOfANamedAuthorityIsBelievedForItsHostOnly() throws Exception {
        set(server, hubTls, authority);
        String about = orderedAndAcknowledged();
        SpineHub.patiently("997").until(() -> received(about).size() == 1);
        taken(about);
        assertThat(refusedThenTaken(Identity.server("elsewhere.example", authority), hubTls, authority))
            .contains("CN=elsewhere.example", "No subject alternative DNS name matching localhost found");
    }

    @Test
    void aServerThatDoesNotKnowTheHubsCertificateGetsNothingAndThatIsSaid() throws Exception {
        assertThat(refusedThenTaken(server, client, server))
            .contains("the server ended the connection", "CN=hub-tls", Certificates.fingerprint(hubTls.certificate()));
    }
}
