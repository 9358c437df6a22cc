// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.HubHome;
import io.acornhub.HubProcess;
import io.acornhub.S3Server;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A hub that lives on buckets, archive and all, is killed in the middle: each order and each answer arrives exactly once. */
class S3KillTest {
    private static final int ORDERS = 12;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void nothingIsLostAndNothingComesTwiceThoughTheHubIsKilledWhileItTakesAndWhileItPuts() {
        S3Server server = new S3Server(folder.resolve("s3")).makeBucket(S3Peer.BUCKET).makeBucket(S3Peer.ARCHIVE);
        Path data = folder.resolve("data");
        S3Peer.keys(data);
        HubHome home = S3Peer.home(folder.resolve("home"), server.port());
        List<String> settings = Stream.concat(KillRun.quick(data).stream(), S3Peer.archive(server.port()).stream()).toList();
        List<OrderFiles.OrderFile> files = IntStream.range(0, ORDERS).mapToObj(i -> OrderFiles.one(500_001L + i,
            WrittenOrder.of(9, i + 1, false))).toList();
        try (S3Peer peer = new S3Peer(server); HubProcess hub = new HubProcess("hub", home.folder(), folder, settings)) {
            files.forEach(file -> peer.drop("amazon/in/" + file.name(), file));
            hub.start();
            patiently("the first answers").until(() -> peer.keys("amazon/out/").size() >= 2);
            hub.kill9();
            hub.start();
            patiently("every 997").until(() -> peer.keys("amazon/out/").size() >= ORDERS);
            SapIdocs idocs = new SapIdocs(home.folder());
            files.forEach(file -> peer.drop("sap/idocs/" + file.control() + ".idoc",
                idocs.write(false, List.of(Ordrsp.of(file.orders().get(0), file.control())))));
            patiently("every 855").until(() -> peer.keys("amazon/out/").size() >= 2 * ORDERS && peer.keys("sap/idocs/").isEmpty());
            Standstill still = new Standstill(() -> peer.keys("amazon/").size() * 1000 + toSap(data).size());
            patiently("quiet").until(() -> still.lasts(Duration.ofSeconds(3)));
            List<String> out = new ArrayList<>(peer.texts("amazon/out/").values());
            for (OrderFiles.OrderFile file : files) {
                String po = file.orders().get(0).po();
                assertThat(out).filteredOn(text -> text.contains("AK1*PO*" + file.groups().get(0))).as("997 of " + po).hasSize(1);
                assertThat(out).filteredOn(text -> text.contains("ST*855*") && text.contains("*" + po + "*")).as("855 of " + po).hasSize(1);
                assertThat(toSap(data)).filteredOn(name -> name.contains("ORDERS_" + po + "_")).as("ORDERS of " + po).hasSize(1);
            }
            assertThat(out).hasSize(2 * ORDERS);
            assertThat(peer.keys("amazon/in/")).hasSize(ORDERS).allMatch(key -> key.startsWith("amazon/in/done/"));
        }
    }

    private static List<String> toSap(Path data) {
        String[] names = data.resolve("erp/sap/outbox").toFile().list((dir, name) -> name.contains("ORDERS_"));
        return names == null ? List.of() : List.of(names);
    }

    private static org.awaitility.core.ConditionFactory patiently(String what) {
        return Awaitility.await(what).pollInterval(Duration.ofMillis(100)).atMost(Duration.ofSeconds(120));
    }
}
