// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.S3Server;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Orders and answers exchanged by a bucket, through a hub that keeps its archive in another. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class S3FlowTest {
    private static final AtomicInteger NUMBER = new AtomicInteger(300);
    private S3Peer peer;
    private SpineHub hub;
    private Path folder;

    @BeforeAll
    void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path temporary) {
        folder = temporary;
        peer = new S3Peer(new S3Server(folder.resolve("s3")).makeBucket(S3Peer.BUCKET).makeBucket(S3Peer.ARCHIVE));
        Path data = folder.resolve("data");
        S3Peer.keys(data);
        int port = peer.server().port();
        hub = new SpineHub(S3Peer.home(folder.resolve("home"), port), data, Stream.concat(S3Peer.archive(port).stream(),
            Stream.of("acorn.flow.largest=1000000")).toList()).start();
    }

    @AfterAll
    void stop() {
        if (hub != null) {
            hub.close();
        }
        if (peer != null) {
            peer.close();
        }
    }

    private static WrittenOrder order() {
        return WrittenOrder.of(3, NUMBER.incrementAndGet(), false);
    }

    private static long control() {
        return 700_000L + NUMBER.incrementAndGet();
    }

    private void answer(WrittenOrder order) {
        peer.drop("sap/idocs/ORDRSP_" + order.po() + ".idoc", hub.idocs().write(false, List.of(Ordrsp.of(order, control()))));
    }

    @Test
    void anOrderAndItsAnswerPassThroughTheBucketAndTheArchiveHoldsThem() throws Exception {
        WrittenOrder order = order();
        OrderFiles.OrderFile file = OrderFiles.one(control(), order);
        peer.drop("amazon/in/850.edi", file);
        hub.awaitState("850", order.po(), "DELIVERED");
        peer.awaitToAmazon("AK1*PO*" + file.groups().get(0));
        SpineHub.patiently("moved").until(() -> peer.keys("amazon/in/850.edi").isEmpty());
        assertThat(peer.texts("amazon/in/done/")).containsValue(file.text());
        answer(order);
        String sent = peer.awaitToAmazon("*" + order.po() + "*");
        assertThat(sent).contains("ST*855*");
        hub.awaitState("ORDRSP", order.po(), "SENT");
        SpineHub.patiently("IDoc gone").until(() -> peer.keys("sap/idocs/").isEmpty());
        String group = sent.split("GS\\*")[1].split("\\*")[5];
        long own = control();
        peer.drop("amazon/in/997-" + own + ".edi", FakeAmazon.acknowledgment(own, group, "0001", "A"));
        hub.awaitState("ORDRSP", order.po(), "CLOSED");
        assertThat(hub.data().resolve("archive")).doesNotExist();
        assertThat(peer.containing("amazon/out/", "*" + order.po() + "*")).hasSize(1);
    }

    @Test
    void namesThatLookLikePathsAreOnlyNames() throws Exception {
        List<String> keys = List.of("amazon/in/deep/er/x.edi", "amazon/in/..\\..\\..\\evil.edi", "amazon/in/%2e%2e%2fevil.edi",
            "amazon/in/C:evil.edi");
        for (String key : keys) {
            WrittenOrder order = order();
            peer.drop(key, OrderFiles.one(control(), order));
            hub.awaitState("850", order.po(), "DELIVERED");
        }
        assertThat(hub.jdbc().queryForList("select file_name from interchange", String.class)).noneMatch(n -> n.contains("/")
            || n.contains("\\")).contains("x.edi", "evil.edi");
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.filter(f -> !f.startsWith(folder.resolve("s3"))).map(f -> f.getFileName().toString()))
                .noneMatch(name -> name.contains("evil"));
        }
    }

    @Test
    void anObjectThatIsTooLargeStaysAndKeepsNoOtherWaiting() {
        peer.drop("amazon/in/a-large.edi", new byte[1_000_001]);
        WrittenOrder order = order();
        peer.drop("amazon/in/b-small.edi", OrderFiles.one(control(), order));
        hub.awaitState("850", order.po(), "DELIVERED");
        assertThat(peer.keys("amazon/in/a-large.edi")).hasSize(1);
    }

    @Test
    void anotherObjectUnderTheNameIsNotOverwrittenAndTheSameCountsAsDone() {
        WrittenOrder order = order();
        peer.drop("amazon/in/first.edi", OrderFiles.one(control(), order));
        hub.awaitState("850", order.po(), "DELIVERED");
        String next = hub.jdbc().queryForObject("select max(control_number) from interchange where direction = 'OUTBOUND'", String.class);
        String key = "amazon/out/amazon-us-" + String.format("%09d", Long.parseLong(next) + 1) + "-855.edi";
        peer.drop(key, "something else".getBytes(StandardCharsets.US_ASCII));
        answer(order);
        SpineHub.patiently("refused").until(() -> hub.jdbc().queryForObject("select count(*) from event where what = 'failed'"
            + " and detail like '%holds another object%'", Integer.class) > 0);
        assertThat(peer.texts(key)).containsValue("something else");
        peer.delete(key);
        peer.awaitToAmazon("*" + order.po() + "*");
        hub.awaitState("ORDRSP", order.po(), "SENT");
    }

    @Test
    void aServerThatIsDownForAWhileLosesNothingAndDoublesNothing() {
        WrittenOrder order = order();
        OrderFiles.OrderFile file = OrderFiles.one(control(), order);
        peer.drop("amazon/in/before.edi", file);
        hub.awaitState("850", order.po(), "DELIVERED");
        peer.server().close();
        String name = "ORDRSP_" + order.po() + ".idoc";
        hub.fromSap(name, hub.idocs().write(false, List.of(Ordrsp.of(order, control()))));
        SpineHub.patiently("claimed and given back").until(() -> {
            try (Stream<Path> inbox = Files.list(hub.data().resolve("erp/sap/inbox"))) {
                return inbox.anyMatch(f -> f.getFileName().toString().endsWith("~" + name));
            }
        });
        peer.server().start();
        peer.awaitToAmazon("*" + order.po() + "*");
        hub.awaitState("ORDRSP", order.po(), "SENT");
        assertThat(peer.containing("amazon/out/", "*" + order.po() + "*")).hasSize(1);
        assertThat(hub.documents("ORDRSP", order.po())).hasSize(1);
    }
}
