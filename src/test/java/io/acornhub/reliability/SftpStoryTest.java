// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.acornhub.infoset.Node;
import io.acornhub.sftp.OpenSshServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** One order over SFTP to OpenSSH, as Amazon does it: fetched and deleted in one folder, put under its final name in another. */
class SftpStoryTest {
    private OpenSshServer server;
    private SpineHub hub;
    private Path download;
    private Path upload;

    @BeforeEach
    void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) throws IOException {
        assumeTrue(OpenSshServer.isInstalled(), "skipped: there is no OpenSSH server on this machine");
        server = OpenSshServer.start(folder.resolve("ssh"), 0);
        // where the other parts of the test look for Amazon's folders
        download = Files.createDirectories(folder.resolve("data/partners/amazon-us/inbox"));
        upload = Files.createDirectories(folder.resolve("data/partners/amazon-us/outbox"));
        Map<String, String> settings = SftpHome.login(server, server.port());
        settings.put("download", download.toString());
        settings.put("upload", upload.toString());
        settings.put("rename", "none");
        hub = new SpineHub(SftpHome.amazon(folder.resolve("home"), settings), folder.resolve("data"), List.of()).start();
    }

    @AfterEach
    void stop() {
        if (hub != null) {
            hub.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @Test
    void anOrderIsFetchedAndAnsweredShippedAndBilled() throws IOException {
        WrittenOrder order = WrittenOrder.of(7, 12, false, 100);
        hub.fromAmazon(OrderFiles.one(910_001, order));
        hub.awaitState("850", order.po(), "DELIVERED");
        assertThat(hub.awaitToAmazon("AK1*PO*")).contains("AK9*A*1*1*1");
        answered("ORDRSP", "855", order, Ordrsp.of(order, 1), 910_002);
        answered("DESADV", "856", order, Desadv.of(order, 2), 910_003);
        answered("INVOIC", "810", order, Invoic.of(order, 3), 910_004);

        SpineHub.patiently("everything fetched is deleted there").until(() -> names(download).isEmpty());
        assertThat(hub.jdbc().queryForList("select file_name from interchange where channel = 'amazon-us-folder'"
            + " and direction = 'INBOUND'", String.class)).hasSize(4).doesNotHaveDuplicates();
        assertThat(names(upload)).hasSize(4).noneMatch(name -> name.endsWith(".part"));
    }

    private void answered(String message, String set, WrittenOrder order, Node idoc, long control) {
        hub.fromSap(message + ".idoc", hub.idocs().write(false, List.of(idoc)));
        hub.awaitState(message, order.po(), "SENT");
        String sent = hub.awaitToAmazon("ST*" + set + "*");
        String group = sent.split("GS\\*")[1].split("\\*")[5];
        hub.fromAmazon("997-" + control + ".edi", AmazonFiles.acknowledgment(control, sent.contains("*005010~") ? AmazonFiles.LATER
            : AmazonFiles.FIRST, sent.split("GS\\*")[1].split("\\*")[0], group, set, sent.split("ST\\*" + set + "\\*")[1]
            .split("[~*]")[0], "A"));
        hub.awaitDocument(message, order.po(), row -> "green".equals(row.get("acknowledged_light")));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
