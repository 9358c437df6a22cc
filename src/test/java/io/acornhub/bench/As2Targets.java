// SPDX-License-Identifier: Apache-2.0
package io.acornhub.bench;

import io.acornhub.HubHome;
import io.acornhub.HubProcess;
import io.acornhub.peers.As2Partnership;
import io.acornhub.peers.As2Terms;
import io.acornhub.peers.OpenAs2;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** The servers that {@link As2Benchmark} posts to, each a process with the same Java options, identifiers and keys. */
final class As2Targets implements AutoCloseable {
    static final String HUB = "hub";
    static final String OPEN_AS2 = "OpenAS2";
    private static final List<String> JAVA = List.of("-Xmx1g");
    private final boolean receiveOnly;
    private final int port = freePort();
    private final Path data;
    private final OpenAs2 open;
    private final HubProcess hub;

    /**
     * @param receiveOnly whether the hub keeps what it received in its queue, so that only receiving is measured
     * @param hubOption for the hub's Java, null for none
     * @param hubSettings of the hub, beside those it needs
     */
    As2Targets(Path folder, As2Partnership keys, boolean receiveOnly, String hubOption, List<String> hubSettings) throws IOException {
        this.receiveOnly = receiveOnly;
        data = folder.resolve("data");
        HubHome home = HubHome.copy(folder.resolve("home"));
        if (receiveOnly) {
            home.replace("routes/pipeline/inbound-identify.yaml", "    id: inbound-identify\n",
                "    id: inbound-identify\n    autoStartup: false\n");
        }
        keys.write(home, data, null, Map.of());
        List<String> java = new ArrayList<>(JAVA);
        if (hubOption != null) {
            java.add(hubOption);
        }
        List<String> settings = new ArrayList<>(List.of("acorn.data=" + data, "server.port=" + port, "logging.level.io.acornhub=warn",
            "logging.level.io.acornhub.HubApplication=info"));
        settings.addAll(hubSettings);
        hub = new HubProcess("hub", home.folder(), folder, settings).java(java);
        open = new OpenAs2(folder.resolve("open"), As2Partnership.HUB, keys.hub()).jvm(JAVA.toArray(String[]::new))
            .knows(As2Partnership.AMAZON, keys.amazon().certificate())
            .sendsTo(As2Partnership.HUB, As2Partnership.AMAZON, "http://127.0.0.1:1/", As2Terms.USUAL);
    }

    As2Targets start() {
        open.start();
        hub.start().awaitReady();
        return this;
    }

    /** By name. */
    Map<String, String> urls() {
        Map<String, String> urls = new LinkedHashMap<>();
        urls.put(HUB, "http://127.0.0.1:" + port + "/exchange/as2");
        urls.put(OPEN_AS2, open.url());
        return urls;
    }

    /** The processor time that a target has used. */
    Duration cpu(String target) {
        return HUB.equals(target) ? hub.cpu() : open.cpu();
    }

    /** Waits until the hub has brought its orders to the ERP, so that the next does not share the machine with it. */
    void settle(String target) {
        if (!HUB.equals(target) || receiveOnly) {
            return;
        }
        int[] last = {-1};
        Awaitility.await().pollInterval(Duration.ofSeconds(2)).atMost(Duration.ofMinutes(10)).until(() -> {
            int before = last[0];
            try (Stream<Path> files = Files.list(data.resolve("erp/sap/outbox"))) {
                last[0] = (int) files.count();
            }
            return last[0] == before;
        });
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        hub.close();
        open.close();
    }
}
