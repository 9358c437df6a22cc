// SPDX-License-Identifier: Apache-2.0
package io.acornhub.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acornhub.S3Server;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the hub asks of a bucket, against a server of its own process. */
class S3BucketTest {
    private static S3Server server;
    private static S3Bucket bucket;

    @TempDir
    Path folder;

    @BeforeAll
    static void startServer(@TempDir Path folder) {
        server = new S3Server(folder).makeBucket("drop");
        bucket = new S3Bucket(server.location("drop"));
    }

    @AfterAll
    static void stopServer() {
        if (server != null) {
            bucket.close();
            server.close();
        }
    }

    private void put(String key, String text) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), text);
        bucket.put(key, file, Files.size(file), Map.of("acorn-sha256", "abc"), false);
    }

    private static String text(String key) throws IOException {
        try (S3Bucket.Reading reading = bucket.get(key)) {
            return new String(reading.bytes().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> keys(String prefix) throws IOException {
        return bucket.list(prefix, item -> true, 10_000).stream().map(S3Bucket.Item::key).toList();
    }

    @Test
    void whatIsPutIsFoundWithItsMetadataListedAndRead() throws Exception {
        put("one/a.edi", "ISA");
        assertThat(bucket.head("one/a.edi").orElseThrow().metadata()).containsEntry("acorn-sha256", "abc");
        assertThat(bucket.head("one/a.edi").orElseThrow().size()).isEqualTo(3);
        assertThat(keys("one/")).containsExactly("one/a.edi");
        assertThat(text("one/a.edi")).isEqualTo("ISA");
        assertThat(bucket.range("one/a.edi", 1, 2)).isEqualTo("SA".getBytes(StandardCharsets.US_ASCII));
        assertThat(bucket.head("one/none")).isEmpty();
        assertThatThrownBy(() -> bucket.get("one/none")).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void moreObjectsThanAPageHoldsAreAllListedAndNoMoreThanWanted() throws Exception {
        for (int i = 0; i < 1010; i++) {
            put(String.format("many/%04d.edi", i), "x");
        }
        assertThat(keys("many/")).hasSize(1010).isSorted();
        assertThat(bucket.list("many/", item -> item.key().endsWith("9.edi"), 7)).extracting(S3Bucket.Item::key)
            .hasSize(7).allMatch(key -> key.endsWith("9.edi"));
    }

    @Test
    void anObjectThatWasReplacedSinceItWasReadIsNotDeleted() throws Exception {
        put("race/a.edi", "first");
        S3Bucket.Item first = bucket.list("race/", item -> true, 1).get(0);
        put("race/a.edi", "second");
        assertThat(bucket.delete(first)).isFalse();
        assertThat(text("race/a.edi")).isEqualTo("second");
        assertThatThrownBy(() -> bucket.copy(first, "race-done/a.edi")).isInstanceOfSatisfying(BucketFault.class,
            fault -> assertThat(fault.kind()).isEqualTo(BucketFault.Kind.CHANGED));
        S3Bucket.Item second = bucket.list("race/", item -> true, 1).get(0);
        bucket.copy(second, "race-done/a.edi");
        assertThat(bucket.delete(second)).isTrue();
        assertThat(bucket.delete(second)).as("gone already").isTrue();
        assertThat(keys("race")).containsExactly("race-done/a.edi");
    }

    @Test
    void aCheckSaysOfEachThingWhetherItIsAllowed() {
        assertThat(bucket.check("in/", "done/", "out/")).allMatch(S3Bucket.Check::fine).extracting(S3Bucket.Check::name)
            .containsExactly("bucket", "list", "delete", "move", "put");
        assertThat(bucket.check(null, null, "out/")).extracting(S3Bucket.Check::name).containsExactly("bucket", "put");
    }

    @Test
    void aCheckThatFailsSaysWhyAndNotTheSecret() {
        S3Location right = server.location("drop");
        try (S3Bucket wrong = new S3Bucket(new S3Location("drop", "", right.endpoint(), true,
                () -> new S3Location.Keys(S3Server.ACCESS, "wrong-secret")));
             S3Bucket missing = new S3Bucket(server.location("nowhere"))) {
            assertThat(wrong.check("in/", null, null)).singleElement().satisfies(check -> assertThat(check.words())
                .contains("access denied").doesNotContain("wrong-secret"));
            assertThat(missing.check("in/", null, "out/")).singleElement().satisfies(check ->
                assertThat(check.words()).contains("there is no bucket nowhere"));
        }
    }
}
