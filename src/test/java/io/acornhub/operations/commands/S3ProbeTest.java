// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.acornhub.S3Server;
import io.acornhub.archive.S3Bucket;
import io.acornhub.channel.Certificates;
import io.acornhub.channel.probe.ProbeResult;
import io.acornhub.channel.probe.ProbeTarget;
import io.acornhub.partner.Channel;
import io.acornhub.partner.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a check of a bucket says, against a server of its own process. */
class S3ProbeTest {
    private static S3Server server;

    @TempDir
    private Path data;

    @BeforeAll
    static void startServer(@TempDir Path folder) {
        server = new S3Server(folder).makeBucket("drop");
    }

    @AfterAll
    static void stopServer() {
        if (server != null) {
            server.close();
        }
    }

    private List<ProbeResult> probe(boolean write, String... changed) throws IOException {
        Files.writeString(data.resolve("secret"), S3Server.SECRET);
        Map<String, String> settings = new HashMap<>(Map.of("bucket", "drop", "endpoint", server.location("drop").endpoint(), "pathStyle",
            "true", "region", server.location("drop").region(), "accessKey", S3Server.ACCESS, "secretKey", "file:secret", "download", "in",
            "upload", "out/", "afterDownload", "move:done"));
        for (int i = 0; i < changed.length; i += 2) {
            settings.put(changed[i], changed[i + 1]);
        }
        Secrets secrets = new Secrets(data, name -> null);
        return new S3Probe().probe(new ProbeTarget("partner-s3", new Channel("s3", "s3", true, settings, List.of()), secrets,
            new Certificates(secrets, data), data, Instant.now(), write, 1));
    }

    @Test
    void eachThingTheChannelNeedsIsTriedAndNothingIsLeftBehind() throws IOException {
        assertThat(probe(false)).noneMatch(ProbeResult::isFailed).extracting(ProbeResult::name)
            .containsExactly("bucket", "list", "delete", "move", "put");
        assertThat(probe(true)).noneMatch(ProbeResult::isFailed).extracting(ProbeResult::name)
            .containsExactly("bucket", "list", "delete", "move", "put", "write");
        assertThat(probe(true, "download", "", "afterDownload", "")).extracting(ProbeResult::name)
            .containsExactly("bucket", "put", "write");
        try (S3Bucket bucket = new S3Bucket(server.location("drop"))) {
            assertThat(bucket.list("", item -> true, 100)).isEmpty();
        }
    }

    @Test
    void whatIsWrongIsSaidWithoutTheSecret() throws IOException {
        assertThat(probe(true, "bucket", "nowhere")).singleElement().satisfies(result -> {
            assertThat(result.isFailed()).isTrue();
            assertThat(result.words()).contains("there is no bucket nowhere");
            assertThat(result.todo()).contains("config/channels/s3.md");
        });
        assertThat(probe(false, "accessKey", "somebody")).singleElement().satisfies(result -> {
            assertThat(result.isFailed()).isTrue();
            assertThat(result.words()).doesNotContain(S3Server.SECRET);
        });
        assertThat(probe(false, "secretKey", "file:none")).singleElement().satisfies(result -> {
            assertThat(result.isFailed()).isTrue();
            assertThat(result.words()).contains("none");
        });
        assertThat(probe(false, "endpoint", "http://127.0.0.1:1")).singleElement().satisfies(result ->
            assertThat(result.isFailed()).isTrue());
    }
}
