// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.acornhub.HubProcess;
import io.acornhub.peers.As2Sent;
import io.acornhub.peers.As2Terms;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** A hub that is killed while it takes messages: whoever has a receipt was heard, and whoever has none sends again without harm. */
class As2KillTest {
    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final int MESSAGES = 12;

    @Test
    void aKillBetweenCommitAndAnswerLosesNothingAndDoublesNothing(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) throws Exception {
        try (As2Desk desk = new As2Desk(folder).agree(java.util.Map.of()); HubProcess hub = hub(desk, folder)) {
            List<WrittenOrder> orders = IntStream.range(0, MESSAGES).mapToObj(n -> WrittenOrder.of(3, 610_000 + n, false)).toList();
            start(desk, hub);
            // one whose receipt was made and committed, and then the hub is gone before its sender has it
            desk.toHub.loseAnswers(1);
            send(desk, orders.get(0), 0);
            As2Tap.Message unheard = desk.toHub.messages().get(0);
            assertThat(unheard.status()).isEqualTo(200);
            List<CompletableFuture<As2Sent>> sends = IntStream.range(1, MESSAGES).mapToObj(n -> CompletableFuture.supplyAsync(() ->
                send(desk, orders.get(n), n))).toList();
            SpineHub.patiently("some receipts").until(() -> desk.toHub.messages().size() >= 3);
            hub.kill9();
            List<As2Sent> sent = sends.stream().map(CompletableFuture::join).toList();
            start(desk, hub);
            String lost = mdn(desk, unheard);
            assertThat(lost).contains("; processed");
            assertThat(mdn(desk, unheard)).isEqualTo(lost);
            again(desk, orders, sent);
            SpineHub.patiently("all at SAP").until(() -> orders.stream().allMatch(o -> orderFiles(desk, o) == 1));
            hub.stop();
            count(desk, orders);
        }
    }

    private static HubProcess hub(As2Desk desk, Path folder) {
        List<String> settings = new ArrayList<>(KillRun.quick(desk.data()));
        settings.add("logging.level.org.springframework.boot.web.embedded.tomcat=info");
        return new HubProcess("hub", desk.home().folder(), folder, settings);
    }

    private static void start(As2Desk desk, HubProcess hub) {
        hub.start().awaitReady();
        Matcher port = PORT.matcher(hub.ownLog());
        assertThat(port.find()).isTrue();
        desk.at("http://127.0.0.1:" + port.group(1));
    }

    private static As2Sent send(As2Desk desk, WrittenOrder order, int number) {
        OrderFiles.OrderFile file = OrderFiles.one(810_000L + number, order);
        return desk.partner.send(As2Desk.HUB, desk.toHub.url(), As2Terms.USUAL, file.name(),
            file.text().getBytes(StandardCharsets.US_ASCII));
    }

    private static String mdn(As2Desk desk, As2Tap.Message message) {
        HttpResponse<byte[]> answer = As2Tap.post(desk.hubUrl(), message.headers(), message.body());
        assertThat(answer.statusCode()).isEqualTo(200);
        return new String(answer.body(), StandardCharsets.ISO_8859_1);
    }

    /** What has no receipt is sent again as its sender would: the same bytes where they are known, else anew. */
    private static void again(As2Desk desk, List<WrittenOrder> orders, List<As2Sent> sent) {
        for (int n = 1; n < MESSAGES; n++) {
            As2Sent first = sent.get(n - 1);
            if (!first.receipted()) {
                assertThat(desk.toHub.requests()).anyMatch(m -> first.messageId().equals(m.header("Message-ID")));
                As2Tap.Message bytes = desk.toHub.requests().stream().filter(m -> first.messageId().equals(m.header("Message-ID")))
                    .findFirst().orElseThrow();
                assertThat(mdn(desk, bytes)).contains("; processed");
            }
        }
    }

    private static int orderFiles(As2Desk desk, WrittenOrder order) {
        String[] names = desk.data().resolve("erp/sap/outbox").toFile().list((folder, name) -> name.contains("ORDERS_" + order.po() + "_"));
        return names == null ? 0 : names.length;
    }

    private static void count(As2Desk desk, List<WrittenOrder> orders) {
        try (HikariDataSource pool = KillRun.database(desk.data())) {
            JdbcTemplate jdbc = new JdbcTemplate(pool);
            for (WrittenOrder order : orders) {
                assertThat(jdbc.queryForObject("select count(*) from document where message = '850' and business_key = ?", Integer.class,
                    order.po())).as(order.po()).isOne();
            }
            assertThat(jdbc.queryForObject("select count(*) from as2_message where direction = 'INBOUND' and state = 'TAKEN' "
                + "and own_id = ?", Integer.class, As2Desk.HUB)).isEqualTo(MESSAGES);
        }
    }
}
