// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.HubHome;
import io.acornhub.peers.As2Partnership;
import io.acornhub.peers.As2Received;
import io.acornhub.peers.As2Wire;
import io.acornhub.peers.LyingPartner;
import io.acornhub.peers.LyingPartner.Answer;
import io.acornhub.sftp.MinaSftpServer;
import io.acornhub.sftp.SshKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * A partner that cannot be reached, for less and for more than the policy of retries lasts (by default more than an hour; here some
 * seconds, with a sweep that looks for standstills that much earlier too), and one whose receipt is for other content. Meanwhile it is
 * seen what waits and why; afterwards each document has gone once.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PartnerAwayTest {
    private static final int ATTEMPTS = 60;
    private static final Duration LONGEST = Duration.ofMillis(200);
    private final As2Partnership keys = new As2Partnership();
    private final KeyPair hostKey = SshKeys.pair("EC");
    private Path folder;
    private LyingPartner partner;
    private MinaSftpServer server;
    private int serverPort;
    private SpineHub hub;
    private int number;

    @BeforeAll
    void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path where) throws IOException {
        folder = where;
        partner = new LyingPartner(where);
        partner.with(new As2Wire(where.resolve("wire"), keys, Map.of("url", "http://127.0.0.1:1/")));
        server = MinaSftpServer.start(where.resolve("mina"), hostKey);
        serverPort = server.port();
        Files.createDirectories(server.root().resolve("in"));
        HubHome home = HubHome.copy(where.resolve("home"));
        Path data = where.resolve("data");
        keys.write(home, data, partner.url(), Map.of("timeout", "PT5S"));
        home.replace("config/partners/amazon-us.yaml", "\nchannels:\n", """

            channels:
              - name: web
                type: http
                settings: {auth: bearer, secret: "file:token"}
            """);
        Files.writeString(data.resolve("token"), "token");
        Map<String, String> login = SftpHome.login(server, serverPort);
        login.putAll(Map.of("upload", "in", "timeout", "PT2S"));
        SftpHome.partner(home, "files", login);
        hub = new SpineHub(home, data, List.of("acorn.retry.longest=" + LONGEST, "acorn.retry.attempts=" + ATTEMPTS,
            "acorn.retry.alarm-after=PT2S", "acorn.sweep.stage-after=PT3S")).start();
    }

    @AfterAll
    void stop() {
        partner.close();
        server.close();
        hub.close();
    }

    /** An order that came, went to SAP and is acknowledged. */
    private WrittenOrder ordered() throws Exception {
        number++;
        OrderFiles.OrderFile file = OrderFiles.one(920_000L + number, WrittenOrder.of(12, number, false));
        String about = "AK1*PO*" + file.groups().get(0);
        HttpPoster door = new HttpPoster(hub, "");
        assertThat(door.post(door.to("amazon-us-web").header("Authorization", "Bearer token"), file.text()).statusCode()).isEqualTo(202);
        hub.awaitState("850", file.orders().get(0).po(), "DELIVERED");
        SpineHub.patiently("997").until(() -> received(about).size() == 1);
        hub.awaitQuiet();
        return file.orders().get(0);
    }

    /** SAP confirms it; the interchange with the 855. */
    private String confirmed(WrittenOrder order) {
        hub.fromSap("ordrsp-" + number + ".idoc", hub.idocs().write(false, List.of(Ordrsp.of(order, 930_000L + number))));
        return (String) hub.awaitDocument("ORDRSP", order.po(), row -> row.get("outgoing_id") != null).get("outgoing_id");
    }

    private List<As2Received> received(String about) {
        return partner.received().stream().filter(message -> message.text().contains(about)).toList();
    }

    private List<As2Received> confirmations(WrittenOrder order) {
        return received("*" + order.po() + "*").stream().filter(message -> message.text().contains("ST*855*")).toList();
    }

    private List<String> failures(String interchange) {
        return hub.jdbc().queryForList("select detail from event where subject = ? and what = 'failed' order by seq", String.class,
            interchange);
    }

    /** Each attempt came after the delay that the policy says, here always the longest. */
    private void attemptsWereDelayed(String interchange) {
        List<Instant> at = hub.jdbc().queryForList("select at from event where subject = ? and what = 'failed' order by seq",
            OffsetDateTime.class, interchange).stream().map(OffsetDateTime::toInstant).toList();
        for (int i = 1; i < at.size(); i++) {
            assertThat(Duration.between(at.get(i - 1), at.get(i))).as("after attempt " + i).isGreaterThanOrEqualTo(LONGEST);
        }
    }

    private List<String> parked(String interchange) {
        return hub.jdbc().queryForList("select text from parked where subject = ? and replayed_at is null", String.class, interchange);
    }

    private List<String> states(String interchange) {
        return hub.jdbc().queryForList("select state from as2_message where interchange_id = ? order by id", String.class, interchange);
    }

    private String status(String interchange) {
        return hub.jdbc().queryForObject("select status from interchange where id = ?", String.class, interchange);
    }

    private String light(WrittenOrder order) {
        return (String) hub.documents("ORDRSP", order.po()).get(0).get("delivered_light");
    }

    @Test
    void whileTheAs2ServerIsAwayTheDocumentWaitsAndGoesOnceWhenItIsBack() throws Exception {
        WrittenOrder order = ordered();
        partner.down();
        String interchange = confirmed(order);
        SpineHub.patiently("attempts past the sweep's patience").until(() -> failures(interchange).size() >= 35);
        assertThat(parked(interchange)).isEmpty();
        assertThat(states(interchange)).containsExactly("POSTING");
        assertThat(status(interchange)).isEqualTo("STAGED");
        assertThat(light(order)).isNotIn("green", "red");
        assertThat(failures(interchange)).allMatch(words -> words.contains("got no answer of amazon-us at " + partner.url())
            && words.endsWith("It is sent again under the same message id."));
        assertThat(connectionAlarms("amazon-us", "amazon-us-as2")).singleElement().asString()
            .startsWith("outbound-send.amazon-us-as2 has not worked since ").contains("got no answer of amazon-us at " + partner.url());
        partner.up(null);
        hub.awaitState("ORDRSP", order.po(), "SENT");
        hub.awaitQuiet();
        assertThat(connectionAlarms("amazon-us", "amazon-us-as2")).isEmpty();
        assertThat(states(interchange)).containsExactly("DELIVERED");
        assertThat(confirmations(order)).hasSize(1);
        assertThat(light(order)).isEqualTo("green");
    }

    @Test
    void whenTheAs2ServerIsAwayForLongerItIsParkedAndAReplaySendsItOnce() throws Exception {
        WrittenOrder order = ordered();
        partner.down();
        String interchange = confirmed(order);
        SpineHub.patiently("parked").until(() -> parked(interchange).size() == 1);
        assertThat(failures(interchange)).hasSize(ATTEMPTS - 1);
        attemptsWereDelayed(interchange);
        assertThat(parked(interchange).get(0)).contains("got no answer of amazon-us at " + partner.url());
        partner.up(null);
        hub.awaitQuiet();
        assertThat(confirmations(order)).isEmpty();
        assertThat(hub.interventions().replay(interchange, "operator").done()).isTrue();
        hub.awaitState("ORDRSP", order.po(), "SENT");
        hub.awaitQuiet();
        assertThat(states(interchange)).containsExactly("DELIVERED");
        assertThat(confirmations(order)).hasSize(1);
        assertThat(parked(interchange)).isEmpty();
    }

    @Test
    void whileTheSftpServerIsAwayTheFileWaitsAndLiesThereOnceWhenItIsBack() throws Exception {
        server.close();
        byte[] content = "ISA of an outage".getBytes(StandardCharsets.US_ASCII);
        String interchange = hub.send("files", "sftp", "outage.edi", content);
        SpineHub.patiently("attempts past the sweep's patience").until(() -> failures(interchange).size() >= 35);
        assertThat(parked(interchange)).isEmpty();
        assertThat(status(interchange)).isIn("READY", "STAGED");
        assertThat(failures(interchange)).allMatch(words -> words.contains("Server edi@127.0.0.1:" + serverPort));
        assertThat(connectionAlarms("files", "files-sftp")).singleElement().asString()
            .startsWith("outbound-send.files-sftp has not worked since ").contains("Server edi@127.0.0.1:" + serverPort);
        attemptsWereDelayed(interchange);
        server = MinaSftpServer.start(folder.resolve("mina"), hostKey, serverPort);
        SpineHub.patiently("sent").until(() -> status(interchange), "SENT"::equals);
        hub.awaitQuiet();
        try (Stream<Path> files = Files.list(server.root().resolve("in"))) {
            assertThat(files).singleElement().satisfies(file -> assertThat(file).hasFileName("outage.edi").hasBinaryContent(content));
        }
        assertThat(connectionAlarms("files", "files-sftp")).isEmpty();
        assertThat(hub.jdbc().queryForList("select what from event where subject = ? and what = 'sent'", String.class, interchange))
            .hasSize(1);
    }

    @Test
    void aReceiptForOtherContentIsNoDeliveryUntilSomebodySendsItAgain() throws Exception {
        WrittenOrder order = ordered();
        partner.next(Answer.WRONG_MIC);
        String interchange = confirmed(order);
        SpineHub.patiently("failed").until(() -> states(interchange), List.of("FAILED")::equals);
        hub.awaitQuiet();
        String messageId = confirmations(order).get(0).messageId();
        assertThat(confirmations(order)).as("it is not sent again by itself").hasSize(1);
        assertThat(status(interchange)).isNotEqualTo("SENT");
        Map<String, Object> document = hub.documents("ORDRSP", order.po()).get(0);
        assertThat(document.get("state")).isNotEqualTo("SENT");
        assertThat(document.get("delivered_light")).isEqualTo("red");
        assertThat(hub.faults(document.get("id"))).contains("TARGET_REFUSED");
        assertThat(parked(interchange)).singleElement().asString().contains("the partner has something else than what was sent");
        assertThat(open("task", document)).singleElement().asString().contains(messageId, "replay interchange " + interchange);
        assertThat(open("alarm", document)).singleElement().asString().contains(messageId, "replay interchange " + interchange);

        assertThat(hub.interventions().replay(interchange, "operator").done()).isTrue();
        hub.awaitState("ORDRSP", order.po(), "SENT");
        hub.awaitQuiet();
        assertThat(states(interchange)).containsExactly("FAILED", "DELIVERED");
        assertThat(confirmations(order)).hasSize(2).extracting(As2Received::messageId).doesNotHaveDuplicates();
        assertThat(confirmations(order)).extracting(As2Received::text).containsOnly(confirmations(order).get(0).text());
        assertThat(light(order)).isEqualTo("green");
        assertThat(open("task", document)).isEmpty();
        assertThat(open("alarm", document)).isEmpty();
        assertThat(parked(interchange)).isEmpty();
    }

    private List<String> connectionAlarms(String of, String connection) {
        return hub.jdbc().queryForList("select words from alarm where kind = 'CONNECTION' and partner = ? and subject = ? "
            + "and cleared_at is null", String.class, of, connection);
    }

    /** Words of the document's open tasks to send again, or of its alarms about that. */
    private List<String> open(String table, Map<String, Object> document) {
        return hub.jdbc().queryForList(table.equals("task")
            ? "select words from task where document_id = ? and kind = 'RESEND' and closed_at is null"
            : "select words from alarm where document_id = ? and kind = 'TRANSMISSION_FAILED' and cleared_at is null", String.class,
            document.get("id"));
    }
}
