// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.HubHome;
import io.acornhub.ftp.FtpTestServer;
import io.acornhub.peers.Identity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files by FTP, and by FTPS with explicit and implicit TLS; a wrong password or a server that is not believed gets nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FtpTest {
    private static final String WRONG = "no-such-password";
    private final Identity authority = Identity.authority("authority");
    private final Identity identity = Identity.server("localhost", authority);
    private FtpTestServer plain;
    private FtpTestServer explicit;
    private FtpTestServer implicit;
    private FtpTestServer elsewhere;
    private SpineHub hub;
    private Path data;
    private Path log;

    @BeforeAll
    void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) throws IOException {
        plain = FtpTestServer.start(folder.resolve("plain"), null, false);
        explicit = FtpTestServer.start(folder.resolve("explicit"), identity, false);
        implicit = FtpTestServer.start(folder.resolve("implicit"), identity, true);
        elsewhere = FtpTestServer.start(folder.resolve("elsewhere"), Identity.server("elsewhere.example", authority), false);
        data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("password"), FtpTestServer.PASSWORD);
        Files.writeString(data.resolve("wrong"), WRONG);
        identity.writePem(data.resolve("server.pem"));
        authority.writePem(data.resolve("authority.pem"));
        Identity.ec("other").writePem(data.resolve("other.pem"));
        HubHome home = HubHome.copy(folder.resolve("home"));
        partner(home, "plain", plain, Map.of("secure", "none"), null);
        partner(home, "wrong-password", plain, Map.of("secure", "none", "password", "file:wrong"), null);
        partner(home, "explicit", explicit, Map.of(), "server.pem");
        partner(home, "issued", explicit, Map.of("afterDownload", "move:done"), "authority.pem");
        partner(home, "implicit", implicit, Map.of("secure", "implicit"), "server.pem");
        partner(home, "no-tls", plain, Map.of(), "server.pem");
        partner(home, "other-certificate", explicit, Map.of(), "other.pem");
        partner(home, "elsewhere", elsewhere, Map.of(), "authority.pem");
        partner(home, "nobodys", explicit, Map.of(), null);
        partner(home, "lost-certificate", explicit, Map.of(), "lost.pem");
        log = folder.resolve("hub.log");
        hub = new SpineHub(home, data, List.of("logging.file.name=" + log, "acorn.retry.attempts=2")).start();
    }

    private static void partner(HubHome home, String name, FtpTestServer server, Map<String, String> more, String certificate)
        throws IOException {
        Files.createDirectories(server.root().resolve(name + "/in"));
        Files.createDirectories(server.root().resolve(name + "/out/done"));
        Map<String, String> settings = new LinkedHashMap<>(Map.of("host", "localhost", "port", Integer.toString(server.port()), "user",
            FtpTestServer.USER, "password", "file:password", "download", name + "/out", "upload", name + "/in", "poll", "PT0.2S",
            "timeout", "PT10S"));
        settings.putAll(more);
        SftpHome.partner(home, name, SftpHome.channel("ftp", "ftp", settings) + (certificate == null ? ""
            : "    certificates:\n      - {owner: partner, file: " + certificate + ", uses: [TLS]}\n"));
    }

    @AfterAll
    void stop() {
        hub.close();
        Stream.of(plain, explicit, implicit, elsewhere).forEach(FtpTestServer::close);
    }

    private static Path drop(FtpTestServer server, String partner, String name) throws IOException {
        Path folder = server.root().resolve(partner + "/out");
        Path part = Files.write(folder.resolve(name + ".part"), ("ISA of " + partner + " " + name).getBytes(StandardCharsets.US_ASCII));
        return Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private FtpTestServer server(String partner) {
        return switch (partner) {
            case "plain", "wrong-password", "no-tls" -> plain;
            case "implicit" -> implicit;
            case "elsewhere" -> elsewhere;
            default -> explicit;
        };
    }

    private int received(String partner) {
        return hub.jdbc().queryForObject("select count(*) from interchange where counterpart = ? and direction = 'INBOUND'", Integer.class,
            partner);
    }

    @ParameterizedTest
    @CsvSource({"plain, in the clear", "explicit, protected", "issued, protected", "implicit, protected"})
    void fetchesAndPuts(String partner, String how) throws IOException {
        FtpTestServer server = server(partner);
        Path out = drop(server, partner, "850-1.edi").getParent();
        drop(server, partner, "850-2.edi");
        drop(server, partner, "850-3.edi");
        SpineHub.patiently("all are fetched and gone").until(() -> names(out).isEmpty());
        assertThat(received(partner)).isEqualTo(3);
        assertThat(names(out.resolve("done"))).hasSize(partner.equals("issued") ? 3 : 0);

        byte[] content = "ISA of the hub, \r\n, \u00e9".getBytes(StandardCharsets.UTF_8);
        String id = hub.send(partner, "ftp", partner + ".edi", content);
        SpineHub.patiently("it is sent").until(() -> hub.jdbc().queryForObject("select status from interchange where id = ?",
            String.class, id), "SENT"::equals);
        Path put = server.root().resolve(partner + "/in");
        assertThat(names(put)).containsExactly(partner + ".edi");
        assertThat(put.resolve(partner + ".edi")).hasBinaryContent(content);
        assertThat(server.transfers()).contains("upload " + how, "download " + how).allMatch(words -> words.endsWith(how));
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong-password", "no-tls", "other-certificate", "elsewhere", "nobodys", "lost-certificate"})
    void whoeverDoesNotFitGetsNothingAndTheReasonIsSaid(String partner) throws IOException {
        String reason = switch (partner) {
            case "wrong-password" -> "the login was refused; check user, key and password";
            case "no-tls" -> "431";
            case "other-certificate" -> "certificate that is not the channel's: ";
            case "elsewhere" -> "CN=elsewhere.example";
            case "nobodys" -> "unable to find valid certification path";
            default -> "lost.pem";
        };
        Path offered = drop(server(partner), partner, "850.edi");
        String told = partner + "-ftp cannot be looked at";
        SpineHub.patiently("it is told").until(() -> Files.readString(log).lines().anyMatch(line -> line.contains(told)
            && line.contains(reason)));
        String id = hub.send(partner, "ftp", partner + ".edi", "ISA".getBytes(StandardCharsets.US_ASCII));
        SpineHub.patiently("it is parked").until(() -> hub.jdbc().queryForList("select text from parked where subject = ?", String.class,
            id), found -> found.size() == 1 && found.get(0).contains(reason));
        assertThat(offered).exists();
        assertThat(received(partner)).isZero();
        assertThat(names(server(partner).root().resolve(partner + "/in"))).isEmpty();
    }

    @Test
    void secretsAreShownNowhere() throws IOException {
        assertThat(Files.readString(log)).doesNotContain(FtpTestServer.PASSWORD, WRONG);
        assertThat(hub.bean(CamelContext.class).getEndpoints()).extracting(Object::toString)
            .noneMatch(uri -> uri.contains(FtpTestServer.PASSWORD) || uri.contains(WRONG));
    }
}
