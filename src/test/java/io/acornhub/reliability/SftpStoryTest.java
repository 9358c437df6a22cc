// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.Session;
import io.acornhub.HubHome;
import io.acornhub.channel.sftp.SftpServer;
import io.acornhub.infoset.Node;
import io.acornhub.routing.internal.transfer.SftpServerHost;
import io.acornhub.sftp.OpenSshServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
    private Path forwarded;

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
        forwarded = Files.createDirectories(server.root().resolve("sap/in"));
        Map<String, String> toSap = SftpHome.login(server, server.port());
        toSap.put("upload", "sap/in");
        HubHome home = SftpHome.amazon(folder.resolve("home"), settings);
        Files.writeString(home.folder().resolve("config/erp/sap.yaml"), "channels:\n" + SftpHome.channel("forward", toSap)
            + "  - name: push\n    type: sftp-server\n    settings: {user: sap, password: \"file:sap-password\", inbox: erp/push/inbox}\n",
            StandardOpenOption.APPEND);
        Files.writeString(folder.resolve("data/sap-password"), "sap-secret-1");
        hub = new SpineHub(home, folder.resolve("data"), List.of("acorn.sftp-server.enabled=true", "acorn.sftp-server.port=0",
            "acorn.sftp-server.address=127.0.0.1")).start();
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
    void anOrderIsFetchedAndAnsweredShippedAndBilled() throws Exception {
        WrittenOrder order = WrittenOrder.of(7, 12, false, 100);
        hub.fromAmazon(OrderFiles.one(910_001, order));
        hub.awaitState("850", order.po(), "DELIVERED");
        assertThat(hub.awaitToAmazon("AK1*PO*")).contains("AK9*A*1*1*1");
        answered("ORDRSP", "855", order, Ordrsp.of(order, 1), 910_002);
        answered("DESADV", "856", order, Desadv.of(order, 2), 910_003);
        answered("INVOIC", "810", order, Invoic.of(order, 3), 910_004);
        SpineHub.patiently("SAP's files are on its server").until(() -> names(forwarded).stream()
            .anyMatch(name -> name.contains("ORDERS_" + order.po())));
        SpineHub.patiently("and no more here").until(() -> names(hub.data().resolve("erp/sap/outbox")).stream()
            .allMatch(name -> name.startsWith(".")));
        assertThat(names(forwarded)).noneMatch(name -> name.endsWith(".part")).doesNotHaveDuplicates();

        SpineHub.patiently("everything fetched is deleted there").until(() -> names(download).isEmpty());
        assertThat(hub.jdbc().queryForList("select file_name from interchange where channel = 'amazon-us-folder'"
            + " and direction = 'INBOUND'", String.class)).hasSize(4).doesNotHaveDuplicates();
        assertThat(names(upload)).hasSize(4).noneMatch(name -> name.endsWith(".part"));
    }

    private void answered(String message, String set, WrittenOrder order, Node idoc, long control) throws Exception {
        push(message + ".idoc", hub.idocs().write(false, List.of(idoc)));
        hub.awaitState(message, order.po(), "SENT");
        String sent = hub.awaitToAmazon("ST*" + set + "*");
        String group = sent.split("GS\\*")[1].split("\\*")[5];
        hub.fromAmazon("997-" + control + ".edi", AmazonFiles.acknowledgment(control, sent.contains("*005010~") ? AmazonFiles.LATER
            : AmazonFiles.FIRST, sent.split("GS\\*")[1].split("\\*")[0], group, set, sent.split("ST\\*" + set + "\\*")[1]
            .split("[~*]")[0], "A"));
        hub.awaitDocument(message, order.po(), row -> "green".equals(row.get("acknowledged_light")));
    }

    /** As SAP does it: to the server inside the hub. */
    private void push(String name, byte[] content) throws Exception {
        SftpServer own = hub.bean(SftpServerHost.class).server();
        JSch jsch = new JSch();
        jsch.setKnownHosts(new ByteArrayInputStream(("[127.0.0.1]:" + own.port() + " " + own.hostKey() + "\n")
            .getBytes(StandardCharsets.US_ASCII)));
        Session session = jsch.getSession("sap", "127.0.0.1", own.port());
        session.setPassword("sap-secret-1");
        session.connect(10_000);
        ChannelSftp files = (ChannelSftp) session.openChannel("sftp");
        files.connect(10_000);
        files.put(new ByteArrayInputStream(content), "/inbox/" + name);
        session.disconnect();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
