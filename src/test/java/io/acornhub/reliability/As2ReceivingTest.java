// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.peers.As2Sent;
import io.acornhub.peers.As2Terms;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Orders that come by AS2 from a partner that runs the AS2 library of phax, and what must not become an order. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class As2ReceivingTest {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    protected As2Desk desk;
    protected SpineHub hub;

    /** How the hub reaches its database. */
    protected abstract List<String> database();

    @BeforeAll
    void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) throws IOException {
        desk = new As2Desk(folder).agree(Map.of("largest", "300000"));
        hub = desk.start(database());
    }

    @AfterAll
    void stop() {
        hub.close();
        desk.close();
    }

    @AfterEach
    void straighten() {
        desk.toPartner.bend(b -> b);
        desk.toPartner.bendAnswers(b -> b);
        desk.toPartner.loseAnswers(0);
        desk.toPartner.refuse(0);
        desk.receipts.refuse(0);
    }

    protected static WrittenOrder order() {
        return WrittenOrder.of(3, 500_000 + NUMBER.incrementAndGet(), false);
    }

    protected static long control() {
        return 700_000L + NUMBER.incrementAndGet();
    }

    protected As2Sent send(OrderFiles.OrderFile file, As2Terms terms) {
        return desk.partner.send(As2Desk.HUB, desk.toHub.url(), terms, file.name(), file.text().getBytes(StandardCharsets.US_ASCII));
    }

    /** What the partner sent last, as it was on the wire. */
    private As2Tap.Message last() {
        return desk.toHub.messages().get(desk.toHub.messages().size() - 1);
    }

    protected HttpResponse<byte[]> again(Map<String, List<String>> headers, byte[] body) {
        return As2Tap.post(desk.hubUrl(), headers, body);
    }

    protected Map<String, Object> row(String messageId) {
        return hub.jdbc().queryForMap("select * from as2_message where message_id = ?", messageId);
    }

    protected List<String> steps(String messageId) {
        return hub.jdbc().queryForList("select s.what from as2_step s join as2_message m on m.id = s.message where m.message_id = ? "
            + "order by s.seq", String.class, messageId);
    }

    @Test
    void aSignedAndEncryptedOrderIsReceiptedAndReachesSap() {
        OrderFiles.OrderFile file = OrderFiles.one(control(), order());
        As2Sent sent = send(file, As2Terms.USUAL);
        assertThat(sent.failure()).isNull();
        assertThat(sent.receipted()).isTrue();
        assertThat(sent.mic()).isTrue();
        assertThat(row(sent.messageId())).containsEntry("state", "TAKEN").containsEntry("receipt", "ANSWERED");
        assertThat(hub.awaitState("850", file.orders().get(0).po(), "DELIVERED")).containsKey("interchange_id");
    }

    @Test
    void theSameMessageAgainGetsTheSameReceiptAndNoSecondDocument() {
        OrderFiles.OrderFile file = OrderFiles.one(control(), order());
        As2Sent sent = send(file, As2Terms.USUAL);
        As2Tap.Message first = last();
        assertThat(again(first.headers(), first.body()).body()).isEqualTo(first.answer());
        hub.awaitState("850", file.orders().get(0).po(), "DELIVERED");
        assertThat(hub.documents("850", file.orders().get(0).po())).hasSize(1);
        assertThat(steps(sent.messageId())).containsExactly("taken", "repeated");
    }

    @Test
    void aMessageWhoseReceiptWasLostIsSentAgainAndIsOneDocument() {
        OrderFiles.OrderFile file = OrderFiles.one(control(), order());
        desk.toHub.loseAnswers(1);
        assertThat(send(file, As2Terms.USUAL).receipted()).isFalse();
        As2Tap.Message lost = last();
        HttpResponse<byte[]> answer = again(lost.headers(), lost.body());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(new String(answer.body(), StandardCharsets.ISO_8859_1)).contains("automatic-action/MDN-sent-automatically; processed");
        hub.awaitState("850", file.orders().get(0).po(), "DELIVERED");
        assertThat(hub.documents("850", file.orders().get(0).po())).hasSize(1);
    }

    @Test
    void twinsThatComeAtOnceAreOneDocumentAndBothGetTheSameReceipt() {
        OrderFiles.OrderFile file = OrderFiles.one(control(), order());
        send(file, As2Terms.USUAL);
        As2Tap.Message first = last();
        String id = "<twin-" + NUMBER.incrementAndGet() + "@test>";
        List<byte[]> answers = IntStream.range(0, 8).mapToObj(n -> CompletableFuture.supplyAsync(() ->
            again(As2Tap.with(first.headers(), "Message-ID", id), first.body()).body())).toList().stream()
            .map(CompletableFuture::join).toList();
        assertThat(answers).allSatisfy(a -> assertThat(a).isEqualTo(answers.get(0)));
        assertThat(new String(answers.get(0), StandardCharsets.ISO_8859_1)).contains("processed");
        assertThat(hub.jdbc().queryForObject("select count(*) from as2_message where message_id = ?", Integer.class, id)).isOne();
        assertThat(hub.jdbc().queryForObject("select count(*) from interchange where ingress_key = ?", Integer.class,
            "amazon-us-as2/" + id)).isOne();
    }

    @Test
    void aKnownMessageIdWithOtherContentIsRefusedAndRaisesAnAlarm() {
        OrderFiles.OrderFile file = OrderFiles.one(control(), order());
        As2Sent sent = send(file, As2Terms.USUAL);
        OrderFiles.OrderFile other = OrderFiles.one(control(), order());
        send(other, As2Terms.USUAL);
        As2Tap.Message second = last();
        HttpResponse<byte[]> answer = again(As2Tap.with(second.headers(), "Message-ID", sent.messageId()), second.body());
        assertThat(new String(answer.body(), StandardCharsets.ISO_8859_1)).contains("processed/error");
        assertThat(steps(sent.messageId())).containsExactly("taken", "refused");
        assertThat(alarms("MESSAGE_REFUSED", sent.messageId())).singleElement().asString().contains("other content");
    }

    protected List<String> alarms(String kind, String subject) {
        return hub.jdbc().queryForList("select words from alarm where kind = ? and subject = ?", String.class, kind, subject);
    }

    @Test
    void aMessageThatWasChangedOnItsWayIsRefusedAndMayComeAgainWhole() {
        OrderFiles.OrderFile file = OrderFiles.one(control(), order());
        send(file, As2Terms.USUAL);
        As2Tap.Message whole = last();
        byte[] bent = whole.body().clone();
        bent[bent.length - 20] ^= 1;
        String id = "<bent-" + NUMBER.incrementAndGet() + "@test>";
        HttpResponse<byte[]> answer = again(As2Tap.with(whole.headers(), "Message-ID", id), bent);
        assertThat(new String(answer.body(), StandardCharsets.ISO_8859_1)).contains("processed/error: ");
        assertThat(row(id)).containsEntry("state", "REFUSED").containsEntry("interchange_id", null);
        assertThat(again(As2Tap.with(whole.headers(), "Message-ID", id), whole.body()).statusCode()).isEqualTo(200);
        assertThat(row(id)).containsEntry("state", "TAKEN");
        assertThat(steps(id)).containsExactly("refused", "taken");
    }

    @Test
    void strangersAreToldSoAndAreNotedOnce() {
        OrderFiles.OrderFile file = OrderFiles.one(control(), order());
        send(file, As2Terms.USUAL);
        As2Tap.Message known = last();
        for (int i = 0; i < 3; i++) {
            HttpResponse<byte[]> answer = again(As2Tap.with(known.headers(), "AS2-From", "NOBODY"), known.body());
            assertThat(new String(answer.body(), StandardCharsets.ISO_8859_1)).contains("unknown-trading-partner");
        }
        assertThat(hub.jdbc().queryForList("select times from as2_stray where partner_id = 'NOBODY'", Integer.class)).containsExactly(3);
        assertThat(hub.jdbc().queryForObject("select count(*) from as2_message where partner_id = 'NOBODY'", Integer.class)).isZero();
    }

    @Test
    void whatIsTooLargeIsNotKept() {
        send(OrderFiles.one(control(), order()), As2Terms.USUAL);
        As2Tap.Message known = last();
        String id = "<large-" + NUMBER.incrementAndGet() + "@test>";
        assertThat(again(As2Tap.with(known.headers(), "Message-ID", id), new byte[300_001]).statusCode()).isEqualTo(413);
        assertThat(hub.jdbc().queryForObject("select count(*) from as2_message where message_id = ?", Integer.class, id)).isZero();
    }

    @Test
    void anAsynchronousReceiptIsPostedWhereTheChannelAllowsIt() {
        OrderFiles.OrderFile file = OrderFiles.one(control(), order());
        As2Sent sent = send(file, As2Terms.USUAL.withMdn("async", true));
        SpineHub.patiently("receipt").until(() -> desk.partner.mdn(sent.messageId()).isPresent());
        assertThat(desk.partner.mdn(sent.messageId()).orElseThrow().receipted()).isTrue();
        SpineHub.patiently("noted").until(() -> "POSTED".equals(row(sent.messageId()).get("receipt")));
        As2Tap.Message message = last();
        String id = "<elsewhere-" + NUMBER.incrementAndGet() + "@test>";
        again(As2Tap.with(As2Tap.with(message.headers(), "Message-ID", id), "Receipt-Delivery-Option", "http://169.254.169.254/latest"),
            message.body());
        assertThat(row(id)).containsEntry("receipt", "GIVEN_UP").extractingByKey("words").asString().contains("not among mdnHosts");
    }

    @Test
    void otherMethodsAreTurnedAway() throws Exception {
        for (String method : List.of("GET", "HEAD")) {
            HttpResponse<String> answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(desk.hubUrl()))
                .method(method, HttpRequest.BodyPublishers.noBody()).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(405);
            assertThat(answer.body()).isEqualTo("GET".equals(method) ? "AS2 messages and receipts are posted here.\n" : "");
        }
    }
}
