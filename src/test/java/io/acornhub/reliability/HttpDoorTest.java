// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.HubHome;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** What is posted to the hub: who may, what is kept, and that one key never makes two documents. */
class HttpDoorTest {
    private static final String SECRET = "whsec_" + java.util.Base64.getEncoder().encodeToString("0123456789abcdef0123".getBytes());
    private static final String X12 = "application/edi-x12";
    private static final String CHANNELS = """
        channels:
          - {name: web, type: http, settings: {auth: basic, user: amazon, secret: "file:secret", secretNext: "file:next", largest: "20000"}}
          - {name: token, type: http, settings: {auth: bearer, secret: "file:secret", key: needed, accept: application/edi-x12}}
          - {name: signed, type: http, settings: {auth: hmac, secret: "file:key", answer: "200"}}
        """;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path folder;
    private static SpineHub hub;
    private static HttpPoster door;
    private static int number;

    @BeforeAll
    static void startHub() throws IOException {
        HubHome home = HubHome.copy(folder.resolve("home")).replace("config/partners/amazon-us.yaml", "\nchannels:\n", "\n" + CHANNELS)
            .replace("config/erp/sap.yaml", "adapter: idoc\n", """
                adapter: idoc
                channels:
                  - {name: push, type: http, settings: {auth: basic, user: sap, secret: "file:secret", answer: "200"}}
                """);
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("secret"), "geheim Größe\n");
        Files.writeString(data.resolve("next"), "new");
        Files.writeString(data.resolve("key"), SECRET);
        hub = new SpineHub(home, data, List.of("server.tomcat.connection-timeout=2s", "server.tomcat.keep-alive-timeout=120s")).start();
        door = new HttpPoster(hub, SECRET);
    }

    @AfterAll
    static void stopHub() {
        hub.close();
    }

    private static OrderFiles.OrderFile order() {
        number++;
        return OrderFiles.one(500_000L + number, WrittenOrder.of(5, number, false));
    }

    private static List<Map<String, Object>> rows(String connection, String key) {
        return hub.jdbc().queryForList("select id, file_name, sha256 from interchange where ingress_key = ?", connection + "/key:" + key);
    }

    private static long kept() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("data/archive"))) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    @Test
    void anOrderThatIsPostedGoesItsWayAndIsAnsweredOnceItIsStored() throws Exception {
        OrderFiles.OrderFile file = order();

        HttpResponse<String> answer = door.web(file.text(), "Idempotency-Key", "k-1", "Content-Disposition",
            "attachment; filename=\"../../etc/orders.edi\"");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        Map<String, Object> row = rows("amazon-us-web", "k-1").get(0);
        assertThat(answer.body()).contains("\"id\":\"" + row.get("id") + "\"", "\"sha256\":\"" + row.get("sha256"), "\"received\"");
        assertThat(answer.headers().firstValue("Location")).hasValue("/api/interchanges/" + row.get("id"));
        assertThat(row.get("file_name")).isEqualTo("orders.edi");
        hub.awaitState("850", file.orders().get(0).po(), "DELIVERED");
        assertThat(answer.headers().map().keySet()).noneMatch(name -> name.toLowerCase().startsWith("acorn")
            || name.toLowerCase().startsWith("camel"));
    }

    @Test
    void theSameKeyWithTheSameBytesIsTheSamePostAndWithOtherBytesAnError() throws Exception {
        String text = order().text();
        HttpResponse<String> first = door.web(text, "Idempotency-Key", "k-2");
        HttpResponse<String> again = door.web(text, "Idempotency-Key", "k-2");
        HttpResponse<String> other = door.web(order().text(), "Idempotency-Key", "k-2");

        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(other.body()).contains("k-2 was used before, for other bytes");
        assertThat(rows("amazon-us-web", "k-2")).hasSize(1);
    }

    @Test
    void withoutAKeyTheBytesAreTheKey() throws Exception {
        String text = order().text();
        assertThat(door.web(text).body()).isEqualTo(door.web(text).body()).contains("received");
    }

    @Test
    void twinsThatArriveTogetherMakeOneDocument() throws Exception {
        OrderFiles.OrderFile file = order();
        List<CompletableFuture<HttpResponse<String>>> sent = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            sent.add(HttpPoster.CLIENT.sendAsync(door.to("amazon-us-web")
                .header("Authorization", HttpPoster.basic("amazon", "geheim Größe"))
                .header("Idempotency-Key", "twins").POST(HttpRequest.BodyPublishers.ofString(file.text())).build(),
                HttpResponse.BodyHandlers.ofString()));
        }

        List<String> answers = sent.stream().map(CompletableFuture::join).map(r -> r.statusCode() + " " + r.body()).distinct().toList();

        assertThat(answers).singleElement().asString().startsWith("202 ");
        hub.awaitState("850", file.orders().get(0).po(), "DELIVERED");
        assertThat(hub.documents("850", file.orders().get(0).po())).hasSize(1);
    }

    @Test
    void whoIsNotKnownIsToldNothingAndNothingIsKept() throws Exception {
        long before = kept();

        HttpResponse<String> wrong = door.post(door.to("amazon-us-web")
                .header("Authorization", HttpPoster.basic("amazon", "wrong")), order().text());
        HttpResponse<String> none = door.post(door.to("amazon-us-web"), order().text());
        HttpResponse<String> unknown = door.post(door.to("amazon-us-nowhere"), order().text());
        HttpResponse<String> bearer = door.post(door.to("amazon-us-token")
                .header("Authorization", "Bearer wrong").header("Idempotency-Key", "x"),
            order().text());

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).doesNotContain("detail").contains("Unauthorized");
        assertThat(wrong.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic ");
        assertThat(none.statusCode()).isEqualTo(401);
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(bearer.statusCode()).isEqualTo(401);
        assertThat(kept()).isEqualTo(before);
    }

    @Test
    void duringAChangeOverBothSecretsAreRight() throws Exception {
        assertThat(door.post(door.to("amazon-us-web")
                .header("Authorization", HttpPoster.basic("amazon", "new")), order().text()).statusCode()).isEqualTo(202);
    }

    @Test
    void aTokenNeedsItsKeyAndTheAgreedContentType() throws Exception {
        String[] known = {"Authorization", "Bearer geheim Größe"};
        HttpResponse<String> plain = door.post(door.to("amazon-us-token").headers("authorization", "bearer  new"), "x");
        assertThat(plain.statusCode()).isEqualTo(401);

        Files.writeString(folder.resolve("data/secret"), "ascii-token");
        try {
            known[1] = "Bearer ascii-token";
            HttpResponse<String> wrongType = door.post(door.to("amazon-us-token").headers(known), order().text());
            HttpResponse<String> noKey = door.post(door.to("amazon-us-token").headers(known).header("Content-Type", X12), "ISA");
            HttpResponse<String> good = door.post(door.to("amazon-us-token").headers(known).header("Idempotency-Key", "t-1")
                .header("Content-Type", "Application/EDI-X12; x=y"), order().text());
            assertThat(wrongType.statusCode()).isEqualTo(415);
            assertThat(noKey.statusCode()).isEqualTo(400);
            assertThat(noKey.body()).contains("Idempotency-Key is missing");
            assertThat(good.statusCode()).isEqualTo(202);
        } finally {
            Files.writeString(folder.resolve("data/secret"), "geheim Größe\n");
        }
    }

    @Test
    void aSignatureCoversKeyTimeAndBody() throws Exception {
        String text = order().text();
        Instant now = Instant.now();
        long before = kept();

        assertThat(door.post(door.signed("m-1", now, text + " "), text).statusCode()).isEqualTo(401);
        assertThat(door.post(door.signed("m-1", now, text).setHeader("webhook-id", "m-2"), text).statusCode()).isEqualTo(401);
        assertThat(door.post(door.signed("m-1", now.minusSeconds(400), text), text).statusCode()).isEqualTo(401);
        assertThat(door.post(door.signed("m-1", now.plusSeconds(400), text), text).statusCode()).isEqualTo(401);
        assertThat(kept()).isEqualTo(before);

        HttpResponse<String> good = door.post(door.signed("m-1", now, text), text);
        HttpResponse<String> replayed = door.post(door.signed("m-1", now, text), text);
        assertThat(good.statusCode()).isEqualTo(200);
        assertThat(replayed.body()).isEqualTo(good.body());
        assertThat(rows("amazon-us-signed", "m-1")).hasSize(1);
        hub.clock().move(Duration.ofMinutes(10));
        try {
            assertThat(door.post(door.signed("m-1", now, text), text).statusCode()).isEqualTo(401);
        } finally {
            hub.clock().reset();
        }
    }

    @Test
    void whatCannotBeTakenIsSaidInWords() throws Exception {
        String[] known = {"Authorization", HttpPoster.basic("amazon", "geheim Größe")};
        long before = kept();
        HttpResponse<String> empty = door.web("");
        HttpResponse<String> large = door.web("ISA" + "x".repeat(30_000));
        HttpResponse<String> zipped = HttpPoster.CLIENT.send(door.to("amazon-us-web").headers(known).header("Content-Encoding", "gzip")
            .POST(HttpRequest.BodyPublishers.ofByteArray(HttpPoster.gzip(order().text()))).build(), HttpResponse.BodyHandlers.ofString());
        HttpResponse<String> falsely = door.web(order().text(), "Content-Encoding", "gzip");
        HttpResponse<String> key = door.web("x", "Idempotency-Key", "with blank");
        HttpResponse<String> get = HttpPoster.CLIENT.send(door.to("amazon-us-web").headers(known).GET().build(),
            HttpResponse.BodyHandlers.ofString());

        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(empty.body()).contains("The body is empty.");
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(large.body()).contains("more than 20000 bytes");
        assertThat(zipped.statusCode()).isEqualTo(415);
        assertThat(falsely.statusCode()).isEqualTo(415);
        assertThat(falsely.body()).isEqualTo(zipped.body()).contains("Content-Encoding gzip is not taken; send the document as it is.");
        assertThat(key.statusCode()).isEqualTo(400);
        assertThat(get.statusCode()).isEqualTo(405);
        assertThat(get.headers().firstValue("Allow")).hasValue("POST");
        assertThat(kept()).isEqualTo(before);
    }

    @Test
    void aBodyThatStopsOrIsCutKeepsNothingAndHoldsNobodyUp() throws Exception {
        long before = kept();
        String head = "POST /exchange/http/amazon-us-web HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + HttpPoster.basic("amazon", "new")
            + "\r\nContent-Length: 1000\r\n\r\nISA*00";
        InetAddress here = InetAddress.getLoopbackAddress();
        try (Socket slow = new Socket(here, door.port()); Socket cut = new Socket(here, door.port())) {
            HttpPoster.write(slow.getOutputStream(), head);
            HttpPoster.write(cut.getOutputStream(), head);
            cut.close();

            assertThat(door.web(order().text()).statusCode()).isEqualTo(202);

            slow.setSoTimeout(20_000);
            InputStream in = slow.getInputStream();
            assertThat(new String(in.readNBytes(12), StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 408");
        }
        SpineHub.patiently("nothing kept but the order").until(() -> kept() >= before + 1);
        try (Stream<Path> parts = Files.list(folder.resolve("data/archive/incoming"))) {
            assertThat(parts).isEmpty();
        }
    }

    @Test
    void sapsPortPostsAnIdocTwiceAndIsAnswered200BothTimes() throws Exception {
        OrderFiles.OrderFile file = order();
        WrittenOrder order = file.orders().get(0);
        door.web(file.text());
        hub.awaitState("850", order.po(), "DELIVERED");
        String idoc = new String(hub.idocs().write(true, List.of(Ordrsp.of(order, 700_001L))), StandardCharsets.UTF_8);
        HttpRequest.Builder sap = door.to("sap-push")
                .header("Authorization", HttpPoster.basic("sap", "geheim Größe")).header("Content-Type", "text/xml");

        HttpResponse<String> first = door.post(sap, idoc);
        HttpResponse<String> again = door.post(sap, idoc);
        HttpResponse<String> spaced = door.post(sap, idoc + "\n");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(spaced.statusCode()).isEqualTo(200);
        assertThat(hub.awaitToAmazon("*" + order.po() + "*")).contains("ST*855*");
        SpineHub.patiently("the repeat is dropped").until(() -> hub.jdbc().queryForList("select state from document where set_control = ?"
            + " order by id", String.class, SapIdocs.number(700_001L)), states -> states.contains("DROPPED"));
    }

    @Test
    void whoGuessesIsNotListenedToForAWhile() throws Exception {
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            answers.add(door.post(door.to("sap-push").header("Authorization", HttpPoster.basic("sap", "guess" + i)), "x").statusCode());
        }

        assertThat(answers.subList(0, 10)).containsOnly(401);
        assertThat(answers.get(10)).isEqualTo(429);
        hub.clock().move(Duration.ofMinutes(2));
        try {
            assertThat(door.post(door.to("sap-push")
                .header("Authorization", HttpPoster.basic("sap", "geheim Größe")), "x").statusCode()).isEqualTo(200);
        } finally {
            hub.clock().reset();
        }
    }
}
