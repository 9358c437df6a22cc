// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.HubHome;
import io.acornhub.peers.As2Partnership;
import io.acornhub.peers.As2Received;
import io.acornhub.peers.As2Sent;
import io.acornhub.peers.As2Terms;
import io.acornhub.peers.As2Wire;
import io.acornhub.peers.Identity;
import io.acornhub.peers.LyingPartner;
import io.acornhub.peers.LyingPartner.Answer;
import io.acornhub.peers.PhaxAs2;
import io.acornhub.peers.RawAnswer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * What goes wrong between the hub and an AS2 partner: after each fault nothing is lost, nothing is doubled, nothing is written where
 * it does not belong, and no secret stands in the log.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class As2DoorFaultsTest {
    private static final String DOOR = "/exchange/as2";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private final As2Partnership keys = new As2Partnership();
    private Path folder;
    private LyingPartner partner;
    private As2Wire wire;
    private SpineHub hub;
    private PhaxAs2 phax;

    @BeforeAll
    void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path where) throws IOException {
        folder = where;
        partner = new LyingPartner(where);
        wire = new As2Wire(where.resolve("wire"), keys, Map.of("url", "http://127.0.0.1:1/"));
        partner.with(wire);
        HubHome home = HubHome.copy(where.resolve("home"));
        Path data = where.resolve("data");
        keys.write(home, data, partner.url(), Map.of("largest", "1000000"));
        hub = new SpineHub(home, data, List.of()).start();
        phax = new PhaxAs2(where.resolve("phax"), As2Partnership.AMAZON, keys.amazon()).knows(As2Partnership.HUB, keys.hub().certificate());
    }

    @AfterAll
    void stop() {
        partner.close();
        hub.close();
    }

    private static OrderFiles.OrderFile order() {
        int number = NUMBER.incrementAndGet();
        return OrderFiles.one(300_000L + number, WrittenOrder.of(11, number, false));
    }

    private static byte[] bytes(OrderFiles.OrderFile order) {
        return order.text().getBytes(StandardCharsets.US_ASCII);
    }

    private String url() {
        return hub.url() + DOOR;
    }

    private int count(String what) {
        Integer count = hub.jdbc().queryForObject("select count(*) " + what, Integer.class);
        return count == null ? 0 : count;
    }

    private List<String> states(String messageId) {
        return hub.jdbc().queryForList("select state from as2_message where message_id = ?", String.class, messageId);
    }

    private long files(Path below) throws IOException {
        try (Stream<Path> all = Files.walk(below)) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    @Test
    void aConnectionCutAnywhereLeavesNothingOrOneMessageAndARepeatGetsTheSameReceipt() throws IOException {
        OrderFiles.OrderFile order = order();
        As2Wire.Message message = wire.pack(order.name(), bytes(order));
        byte[] request = message.request(DOOR);
        int head = request.length - message.body().length;
        for (int cut : new int[] {1, head / 2, head - 2, head, head + 1, head + message.body().length / 2, request.length - 1}) {
            try (Socket socket = RawAnswer.connect(url())) {
                socket.getOutputStream().write(request, 0, cut);
                socket.setSoLinger(true, 0);
            }
        }
        try (Socket socket = RawAnswer.connect(url())) {
            socket.getOutputStream().write(request);
        }
        SpineHub.patiently("the message").until(() -> states(message.messageId()), List.of("TAKEN")::equals);
        RawAnswer first = RawAnswer.of(url(), request);
        RawAnswer second = RawAnswer.of(url(), request);
        assertThat(first.status()).isEqualTo(200);
        assertThat(wire.receipt(first, message.mic()).confirms()).isTrue();
        assertThat(second.body()).isEqualTo(first.body());
        String po = order.orders().get(0).po();
        hub.awaitState("850", po, "DELIVERED");
        assertThat(hub.documents("850", po)).hasSize(1);
        assertThat(hub.toSap(po)).hasSize(1);
        assertThat(states(message.messageId())).containsExactly("TAKEN");
        assertThat(count("from interchange where file_name = '" + order.name() + "'")).isOne();
    }

    @Test
    void whatIsTooLargeIsRefusedAtOnceOrWhereItPassesTheLimitAndNothingOfItIsKept() throws IOException {
        As2Wire.Message message = wire.pack("large.edi", bytes(order()));
        hub.awaitQuiet();
        long before = files(hub.data().resolve("archive"));
        try (Socket socket = RawAnswer.connect(url())) {
            socket.getOutputStream().write(message.head(DOOR, "Content-Length: 2147483648"));
            assertThat(RawAnswer.read(socket).status()).isEqualTo(413);
        }
        long sent = 0;
        try (Socket socket = RawAnswer.connect(url())) {
            OutputStream out = socket.getOutputStream();
            out.write(message.head(DOOR, "Transfer-Encoding: chunked"));
            byte[] chunk = ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            while (socket.getInputStream().available() == 0 && sent < 200_000_000) {
                out.write(chunk);
                sent += 0x10000;
            }
            assertThat(RawAnswer.read(socket).status()).isEqualTo(413);
        } catch (IOException closed) {
            assertThat(sent).isPositive();
        }
        assertThat(sent).as("bytes taken of a message without a length").isLessThan(50_000_000);
        assertThat(files(hub.data().resolve("archive"))).isEqualTo(before);
        assertThat(files(hub.data().resolve("as2-work"))).isZero();
        assertThat(states(message.messageId())).isEmpty();
    }

    @Test
    void sendersThatSendAByteNowAndThenKeepNobodyOut() throws IOException {
        OrderFiles.OrderFile order = order();
        As2Wire.Message slow = wire.pack("slow.edi", bytes(order()));
        byte[] request = slow.request(DOOR);
        int head = request.length - slow.body().length;
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < 80; i++) {
                sockets.add(RawAnswer.connect(url()));
                sockets.get(i).getOutputStream().write(request, 0, i % 2 == 0 ? head / 2 : head + 10);
            }
            assertThat(RawAnswer.of(url(), wire.pack(order.name(), bytes(order)).request(DOOR)).status()).isEqualTo(200);
            for (int i = 0; i < sockets.size(); i++) {
                sockets.get(i).getOutputStream().write(request, i % 2 == 0 ? head / 2 : head + 10, 1);
            }
            OrderFiles.OrderFile next = order();
            assertThat(RawAnswer.of(url(), wire.pack(next.name(), bytes(next)).request(DOOR)).status()).isEqualTo(200);
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
        hub.awaitState("850", order.orders().get(0).po(), "DELIVERED");
        assertThat(states(slow.messageId())).isEmpty();
    }

    @Test
    void aSmallMessageThatBecomesLargeWhenItIsUnpackedIsRefused() throws IOException {
        As2Wire bomb = new As2Wire(folder.resolve("bomb"), keys, Map.of("url", "http://127.0.0.1:1/", "compress", "before-signing"));
        As2Wire.Message message = bomb.pack("zeros.edi", new byte[100_000_000]);
        assertThat(message.body().length).isLessThan(1_000_000);
        RawAnswer answer = RawAnswer.of(url(), message.request(DOOR));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(wire.receipt(answer, null).disposition().accepted()).isFalse();
        assertThat(states(message.messageId())).containsExactly("REFUSED");
        assertThat(files(hub.data().resolve("as2-work"))).isZero();
    }

    @Test
    void aNameWithFoldersInItStaysAName() throws IOException {
        OrderFiles.OrderFile order = order();
        As2Sent sent = phax.send(As2Partnership.HUB, url(), As2Terms.USUAL, "../../etc/passwd", bytes(order));
        assertThat(sent.receipted()).as("%s", sent).isTrue();
        hub.awaitState("850", order.orders().get(0).po(), "DELIVERED");
        assertThat(hub.jdbc().queryForList("select i.file_name from interchange i join as2_message m on m.interchange_id = i.id "
            + "where m.message_id = ?", String.class, sent.messageId())).singleElement().asString().doesNotContain("/", "\\", "..");
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.filter(file -> file.getFileName().toString().equals("passwd"))).isEmpty();
        }
    }

    @Test
    void aMessageOfAStrangerIsNobodysAndOneForAnotherIdentifierToo() {
        try (PhaxAs2 stranger = new PhaxAs2(folder.resolve("stranger"), "STRANGER", Identity.rsa("stranger"))) {
            stranger.knows(As2Partnership.HUB, keys.hub().certificate());
            phax.knows("ANOTHER", keys.hub().certificate());
            As2Sent one = stranger.send(As2Partnership.HUB, url(), As2Terms.USUAL, "a.edi", bytes(order()));
            As2Sent other = phax.send("ANOTHER", url(), As2Terms.USUAL, "b.edi", bytes(order()));
            assertThat(one.receipted()).isFalse();
            assertThat(other.receipted()).isFalse();
            assertThat(hub.jdbc().queryForList("select kind || ' ' || own_id || ' ' || partner_id from as2_stray order by 1", String.class))
                .contains("UNKNOWN_PAIR " + As2Partnership.HUB + " STRANGER", "UNKNOWN_PAIR ANOTHER " + As2Partnership.AMAZON);
            assertThat(count("from interchange where file_name in ('a.edi', 'b.edi')")).isZero();
        }
    }

    @Test
    void aMessageSignedWithAnotherKeyIsRefusedAndTheRightOneMayComeAfter() {
        OrderFiles.OrderFile order = order();
        try (PhaxAs2 forger = new PhaxAs2(folder.resolve("forger"), As2Partnership.AMAZON, Identity.rsa("forger"))) {
            forger.knows(As2Partnership.HUB, keys.hub().certificate());
            As2Sent forged = forger.send(As2Partnership.HUB, url(), As2Terms.USUAL, order.name(), bytes(order));
            assertThat(forged.receipted()).as("%s", forged).isFalse();
            assertThat(states(forged.messageId())).containsExactly("REFUSED");
            assertThat(hub.documents("850", order.orders().get(0).po())).isEmpty();
        }
        assertThat(phax.send(As2Partnership.HUB, url(), As2Terms.USUAL, order.name(), bytes(order)).receipted()).isTrue();
        hub.awaitState("850", order.orders().get(0).po(), "DELIVERED");
    }

    @Test
    void aLostReceiptMakesTheSameMessageComeAgainAndAWrongOneIsNoDelivery() {
        partner.next(Answer.LOST, Answer.TROUBLE, Answer.RIGHT);
        List<As2Received> came = acknowledged();
        assertThat(came).hasSize(3);
        assertThat(came.stream().map(As2Received::messageId).distinct()).hasSize(1);
        SpineHub.patiently("delivered").until(() -> states(came.get(0).messageId()), List.of("DELIVERED")::equals);
        partner.next(Answer.WRONG_MIC);
        List<As2Received> wrong = acknowledged();
        assertThat(wrong).hasSize(1);
        SpineHub.patiently("failed").until(() -> states(wrong.get(0).messageId()), List.of("FAILED")::equals);
        SpineHub.patiently("alarm").until(() -> count("from alarm where kind = 'TRANSMISSION_FAILED'") == 1);
    }

    /** Makes the hub send a 997 and waits until no more of it comes. */
    private List<As2Received> acknowledged() {
        OrderFiles.OrderFile order = order();
        phax.send(As2Partnership.HUB, url(), As2Terms.USUAL, order.name(), bytes(order));
        String about = "AK1*PO*" + order.groups().get(0);
        Standstill still = new Standstill(() -> (int) partner.received().stream().filter(m -> m.text().contains(about)).count());
        SpineHub.patiently("997 of " + order.name()).until(() -> partner.received().stream().anyMatch(m -> m.text().contains(about)));
        SpineHub.patiently("quiet").until(() -> still.lasts(Duration.ofSeconds(5)));
        return partner.received().stream().filter(m -> m.text().contains(about)).toList();
    }

    @Test
    void whileItsCertificatesAreOutOfTimeAMessageIsRefusedAndTakenOnceTheyAreNot(CapturedOutput output) throws IOException {
        OrderFiles.OrderFile order = order();
        String po = order.orders().get(0).po();
        As2Wire.Message message = wire.pack(order.name(), bytes(order));
        hub.clock().move(Duration.ofDays(800));
        try {
            RawAnswer answer = RawAnswer.of(url(), message.request(DOOR));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(new String(answer.body(), StandardCharsets.US_ASCII)).contains("processed/error: decryption-failed",
                "Original-Message-ID: " + message.messageId());
            assertThat(states(message.messageId())).containsExactly("REFUSED");
            assertThat(hub.jdbc().queryForList("select words from alarm where kind = 'MESSAGE_REFUSED' and words like ?", String.class,
                "%" + message.messageId() + "%")).singleElement().asString().contains("certs/own.p12", "expired");
            assertThat(hub.documents("850", po)).isEmpty();
        } finally {
            hub.clock().reset();
        }
        RawAnswer again = RawAnswer.of(url(), message.request(DOOR));
        assertThat(again.status()).isEqualTo(200);
        assertThat(wire.receipt(again, message.mic()).confirms()).isTrue();
        hub.awaitState("850", po, "DELIVERED");
        assertThat(states(message.messageId())).containsExactly("TAKEN");
        assertThat(hub.documents("850", po)).hasSize(1);
        assertThat(output.getAll()).doesNotContain(As2Partnership.SECRET);
    }

    @Test
    void aBodyThatSaysItIsPackedIsRefusedWhetherItIsOrNot() throws IOException {
        As2Wire.Message message = wire.pack("packed.edi", bytes(order()));
        RawAnswer answer = RawAnswer.of(url(), message.request(DOOR, "Content-Encoding: gzip\r\n"));
        assertThat(answer.status()).isEqualTo(415);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("Content-Encoding gzip is not taken");
        assertThat(states(message.messageId())).isEmpty();
    }
}
