// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.channel.Keys;
import io.acornhub.partner.Channel;
import io.acornhub.partner.ChannelCertificate;
import io.acornhub.partner.ChannelCertificate.Use;
import io.acornhub.partner.Secrets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a connection check finds, each kind of channel against a server that listens. */
class ConnectionProbeTest {
    @TempDir
    private Path data;

    private Map<String, String> probe(String type, Map<String, String> settings, List<ChannelCertificate> certificates, boolean write) {
        Channel channel = new Channel("c", type, true, settings, certificates);
        Secrets secrets = new Secrets(data, name -> "PASSWORD".equals(name) ? Keys.PASSWORD : null);
        return ConnectionProbe.of(type).orElseThrow().probe(new ProbeTarget("partner-c", channel, secrets, Keys.certificates(data), data,
            Instant.now(), write, 1)).stream().collect(Collectors.toMap(ProbeResult::name, r -> r.result() + " " + r.words(), (a, b) -> b));
    }

    @Test
    void foldersAreListedAndWritten() throws IOException {
        Files.createDirectories(data.resolve("in"));
        Files.writeString(data.resolve("in/one.edi"), "x");
        Files.writeString(data.resolve("file"), "x");
        Map<String, String> found = probe("folder", Map.of("inbox", "in", "outbox", "file"), List.of(), true);
        assertThat(found.get("inbox")).startsWith("OK ").endsWith("can be read and written, 1 files lie in it");
        assertThat(found.get("outbox")).startsWith("FAILED ").endsWith("file is a file");
        assertThat(data.resolve("in")).isDirectoryContaining("glob:**one.edi");
        assertThat(probe("folder", Map.of("inbox", "later"), List.of(), false).get("inbox")).startsWith("WARN ").endsWith("is not there");
    }

    @Test
    void theServersCertificateMustFitThePinnedOne() throws Exception {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Keys server = Keys.rsa("localhost", now.minusSeconds(86_400), now.plusSeconds(86_400));
        ChannelCertificate pinned = server.partner(data, "server.pem", Use.TLS);
        ChannelCertificate other = Keys.rsa("other", now.minusSeconds(86_400), now.plusSeconds(86_400)).partner(data, "other.pem", Use.TLS);
        try (SSLServerSocket socket = listening(server)) {
            Map<String, String> settings = Map.of("url", "https://localhost:" + socket.getLocalPort() + "/as2", "ownId", "A", "partnerId",
                "B");
            Map<String, String> fits = probe("as2", settings, List.of(pinned), false);
            assertThat(fits.get("port")).startsWith("OK ");
            assertThat(fits.get("TLS")).startsWith("OK TLSv1.").contains("fits the pinned one");
            assertThat(probe("as2", settings, List.of(other), false).get("TLS"))
                .startsWith("FAILED the server's certificate is not accepted");
            assertThat(probe("as2", settings, List.of(), false).get("TLS")).startsWith("FAILED the server's certificate is not accepted");
        }
        Map<String, String> nobody = probe("as2", Map.of("url", "http://localhost:1/"), List.of(new ChannelCertificate(
            ChannelCertificate.Owner.PARTNER, "none.pem", null, Set.of(Use.SIGN), null, null)), false);
        assertThat(nobody.get("port")).startsWith("FAILED no connection to localhost:1");
        assertThat(nobody.get("certificate partner none.pem")).startsWith("FAILED ");
        assertThat(probe("http", Map.of("url", "http://no-such-host.invalid/"), List.of(), false).get("host"))
            .startsWith("FAILED there is no");
    }

    private static SSLServerSocket listening(Keys server) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(server.pkcs12("x")), "x".toCharArray());
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, "x".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        SSLServerSocket socket = (SSLServerSocket) context.getServerSocketFactory().createServerSocket(0);
        Thread accepting = new Thread(() -> {
            while (!socket.isClosed()) {
                try (Socket one = socket.accept()) {
                    ((SSLSocket) one).startHandshake();
                } catch (IOException e) {
                    // a client that does not like the certificate, or the end of the test
                    continue;
                }
            }
        });
        accepting.setDaemon(true);
        accepting.start();
        return socket;
    }

    @Test
    void sftpNamesTheHostKeyTheLoginAndTheFolders() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair host = generator.generateKeyPair();
        KeyPair user = generator.generateKeyPair();
        KeyPair other = generator.generateKeyPair();
        Path root = Files.createDirectories(data.resolve("server/download")).getParent();
        Files.createDirectories(root.resolve("upload"));
        Files.writeString(data.resolve("key"), "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder()
            .encodeToString(user.getPrivate().getEncoded()) + "\n-----END PRIVATE KEY-----\n");
        try (SshServer server = SshServer.setUpDefaultServer()) {
            server.setHost("127.0.0.1");
            server.setKeyPairProvider(KeyPairProvider.wrap(host));
            server.setPublickeyAuthenticator((name, key, session) -> name.equals("acme") && key.equals(user.getPublic()));
            server.setFileSystemFactory(new VirtualFileSystemFactory(root));
            server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
            server.start();
            Map<String, String> settings = new HashMap<>(Map.of("host", "127.0.0.1", "port", Integer.toString(server.getPort()), "user",
                "acme", "hostKey", entry(host), "key", "file:key", "download", "download", "upload", "upload"));
            Map<String, String> found = probe("sftp", settings, List.of(), true);
            assertThat(found).allSatisfy((step, words) -> assertThat(words).startsWith("OK "))
                .containsKeys("host key", "login", "download");
            assertThat(found.get("upload")).isEqualTo("OK upload can be listed and written, 0 files lie in it");
            settings.put("upload", "nowhere");
            assertThat(probe("sftp", settings, List.of(), false).get("upload")).startsWith("FAILED nowhere cannot be used");
            settings.put("user", "somebody");
            assertThat(probe("sftp", settings, List.of(), false).get("login")).startsWith("FAILED somebody is not let in");
            settings.put("hostKey", "server.example.com " + entry(other));
            assertThat(probe("sftp", settings, List.of(), false).get("host key")).startsWith("FAILED the server shows ")
                .endsWith("which is not the pinned one");
        }
    }

    @Test
    void theHubsOwnSftpServerIsTriedAsOneUserFindsIt() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        Files.writeString(data.resolve("keys"), "# of the warehouse\n" + entry(generator.generateKeyPair()) + "\n"
            + entry(generator.generateKeyPair()) + "\n");
        Files.createDirectories(data.resolve("in"));
        Map<String, String> found = probe("sftp-server", Map.of("user", "wms", "keys", "file:keys", "inbox", "in"), List.of(), false);
        assertThat(found.get("port")).startsWith("FAILED nothing listens at 1");
        assertThat(found.get("keys")).isEqualTo("OK 2 in file:keys");
        assertThat(found.get("inbox")).startsWith("OK ");
        Files.writeString(data.resolve("keys"), "ssh-rsa no-key-at-all\n");
        assertThat(probe("sftp-server", Map.of("keys", "file:keys"), List.of(), false).get("keys"))
            .startsWith("FAILED file:keys has a line that is no public key");
        Files.writeString(data.resolve("keys"), "# none yet\n");
        assertThat(probe("sftp-server", Map.of("keys", "file:keys"), List.of(), false).get("keys"))
            .startsWith("FAILED there is no key in file:keys");
        assertThat(probe("sftp-server", Map.of("keys", "file:nowhere"), List.of(), false).get("keys")).startsWith("FAILED ")
            .contains("nowhere");
    }

    private static String entry(KeyPair pair) {
        try {
            StringBuilder line = new StringBuilder();
            PublicKeyEntry.appendPublicKeyEntry(line, pair.getPublic());
            return line.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
