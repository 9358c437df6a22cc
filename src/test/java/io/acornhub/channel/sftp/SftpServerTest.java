// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SftpException;
import io.acornhub.MovableClock;
import io.acornhub.partner.Secrets;
import io.acornhub.sftp.SshKeys;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Vector;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user of the server inside the hub may do and what not, with JSch and OpenSSH's client. */
class SftpServerTest {
    private static final int LARGEST = 300_000;
    private final KeyPair client = SshKeys.pair("EC");
    private final MovableClock clock = new MovableClock();
    private final Map<String, String> variables = Map.of("PW", "right-password");
    private Path data;
    private Path inbox;
    private Path outbox;
    private SftpServer server;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        data = folder;
        inbox = folder.resolve("partners/acme/inbox");
        outbox = folder.resolve("partners/acme/outbox");
        Files.writeString(folder.resolve("keys"), "# one a line\n" + SshKeys.line(client) + " someone@acme\n");
        SftpServerSettings settings = new SftpServerSettings(true, "127.0.0.1", 0, "sftp/host_key", Duration.ofSeconds(20),
            Duration.ofSeconds(10), 2, LARGEST, 500_000, Duration.ofHours(24));
        server = new SftpServer(settings, List.of(new SftpUser("acme", "acme-sftp", "file:keys", "env:PW", inbox, outbox),
            new SftpUser("other", "other-sftp", null, "env:PW", folder.resolve("partners/other/inbox"), null)),
            new Secrets(folder, variables::get), folder, 1, clock);
        server.start();
        Files.writeString(outbox.resolve("855.edi"), "answer");
        Files.writeString(folder.resolve("partners/acme/notes.txt"), "ours");
        Files.writeString(folder.resolve("secret.txt"), "secret");
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private Session session(String user, String password) throws JSchException {
        JSch jsch = new JSch();
        Session session = jsch.getSession(user, "127.0.0.1", server.port());
        session.setConfig("StrictHostKeyChecking", "no");
        if (password == null) {
            jsch.addIdentity(SshKeys.openSsh(data.resolve("client"), client, null).toString());
            session.setConfig("PreferredAuthentications", "publickey");
        } else {
            session.setConfig("PreferredAuthentications", "password");
            session.setPassword(password);
        }
        session.connect(10_000);
        return session;
    }

    private static ChannelSftp open(Session session) throws JSchException {
        ChannelSftp channel = (ChannelSftp) session.openChannel("sftp");
        channel.connect(10_000);
        return channel;
    }

    private static InputStream bytes(int number) {
        return new ByteArrayInputStream(new byte[number]);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private interface Doing {
        void run() throws Exception;
    }

    private static void refused(Doing doing) {
        assertThatThrownBy(doing::run).isInstanceOf(SftpException.class);
    }

    @Test
    void anUploadAppearsWholeAndIsNotReadBackOrReplaced() throws Exception {
        Session session = session("acme", null);
        ChannelSftp files = open(session);
        OutputStream out = files.put("/inbox/850.edi");
        out.write("ISA*".getBytes(StandardCharsets.US_ASCII));
        out.flush();
        Awaitility.await().until(() -> names(inbox).size() == 1);
        assertThat(names(inbox).get(0)).startsWith(".sftp-").endsWith(".part");
        out.write("rest".getBytes(StandardCharsets.US_ASCII));
        out.close();
        assertThat(names(inbox)).containsExactly("850.edi");
        assertThat(inbox.resolve("850.edi")).hasContent("ISA*rest");
        refused(() -> files.get("/inbox/850.edi").close());
        refused(() -> files.put(bytes(3), "/inbox/850.edi"));
        refused(() -> files.put(bytes(3), "/inbox/850.edi", ChannelSftp.APPEND));
        refused(() -> files.rm("/inbox/850.edi"));
        assertThat(files.ls("/inbox")).noneMatch(entry -> entry.toString().contains("850"));
        files.put(bytes(5), "/inbox/860.edi.filepart");
        files.rename("/inbox/860.edi.filepart", "/inbox/860.edi");
        assertThat(inbox.resolve("850.edi")).hasContent("ISA*rest");
        assertThat(names(inbox)).containsExactly("850.edi", "860.edi");
        session.disconnect();
    }

    @Test
    void anUploadThatIsCutOffIsNotTaken() throws Exception {
        Session session = session("acme", null);
        OutputStream out = open(session).put("/inbox/half.edi");
        out.write(new byte[1000]);
        out.flush();
        Awaitility.await().until(() -> names(inbox).size() == 1);
        session.disconnect();
        Awaitility.await().until(() -> names(inbox).isEmpty());
    }

    @Test
    void whatACrashLeftUnfinishedIsDeletedAfterItsTime() throws IOException {
        Path old = Files.writeString(inbox.resolve(".sftp-00.part"), "x");
        Path young = Files.writeString(inbox.resolve("850.edi.filepart"), "x");
        Files.setLastModifiedTime(old, FileTime.from(clock.instant().minus(Duration.ofHours(25))));
        Files.setLastModifiedTime(young, FileTime.from(clock.instant().minus(Duration.ofHours(2))));
        server.sweep();
        assertThat(old).doesNotExist();
        assertThat(young).exists();
    }

    @Test
    void theOutboxIsListedFetchedRenamedAndEmptied() throws Exception {
        Files.createSymbolicLink(outbox.resolve("link"), data.resolve("secret.txt"));
        Files.createDirectories(outbox.resolve(".staging"));
        Session session = session("acme", null);
        ChannelSftp files = open(session);
        assertThat(names(files.ls("/"))).containsExactlyInAnyOrder("inbox", "outbox");
        assertThat(names(files.ls("/outbox"))).containsExactly("855.edi");
        try (InputStream in = files.get("/outbox/855.edi")) {
            assertThat(in.readAllBytes()).asString(StandardCharsets.US_ASCII).isEqualTo("answer");
        }
        refused(() -> files.get("/outbox/link").close());
        refused(() -> files.put(bytes(3), "/outbox/new.edi"));
        refused(() -> files.put(bytes(3), "/outbox/855.edi"));
        files.rename("/outbox/855.edi", "/outbox/855.done");
        refused(() -> files.rename("/outbox/855.done", "/inbox/855.edi"));
        files.rm("/outbox/855.done");
        assertThat(names(outbox)).containsExactly(".staging", "link");
        session.disconnect();
    }

    private static List<String> names(Vector<?> listed) {
        return listed.stream().map(entry -> ((ChannelSftp.LsEntry) entry).getFilename()).filter(name -> !name.matches("\\.+")).toList();
    }

    @Test
    void nothingOutsideIsReached() throws Exception {
        Session session = session("acme", null);
        ChannelSftp files = open(session);
        for (String path : List.of("/../../secret.txt", "/inbox/../../../secret.txt", "/notes.txt", "/etc/passwd", "/outbox/../notes.txt",
            "/outbox/.staging/x", data.resolve("secret.txt").toString())) {
            refused(() -> files.get(path).close());
            refused(() -> files.put(bytes(3), path));
            refused(() -> files.rm(path));
            refused(() -> files.rename("/outbox/855.edi", path));
        }
        for (String path : List.of("/inbox/../../evil", "/inbox/.hidden", "/inbox/sub/x", "/x")) {
            refused(() -> files.put(bytes(3), path));
        }
        refused(() -> files.symlink("/etc/passwd", "/outbox/l"));
        refused(() -> files.hardlink("/outbox/855.edi", "/outbox/m"));
        refused(() -> files.mkdir("/inbox/sub"));
        refused(() -> files.rmdir("/inbox"));
        refused(() -> files.chmod(0777, "/outbox/855.edi"));
        assertThat(files.realpath("/inbox/..")).isEqualTo("/");
        assertThat(names(data.resolve("partners/acme"))).containsExactly("inbox", "notes.txt", "outbox");
        assertThat(names(outbox)).containsExactly("855.edi");
        assertThat(names(inbox)).isEmpty();
        session.disconnect();
    }

    @Test
    void thereIsNoShellNoCommandAndNoForwarding() throws Exception {
        Session session = session("acme", null);
        assertThatThrownBy(() -> session.openChannel("shell").connect(5_000)).isInstanceOf(JSchException.class);
        assertThatThrownBy(() -> session.openChannel("exec").connect(5_000)).isInstanceOf(JSchException.class);
        assertThatThrownBy(() -> session.getStreamForwarder("127.0.0.1", server.port()).connect(5_000)).isInstanceOf(JSchException.class);
        assertThatThrownBy(() -> session.setPortForwardingR(0, "127.0.0.1", server.port())).isInstanceOf(JSchException.class);
        session.disconnect();
    }

    @Test
    void aFileThatIsTooLargeOrOverTheQuotaIsRefusedAndLeavesNothing() throws Exception {
        Session session = session("acme", null);
        ChannelSftp files = open(session);
        refused(() -> files.put(bytes(LARGEST + 1), "/inbox/large.edi"));
        files.disconnect();
        open(session).put(bytes(LARGEST), "/inbox/just.edi");
        Session again = session("acme", null);
        ChannelSftp more = open(again);
        refused(() -> more.put(bytes(LARGEST), "/inbox/over-quota.edi"));
        more.disconnect();
        Awaitility.await().until(() -> names(inbox).equals(List.of("just.edi")));
        again.disconnect();
        session.disconnect();
    }

    @Test
    void onlyTheRightLoginIsTakenAndWrongPasswordsBarForATime() throws Exception {
        session("acme", "right-password").disconnect();
        assertThatThrownBy(() -> session("nobody", "right-password")).isInstanceOf(JSchException.class);
        KeyPair wrong = SshKeys.pair("EC");
        JSch jsch = new JSch();
        jsch.addIdentity(SshKeys.openSsh(data.resolve("wrong"), wrong, null).toString());
        Session stranger = jsch.getSession("acme", "127.0.0.1", server.port());
        stranger.setConfig("StrictHostKeyChecking", "no");
        stranger.setConfig("PreferredAuthentications", "publickey");
        assertThatThrownBy(() -> stranger.connect(10_000)).isInstanceOf(JSchException.class);
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> session("acme", "wrong")).isInstanceOf(JSchException.class);
        }
        assertThatThrownBy(() -> session("acme", "right-password")).isInstanceOf(JSchException.class);
        session("acme", null).disconnect();
        clock.move(Duration.ofMinutes(1));
        session("acme", "right-password").disconnect();
    }

    @Test
    void aUserHasOnlySoManySessions() throws Exception {
        Session one = session("acme", null);
        Session two = session("acme", null);
        assertThatThrownBy(() -> session("acme", null)).isInstanceOf(JSchException.class);
        session("other", "right-password").disconnect();
        one.disconnect();
        two.disconnect();
    }

    @Test
    void theHostKeyIsMadeOnceForItsOwnerOnly() throws IOException {
        Path file = data.resolve("sftp/host_key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(SshKeys.line(HostKeyFile.keyPair(file))).isEqualTo(server.hostKey());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> HostKeyFile.keyPair(file)).hasMessageContaining("chmod 600");
    }

    @Test
    void foldersThatAreNotOneUsersOwnAreRefused() {
        assertThatThrownBy(() -> new SftpUser("u", "c", "file:k", null, data.resolve("a/inbox"), data.resolve("b/outbox")))
            .hasMessageContaining("inbox and outbox");
        assertThatThrownBy(() -> new SftpUser("u", "c", null, null, data.resolve("a/inbox"), null)).hasMessageContaining("password");
    }

    @Test
    void openSshsClientUploadsAndFetches() throws Exception {
        Path program = Path.of("/usr/bin/sftp");
        assumeTrue(Files.isExecutable(program), "skipped: there is no OpenSSH client on this machine");
        Path key = SshKeys.openSsh(data.resolve("client"), client, null);
        Files.writeString(data.resolve("known_hosts"), "[127.0.0.1]:" + server.port() + " " + server.hostKey() + "\n");
        Path file = Files.write(data.resolve("810.edi"), new byte[123_456]);
        Path batch = Files.writeString(data.resolve("batch"), "cd inbox\nput -p " + file + "\ncd /outbox\nls -l\nget 855.edi "
            + data.resolve("got") + "\nrm 855.edi\n");
        Process sftp = new ProcessBuilder(program.toString(), "-b", batch.toString(), "-i", key.toString(), "-P",
            Integer.toString(server.port()), "-o", "StrictHostKeyChecking=yes", "-o", "UserKnownHostsFile=" + data.resolve("known_hosts"),
            "-F", "none", "acme@127.0.0.1").redirectErrorStream(true).redirectOutput(data.resolve("sftp.log").toFile()).start();
        assertThat(sftp.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(sftp.exitValue()).as(Files.readString(data.resolve("sftp.log"))).isZero();
        assertThat(inbox.resolve("810.edi")).hasBinaryContent(new byte[123_456]);
        assertThat(data.resolve("got")).hasContent("answer");
        assertThat(names(outbox)).isEmpty();
    }
}
