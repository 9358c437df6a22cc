// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.channel.Certificates;
import io.acornhub.ftp.FtpTestServer;
import io.acornhub.partner.Channel;
import io.acornhub.partner.ChannelCertificate;
import io.acornhub.partner.ChannelCertificate.Owner;
import io.acornhub.partner.ChannelCertificate.Use;
import io.acornhub.partner.Secrets;
import io.acornhub.peers.Identity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a check of FTP and FTPS says, against servers with and without TLS. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FtpProbeTest {
    private final Identity authority = Identity.authority("authority");
    private Path data;
    private FtpTestServer plain;
    private FtpTestServer explicit;
    private FtpTestServer implicit;
    private FtpTestServer elsewhere;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        data = folder;
        Identity localhost = Identity.server("localhost", authority);
        plain = FtpTestServer.start(folder.resolve("plain"), null, false);
        explicit = FtpTestServer.start(folder.resolve("explicit"), localhost, false);
        implicit = FtpTestServer.start(folder.resolve("implicit"), localhost, true);
        elsewhere = FtpTestServer.start(folder.resolve("elsewhere"), Identity.server("elsewhere.example", authority), false);
        Files.writeString(folder.resolve("password"), FtpTestServer.PASSWORD);
        Files.writeString(folder.resolve("wrong"), "no-such-password");
        authority.writePem(folder.resolve("authority.pem"));
        Identity.ec("other").writePem(folder.resolve("other.pem"));
        for (FtpTestServer server : List.of(plain, explicit, implicit, elsewhere)) {
            Files.createDirectories(server.root().resolve("out"));
            Files.writeString(server.root().resolve("out/one.edi"), "ISA");
        }
    }

    @AfterAll
    void stop() {
        Stream.of(plain, explicit, implicit, elsewhere).forEach(FtpTestServer::close);
    }

    private Map<String, String> probe(FtpTestServer server, String secure, String authority, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of("host", "localhost", "port", Integer.toString(server.port()), "user",
            FtpTestServer.USER, "password", "file:password", "download", "out", "secure", secure));
        settings.putAll(more);
        Secrets secrets = new Secrets(data, name -> null);
        Channel channel = new Channel("ftp", "ftp", true, settings, List.of(new ChannelCertificate(Owner.PARTNER, authority, null,
            Set.of(Use.TLS), null, null)));
        return new FtpProbe().probe(new ProbeTarget("partner-ftp", channel, secrets, new Certificates(secrets, data), data, Instant.now(),
            false, 1)).stream().collect(Collectors.toMap(ProbeResult::name, result -> result.result() + " " + result.words()));
    }

    @Test
    void whatFitsIsFineAndTheFolderIsListedOverTheProtectedConnection() {
        for (Map<String, String> found : List.of(probe(explicit, "explicit", "authority.pem", Map.of()),
            probe(implicit, "implicit", "authority.pem", Map.of()))) {
            assertThat(found).allSatisfy((step, words) -> assertThat(words).startsWith("OK ")).containsKeys("TLS", "login");
            assertThat(found.get("download")).isEqualTo("OK out can be listed, 1 names");
        }
        assertThat(probe(plain, "none", "authority.pem", Map.of()).get("TLS")).startsWith("WARN ").contains("in the clear");
    }

    @Test
    void aServerThatIsNotBelievedGetsNoPassword() {
        for (Map<String, String> found : List.of(probe(explicit, "explicit", "other.pem", Map.of()),
            probe(elsewhere, "explicit", "authority.pem", Map.of()), probe(plain, "explicit", "authority.pem", Map.of()))) {
            assertThat(found.get("session")).startsWith("FAILED ");
            assertThat(found).doesNotContainKeys("login", "download");
        }
    }

    @Test
    void whatIsWrongIsNamed() {
        assertThat(probe(explicit, "explicit", "authority.pem", Map.of("password", "file:wrong")).get("login"))
            .startsWith("FAILED " + FtpTestServer.USER + " is not let in: 530").doesNotContain("no-such-password");
        assertThat(probe(explicit, "explicit", "authority.pem", Map.of("password", "file:none")).get("password")).startsWith("FAILED ")
            .contains("none");
        assertThat(probe(explicit, "explicit", "authority.pem", Map.of("upload", "nowhere")).get("upload"))
            .startsWith("FAILED nowhere cannot be listed: 5");
    }
}
