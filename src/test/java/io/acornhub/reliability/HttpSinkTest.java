// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.HubHome;
import io.acornhub.PostServer;
import io.acornhub.PostServer.Post;
import io.acornhub.PostServer.Reply;
import io.acornhub.SapServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** What the hub posts: answers to a partner and documents to SAP, when the other side is there, busy, wrong, cut off or down. */
class HttpSinkTest {
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path folder;
    private static final Deque<Reply> FAULTS = new ConcurrentLinkedDeque<>();
    private static final PostServer PARTNER = new PostServer(HttpSinkTest::reply).start();
    private static final SapServer SAP = new SapServer().start();
    private static SpineHub hub;
    private static int number;

    private static Reply reply(Post post) {
        Reply fault = FAULTS.poll();
        return fault == null ? Reply.of(202, "") : fault;
    }

    @BeforeAll
    static void startHub() throws IOException {
        HubHome home = HubHome.copy(folder.resolve("home")).replace("config/partners/amazon-us.yaml", "\nchannels:\n", """

            channels:
              - name: web
                type: http
                settings: {url: "%s", outAuth: hmac, outSecret: "file:secret", timeout: PT5S, retryUnknown: "false"}
            """.formatted(PARTNER.url("/in"))).replace("config/partners/amazon-us.yaml",
                "bundle: x12/004010/order-acknowledgment-855\n    channel: folder", "bundle: x12/004010/order-acknowledgment-855\n"
                + "    channel: web").replace("config/erp/sap.yaml", "adapter: idoc\nsettings:\n", """
            adapter: idoc-http
            settings:
              url: "%s"
              client: "100"
              user: ACORN
              password: "file:sap"
              mode: plain
            """.formatted(SAP.url())).replace("config/erp/sap.yaml", "  outbox: erp/sap/outbox\n", "");
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("secret"), "shared secret");
        Files.writeString(data.resolve("sap"), "sap secret");
        hub = new SpineHub(home, data, List.of("acorn.retry.longest=PT2S")).start();
    }

    @AfterAll
    static void stopAll() {
        hub.close();
        PARTNER.close();
        SAP.close();
    }

    /** An order that SAP has got. */
    private static WrittenOrder delivered() {
        WrittenOrder order = posted();
        hub.awaitState("850", order.po(), "DELIVERED");
        return order;
    }

    private static WrittenOrder posted() {
        number++;
        OrderFiles.OrderFile file = OrderFiles.one(600_000L + number, WrittenOrder.of(6, number, false));
        hub.fromAmazon(file);
        return file.orders().get(0);
    }

    private static void answer(WrittenOrder order) {
        number++;
        hub.fromSap("ORDRSP_" + number + ".idoc", hub.idocs().write(true, List.of(Ordrsp.of(order, 800_000L + number))));
    }

    private static List<Post> answers(WrittenOrder order) {
        return PARTNER.posts().stream().filter(post -> post.body().contains("*" + order.po() + "*")).toList();
    }

    private static List<String> idocs(WrittenOrder order) {
        return SAP.idocs().stream().filter(idoc -> idoc.contains("<BELNR>" + order.po() + "</BELNR>")).toList();
    }

    private static List<Map<String, Object>> parked(Object subject) {
        return hub.jdbc().queryForList("select text from parked where subject = ? and replayed_at is null", subject);
    }

    private static String awaitParked(Object subject) {
        return SpineHub.patiently("parked").until(() -> parked(subject), rows -> rows.size() == 1).get(0).get("text").toString();
    }

    @Test
    void anAnswerIsPostedOnceWithItsKeyAndSignature() {
        WrittenOrder order = delivered();

        answer(order);

        Map<String, Object> sent = hub.awaitState("ORDRSP", order.po(), "SENT");
        Post post = answers(order).get(0);
        assertThat(answers(order)).hasSize(1);
        assertThat(post.header("idempotency-key")).isEqualTo(sent.get("outgoing_id")).isEqualTo(post.header("webhook-id"));
        assertThat(post.header("webhook-signature")).startsWith("v1,");
        assertThat(post.header("content-type")).isEqualTo("application/edi-x12");
        assertThat(post.body()).startsWith("ISA*").contains("ST*855*");
        assertThat(sent).containsEntry("delivered_light", "green");
    }

    @Test
    void aReceiverThatIsDownAndThenBusyGetsItWhenItIsBack() {
        WrittenOrder order = delivered();
        PARTNER.down();
        answer(order);
        String interchange = (String) hub.awaitDocument("ORDRSP", order.po(), row -> row.get("outgoing_id") != null).get("outgoing_id");
        SpineHub.patiently("an attempt has failed").until(() -> !hub.jdbc().queryForList(
            "select 1 from event where subject = ? and what = 'failed'", interchange).isEmpty());

        FAULTS.add(new Reply(503, "busy", Map.of("Retry-After", "1")));
        PARTNER.start();

        hub.awaitState("ORDRSP", order.po(), "SENT");
        assertThat(answers(order)).hasSize(2).extracting(post -> post.header("idempotency-key")).containsOnly(interchange);
    }

    @Test
    void whatIsRefusedIsParkedAtOnceWithTheWordsOfTheAnswerAndGoesWhenItIsReplayed() {
        WrittenOrder order = delivered();
        FAULTS.add(Reply.of(400, "unknown vendor code"));
        answer(order);
        Object interchange = hub.awaitDocument("ORDRSP", order.po(), row -> row.get("outgoing_id") != null).get("outgoing_id");

        assertThat(awaitParked(interchange)).contains("refused", "400 unknown vendor code", "replay it").doesNotContain("shared secret");
        hub.interventions().replay((String) interchange, "tester");

        hub.awaitState("ORDRSP", order.po(), "SENT");
        assertThat(answers(order)).hasSize(2);
    }

    @Test
    void anOutcomeThatNobodyKnowsWaitsForAPersonWhereTheReceiverCannotTellRepeats() {
        WrittenOrder order = delivered();
        FAULTS.add(Reply.CUT);
        answer(order);
        Object interchange = hub.awaitDocument("ORDRSP", order.po(), row -> row.get("outgoing_id") != null).get("outgoing_id");

        assertThat(awaitParked(interchange)).contains("Nobody knows whether", "Ask them");
        assertThat(answers(order)).hasSize(1);
        hub.interventions().replay((String) interchange, "tester");

        hub.awaitState("ORDRSP", order.po(), "SENT");
        assertThat(answers(order)).hasSize(2);
    }

    @Test
    void sapMakesOneIdocThoughItsFirstAnswerIsLostAndAPersonDecides() {
        WrittenOrder fine = delivered();
        assertThat(idocs(fine)).singleElement().asString().contains("<ARCKEY>850:amazon-us:");
        SAP.next(SapServer.Fault.BUSY, SapServer.Fault.CUT_AFTER_STORING);

        WrittenOrder order = posted();
        String id = (String) hub.awaitDocument("850", order.po(), row -> parked(row.get("id")).size() == 1).get("id");

        assertThat(awaitParked(id)).contains("Nobody knows whether", "WE05", "ARCKEY 850:amazon-us:");
        assertThat(idocs(order)).hasSize(1);
        assertThat(hub.jdbc().queryForObject("select status from delivery where document_id = ? and erp_system = 'sap'", String.class, id))
            .isEqualTo("PARKED");
        assertThat(hub.interventions().arrived(id, "tester", "IDoc 100017 in WE05").done()).isTrue();
        assertThat(hub.awaitState("850", order.po(), "DELIVERED")).containsEntry("delivered_light", "green");
        assertThat(parked(id)).isEmpty();
        assertThat(idocs(order)).hasSize(1);
    }
}
