// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.acornhub.HubHome;
import io.acornhub.sftp.CuttingProxy;
import io.acornhub.sftp.MinaSftpServer;
import io.acornhub.sftp.OpenSshServer;
import io.acornhub.sftp.SftpTestServer;
import io.acornhub.sftp.SshKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong between the hub and an SFTP server (OpenSSH where there is one): nothing is lost and nothing doubled. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SftpFaultsTest {
    private static final int SIZE = 400_000;
    private final Random random = new Random(5);
    private SftpTestServer server;
    /** Never down, so that all that is wrong with it is its key. */
    private SftpTestServer unknown;
    private MinaSftpServer stubborn;
    private CuttingProxy down;
    private CuttingProxy up;
    private CuttingProxy upAtOnce;
    private SpineHub hub;
    private Path log;

    @BeforeAll
    void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) throws IOException {
        server = SftpTestServer.any(folder.resolve("ssh"));
        unknown = SftpTestServer.any(folder.resolve("unknown"));
        stubborn = MinaSftpServer.start(folder.resolve("mina"));
        down = new CuttingProxy(server.port());
        up = new CuttingProxy(server.port());
        upAtOnce = new CuttingProxy(server.port());
        HubHome home = HubHome.copy(folder.resolve("home"));
        partner(home, "down", SftpHome.login(server, down.port()), Map.of("download", "down"));
        partner(home, "up", SftpHome.login(server, up.port()), Map.of("upload", "up"));
        partner(home, "once", SftpHome.login(server, upAtOnce.port()), Map.of("upload", "once", "rename", "none"));
        partner(home, "grows", SftpHome.login(server, server.port()), Map.of("download", "grows", "settle", "PT1.5S",
            "afterDownload", "move:done"));
        partner(home, "stranger", SftpHome.login(unknown, unknown.port()), Map.of("download", "stranger", "hostKey",
            SshKeys.line(SshKeys.pair("EC"))));
        Map<String, String> byPassword = SftpHome.login(stubborn, stubborn.port());
        byPassword.remove("key");
        Files.writeString(folder.resolve("password"), MinaSftpServer.PASSWORD);
        partner(home, "stubborn", byPassword, Map.of("download", "stubborn", "password", "file:" + folder.resolve("password")));
        for (String name : List.of("down", "up", "once", "grows", "grows/done")) {
            Files.createDirectories(server.root().resolve(name));
        }
        Files.createDirectories(unknown.root().resolve("stranger"));
        Files.createDirectories(stubborn.root().resolve("stubborn"));
        hub = new SpineHub(home, folder.resolve("data"), List.of("logging.file.name=" + folder.resolve("hub.log"))).start();
        log = folder.resolve("hub.log");
    }

    private static void partner(HubHome home, String name, Map<String, String> login, Map<String, String> more) {
        login.putAll(more);
        SftpHome.partner(home, name, login);
    }

    @AfterAll
    void stop() {
        for (AutoCloseable part : new AutoCloseable[] {hub, down, up, upAtOnce, server, unknown, stubborn}) {
            try {
                if (part != null) {
                    part.close();
                }
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private byte[] content() {
        byte[] content = new byte[SIZE];
        random.nextBytes(content);
        return content;
    }

    private static void drop(Path folder, String name, byte[] content) throws IOException {
        Path part = Files.write(folder.resolve(name + ".part"), content);
        Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private List<Map<String, Object>> received(String partner) {
        return hub.jdbc().queryForList("select file_name, size_bytes, sha256 from interchange where counterpart = ? order by id", partner);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aFetchThatIsCutAnywhereTakesEachFileOnce() throws IOException {
        Path folder = server.root().resolve("down");
        List<Integer> points = List.of(500, 3_000, 20_000, 200_000, SIZE + 2_000, SIZE + 6_000);
        for (int i = 0; i < points.size(); i++) {
            int cuts = down.cuts();
            down.cutAfterReceived(points.get(i));
            drop(folder, "850-" + i + ".edi", content());
            SpineHub.patiently("file " + i + " is fetched and gone").until(() -> names(folder).isEmpty());
            SpineHub.patiently("the cut").until(() -> down.cuts() > cuts);
        }
        assertThat(received("down")).filteredOn(row -> row.get("file_name").toString().startsWith("850-"))
            .hasSize(points.size()).allMatch(row -> row.get("size_bytes").equals((long) SIZE));
    }

    @Test
    void anUploadThatIsCutAnywhereAppearsOnce() throws IOException {
        cutAndTaken("up", up, List.of(500, 3_000, 100_000, SIZE, SIZE + 4_000, SIZE + 8_000));
        assertThat(hub.jdbc().queryForObject("select count(*) from remote_attempt", Integer.class)).isZero();
    }

    @Test
    void anUploadUnderItsFinalNameGoesAgainWhereItsEndIsUnknown() throws IOException {
        cutAndTaken("once", upAtOnce, List.of(3_000, 100_000, SIZE + 4_000));
        assertThat(hub.jdbc().queryForList("select detail from event where what = 'sent' and detail like '%once-%'", String.class))
            .anyMatch(words -> words.contains("the same name and bytes again") || words.contains("found there with the same name"));
    }

    private void cutAndTaken(String partner, CuttingProxy proxy, List<Integer> points) throws IOException {
        Path folder = server.root().resolve(partner);
        for (int i = 0; i < points.size(); i++) {
            int cuts = proxy.cuts();
            proxy.cutAfterSent(points.get(i));
            byte[] content = content();
            String name = partner + "-" + i + ".edi";
            String id = hub.send(partner, "sftp", name, content);
            SpineHub.patiently(name + " is sent").until(() -> hub.jdbc().queryForObject("select status from interchange where id = ?",
                String.class, id), "SENT"::equals);
            assertThat(names(folder)).as("cut after %d bytes", points.get(i)).containsExactly(name);
            assertThat(folder.resolve(name)).hasBinaryContent(content);
            assertThat(proxy.cuts()).as("cut after %d bytes", points.get(i)).isLessThanOrEqualTo(cuts + 1);
            Files.delete(folder.resolve(name));
        }
        assertThat(proxy.cuts()).isGreaterThanOrEqualTo(points.size() - 2);
        assertThat(names(folder)).isEmpty();
    }

    @Test
    void aGrowingFileIsTakenWholeAndMovedAndOddNamesHurtNobody() throws IOException {
        Path folder = server.root().resolve("grows");
        Files.writeString(folder.resolve("kept.txt.tmp"), "unfinished");
        Files.writeString(folder.resolve("*"), "a pattern to some");
        Path file = folder.resolve("slow .edi");
        List<Integer> parts = new ArrayList<>(List.of(1, 2, 3, 4));
        SpineHub.patiently("the writer").pollInterval(Duration.ofMillis(500)).until(() -> {
            Files.writeString(file, "part " + parts.remove(0) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return parts.isEmpty();
        });
        Files.write(folder.resolve("empty.edi"), new byte[0]);
        SpineHub.patiently("both are moved").until(() -> names(folder.resolve("done")).size() == 2);
        assertThat(names(folder)).containsExactly("*", "kept.txt.tmp");
        assertThat(names(folder.resolve("done"))).allMatch(name -> name.matches("\\d{17}-(slow |empty)\\.edi"));
        assertThat(received("grows")).extracting(row -> row.get("size_bytes")).containsExactlyInAnyOrder(28L, 0L);
        SpineHub.patiently("the odd name is told").until(() -> Files.readString(log).contains("its name holds a character"));
    }

    @Test
    void anotherHostKeyIsRefusedWithBothFingerprints() throws IOException {
        Path folder = unknown.root().resolve("stranger");
        drop(folder, "850.edi", "ISA".getBytes(StandardCharsets.US_ASCII));
        SpineHub.patiently("the fault").until(() -> Files.readString(log).contains("stranger-sftp cannot be looked at"));
        assertThat(Files.readString(log).lines().filter(line -> line.contains("stranger-sftp cannot be looked at")).toList())
            .singleElement().asString().containsPattern("showed host key \\S+ SHA256:\\S+; expected is \\S+ SHA256:\\S+");
        assertThat(Files.readString(log)).doesNotContain("of stranger-sftp stays on the server");
        assertThat(names(folder)).containsExactly("850.edi");
        assertThat(received("stranger")).isEmpty();
    }

    @Test
    void whatCannotBeDeletedIsTakenOnceAndTheSecretIsShownNowhere() throws IOException {
        Path folder = stubborn.root().resolve("stubborn");
        stubborn.readOnly(true);
        drop(folder, "850.edi", "ISA".getBytes(StandardCharsets.US_ASCII));
        SpineHub.patiently("it is told").until(() -> Files.readString(log).contains("file 850.edi of stubborn-sftp stays on the server"));
        assertThat(received("stubborn")).hasSize(1);
        stubborn.readOnly(false);
        SpineHub.patiently("it is gone").until(() -> names(folder).isEmpty());
        assertThat(received("stubborn")).hasSize(1);
        drop(folder, "850.edi", "ISA".getBytes(StandardCharsets.US_ASCII));
        SpineHub.patiently("the same name again is a new delivery").until(() -> received("stubborn").size() == 2);
        assertThat(Files.readString(log)).doesNotContain(MinaSftpServer.PASSWORD);
        assertThat(hub.bean(CamelContext.class).getEndpoints()).extracting(Object::toString)
            .noneMatch(uri -> uri.contains(MinaSftpServer.PASSWORD) || uri.contains("PRIVATE"));
    }

    @Test
    void aServerThatIsDownForAWhileIsLookedAtAgain() throws IOException {
        assumeTrue(server instanceof OpenSshServer, "skipped: there is no OpenSSH server on this machine");
        OpenSshServer ssh = (OpenSshServer) server;
        Path folder = server.root().resolve("down");
        ssh.close();
        drop(folder, "late.edi", content());
        SpineHub.patiently("it is told").until(() -> Files.readString(log).contains("down-sftp cannot be looked at"));
        ssh.begin();
        SpineHub.patiently("it is fetched").until(() -> names(folder).isEmpty());
        assertThat(received("down")).filteredOn(row -> row.get("file_name").equals("late.edi")).hasSize(1);
    }
}
