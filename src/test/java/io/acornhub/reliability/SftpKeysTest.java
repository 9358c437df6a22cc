// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.HubHome;
import io.acornhub.sftp.MinaSftpServer;
import io.acornhub.sftp.SshKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyPair;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Private keys that partners hand out, with and without a passphrase, log in to a server whose own key is an ed25519 one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SftpKeysTest {
    private static final String PASSPHRASE = "opens the key of the account";
    private MinaSftpServer server;
    private SpineHub hub;
    private Path log;

    @BeforeAll
    void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) throws IOException {
        server = MinaSftpServer.start(folder.resolve("mina"), SshKeys.pair(SecurityUtils.EDDSA));
        Path keys = Files.createDirectories(folder.resolve("keys"));
        Files.writeString(keys.resolve("passphrase"), PASSPHRASE);
        Files.writeString(keys.resolve("wrong"), "not " + PASSPHRASE);
        KeyPair rsa = SshKeys.pair("RSA");
        KeyPair ed25519 = SshKeys.pair(SecurityUtils.EDDSA);
        server.authorize(rsa.getPublic());
        server.authorize(ed25519.getPublic());
        HubHome home = HubHome.copy(folder.resolve("home"));
        partner(home, "rsa", SshKeys.openSsh(keys.resolve("rsa"), rsa, null), null);
        partner(home, "rsa-pem", SshKeys.pem(keys.resolve("rsa.pem"), rsa), null);
        partner(home, "rsa-passphrase", SshKeys.openSsh(keys.resolve("rsa-passphrase"), rsa, PASSPHRASE), "passphrase");
        partner(home, "rsa-pem-passphrase", SshKeys.encryptedPem(keys.resolve("encrypted.pem"), rsa, PASSPHRASE), "passphrase");
        partner(home, "ed25519", SshKeys.openSsh(keys.resolve("ed25519"), ed25519, null), null);
        Path locked = SshKeys.openSsh(keys.resolve("ed25519-passphrase"), ed25519, PASSPHRASE);
        partner(home, "ed25519-passphrase", locked, "passphrase");
        partner(home, "wrong-passphrase", locked, "wrong");
        partner(home, "no-passphrase", locked, null);
        partner(home, "unknown-key", SshKeys.openSsh(keys.resolve("unknown"), SshKeys.pair(SecurityUtils.EDDSA), null), null);
        log = folder.resolve("hub.log");
        hub = new SpineHub(home, folder.resolve("data"), List.of("logging.file.name=" + log)).start();
    }

    private void partner(HubHome home, String name, Path key, String passphrase) throws IOException {
        Files.createDirectories(server.root().resolve(name));
        Map<String, String> settings = new LinkedHashMap<>(SftpHome.login(server, server.port()));
        settings.putAll(Map.of("key", "file:" + key, "download", name));
        if (passphrase != null) {
            settings.put("keyPassphrase", "file:" + key.resolveSibling(passphrase));
        }
        SftpHome.partner(home, name, settings);
    }

    @AfterAll
    void stop() {
        hub.close();
        server.close();
    }

    private Path drop(String partner) throws IOException {
        Path folder = server.root().resolve(partner);
        Path part = Files.write(folder.resolve("850.edi.part"), ("ISA of " + partner).getBytes(StandardCharsets.US_ASCII));
        return Files.move(part, folder.resolve("850.edi"), StandardCopyOption.ATOMIC_MOVE);
    }

    private int received(String partner) {
        return hub.jdbc().queryForObject("select count(*) from interchange where counterpart = ?", Integer.class, partner);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa", "rsa-pem", "rsa-passphrase", "rsa-pem-passphrase", "ed25519", "ed25519-passphrase"})
    void logsInAndFetches(String key) throws IOException {
        Path file = drop(key);
        SpineHub.patiently("fetched with " + key).until(() -> Files.notExists(file));
        assertThat(received(key)).isOne();
    }

    @Test
    void aKeyThatCannotBeOpenedOrIsNotKnownIsSaidAndFetchesNothing() throws IOException {
        for (String partner : List.of("wrong-passphrase", "no-passphrase", "unknown-key")) {
            Path file = drop(partner);
            SpineHub.patiently("it is told").until(() -> Files.readString(log).contains(partner + "-sftp cannot be looked at"));
            assertThat(Files.readString(log).lines().filter(line -> line.contains(partner + "-sftp cannot be looked at")).findFirst()
                .orElseThrow()).contains(switch (partner) {
                    case "unknown-key" -> "the login was refused; check user, key";
                    case "no-passphrase" -> "is locked by a passphrase, and setting keyPassphrase is missing or empty";
                    default -> "cannot be read; is it an OpenSSH or PEM key, and keyPassphrase right?";
                });
            assertThat(file).exists();
            assertThat(received(partner)).isZero();
        }
        assertThat(Files.readString(log)).doesNotContain(PASSPHRASE, "PRIVATE KEY");
    }
}
