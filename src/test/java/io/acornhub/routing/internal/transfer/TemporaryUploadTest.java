// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acornhub.partner.Channel;
import io.acornhub.partner.Secrets;
import io.acornhub.routing.internal.transfer.TemporaryUpload.Upload;
import io.acornhub.sftp.SftpTestServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** The hub ends before or after any word with the server or its database; then it starts again. The partner gets the file once. */
class TemporaryUploadTest {
    private static final byte[] CONTENT = "ISA*...~".getBytes(StandardCharsets.US_ASCII);
    private static final Upload UPLOAD = new Upload("01ABC", "855.edi", CONTENT.length);
    private SftpTestServer server;
    private RemoteSettings settings;
    private UploadRecords records;
    private Path folder;
    private JdbcTemplate jdbc;

    @BeforeEach
    void start(@TempDir Path temp) throws IOException {
        server = SftpTestServer.any(temp);
        folder = Files.createDirectories(server.root().resolve("in"));
        settings = RemoteSettings.of("acme-sftp", new Channel("sftp", "sftp", true, Map.of("host", "127.0.0.1", "port",
            Integer.toString(server.port()), "user", server.user(), "hostKey", server.hostKey(), "key", "file:" + server.clientKey(),
            "upload", "in"), List.of()));
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + temp.getFileName() + ";DB_CLOSE_DELAY=-1");
        new ResourceDatabasePopulator(new ClassPathResource("db/hub/V11__transfer.sql")).execute(database);
        jdbc = new JdbcTemplate(database);
        records = new UploadRecords(jdbc);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** The end of a process, at its n-th step. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    /** Counts steps and ends at one of them. */
    private static final class Life {
        private int left;

        Life(int steps) {
            left = steps;
        }

        void step() {
            if (left-- == 0) {
                throw new Killed();
            }
        }
    }

    /** A server's words, each with a chance to die before and after it. */
    private record MortalStore(RemoteStore store, Life life) implements RemoteStore {
        @Override
        public void put(String path, InputStream bytes) throws IOException {
            life.step();
            store.put(path, new ByteArrayInputStream(CONTENT, 0, 3));
            life.step();
            store.put(path, bytes);
            life.step();
        }

        @Override
        public OptionalLong size(String path) throws IOException {
            return store.size(path);
        }

        @Override
        public void rename(String from, String to) throws IOException {
            life.step();
            store.rename(from, to);
            life.step();
        }

        @Override
        public void delete(String path) throws IOException {
            life.step();
            store.delete(path);
            life.step();
        }

        @Override
        public void close() {
            store.close();
        }
    }

    private String live(Life life) throws IOException {
        SftpLogin login = new SftpLogin(settings, new Secrets(folder, name -> null));
        try (RemoteStore store = new MortalStore(new SftpStore(settings, login), life)) {
            TemporaryUpload upload = new TemporaryUpload(store, records, settings.connection(), settings.upload());
            Optional<String> staged = records.staged(settings.connection(), UPLOAD.subject());
            if (staged.isEmpty()) {
                upload.stage(UPLOAD, () -> new ByteArrayInputStream(CONTENT), temporary -> {
                    life.step();
                    records.stageFirst(settings.connection(), UPLOAD.subject(), temporary);
                    life.step();
                });
                staged = records.staged(settings.connection(), UPLOAD.subject());
            }
            return upload.publish(UPLOAD, staged.orElseThrow());
        }
    }

    private List<Path> there() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void whereverTheHubEndsThePartnerGetsTheFileOnceAndNothingElse() throws IOException {
        int taken = 0;
        int lives = 0;
        boolean whole = false;
        for (int steps = 0; !whole; steps++) {
            // each round is another transmission
            jdbc.update("delete from remote_upload");
            boolean first = false;
            try {
                live(new Life(steps));
                whole = true;
            } catch (Killed e) {
                lives++;
                // the partner is quick: he takes what has appeared before the hub is up again
                first = Files.deleteIfExists(folder.resolve(UPLOAD.name()));
                live(new Life(1_000));
            }
            boolean second = Files.deleteIfExists(folder.resolve(UPLOAD.name()));
            assertThat(first ^ second).as("appeared once when it ended at step %d: before %s, after %s", steps, first, second).isTrue();
            assertThat(there()).as("left at step %d", steps).isEmpty();
            taken++;
        }
        assertThat(lives).isGreaterThanOrEqualTo(7);
        assertThat(taken).isEqualTo(lives + 1);
    }

    @Test
    void twoAtOncePutOne() throws IOException {
        try (RemoteStore one = new SftpStore(settings, new SftpLogin(settings, new Secrets(folder, name -> null)))) {
            TemporaryUpload upload = new TemporaryUpload(one, records, settings.connection(), settings.upload());
            upload.stage(UPLOAD, () -> new ByteArrayInputStream(CONTENT), temporary -> {
                // another process was faster by a whole upload
                try {
                    live(new Life(1_000));
                    Files.delete(folder.resolve(UPLOAD.name()));
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
                assertThat(records.stageFirst(settings.connection(), UPLOAD.subject(), temporary)).isFalse();
            });
            String words = upload.publish(UPLOAD, records.staged(settings.connection(), UPLOAD.subject()).orElseThrow());
            assertThat(words).contains("taken away since");
        }
        assertThat(there()).isEmpty();
    }

    @Test
    void anotherFileOfThatNameIsNotReplaced() throws IOException {
        Files.writeString(folder.resolve(UPLOAD.name()), "somebody else's, of another size");
        assertThatThrownBy(() -> live(new Life(1_000))).isInstanceOf(IOException.class).hasMessageContaining("another file named 855.edi");
        assertThat(folder.resolve(UPLOAD.name())).hasContent("somebody else's, of another size");
        Files.delete(folder.resolve(UPLOAD.name()));
        live(new Life(1_000));
        assertThat(folder.resolve(UPLOAD.name())).hasBinaryContent(CONTENT);
        assertThat(there()).hasSize(1);
    }
}
