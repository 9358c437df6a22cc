// SPDX-License-Identifier: Apache-2.0
package io.acornhub.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acornhub.S3Server;
import io.acornhub.TestClassPath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** The archive in a bucket, against a server of its own process. */
class S3ArchiveTest extends ArchiveContract {
    private static final String BUCKET = "acorn-archive";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final long COPIES = 4 << 20;
    private static S3Server server;

    @TempDir
    Path folder;
    private final String prefix = "a" + NUMBER.incrementAndGet() + "/";
    private int processes;

    @BeforeAll
    static void startServer(@TempDir Path folder) {
        server = new S3Server(folder).makeBucket(BUCKET);
    }

    @AfterAll
    static void stopServer() {
        if (server != null) {
            server.close();
        }
    }

    @Override
    protected Archive archive() throws IOException {
        return archive(COPIES, folder.resolve("process" + ++processes));
    }

    private Archive archive(long copies, Path local) throws IOException {
        return Archive.onS3(new S3Bucket(server.location(BUCKET)), prefix, local, copies);
    }

    @Override
    protected Path incoming() {
        return folder.resolve("process1").resolve("incoming");
    }

    private String key(String sha256) {
        return prefix + sha256.substring(0, 2) + "/" + sha256.substring(2, 4) + "/" + sha256;
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(f -> f.toFile().length()).sum();
        }
    }

    @Test
    void theObjectIsCalledAsTheFileOnDiskWouldBe() throws Exception {
        String sha = store(archive(), bytes(100, 10)).sha256();
        try (S3Client client = server.client()) {
            assertThat(client.getObjectAsBytes(r -> r.bucket(BUCKET).key(key(sha))).asByteArray()).isEqualTo(bytes(100, 10));
        }
    }

    @Test
    void aLargeEntryGoesInPartsAndIsReadWithoutACopy() throws Exception {
        byte[] bytes = bytes(17 << 20, 11);
        Archive archive = archive();
        Archive.Entry entry = store(archive, bytes);
        assertThat(store(archive, bytes)).isEqualTo(entry);
        assertThat(read(archive, entry.sha256())).isEqualTo(bytes);
        assertThat(archive.slice(entry.sha256(), 9_000_000, 1000)).isEqualTo(Arrays.copyOfRange(bytes, 9_000_000, 9_001_000));
        assertThat(archive.slice(entry.sha256(), 9_000_000, 0)).isEmpty();
        try (InputStream in = archive.open(entry.sha256())) {
            assertThat(in.skip(1000)).isEqualTo(1000);
            assertThat(in.readNBytes(10)).isEqualTo(Arrays.copyOfRange(bytes, 1000, 1010));
        }
        assertThat(size(folder)).isZero();
    }

    @Test
    void copiesAreReadWithoutTheServerAndStayWithinTheirBound() throws Exception {
        Path local = folder.resolve("local");
        Archive archive = archive(1 << 20, local);
        String last = null;
        for (int i = 0; i < 40; i++) {
            last = store(archive, bytes(50_000, 100 + i)).sha256();
        }
        assertThat(size(local)).isBetween(500_000L, 1L << 20);
        try (S3Client client = server.client()) {
            String gone = key(last);
            client.deleteObject(r -> r.bucket(BUCKET).key(gone));
        }
        assertThat(read(archive, last)).hasSize(50_000);
        assertThat(archive.slice(last, 10, 10)).hasSize(10);
        // what was kept longest ago comes from the server again
        assertThat(read(archive, sha256(bytes(50_000, 100)))).isEqualTo(bytes(50_000, 100));
        // stored again it is there again, though a copy was here
        store(archive, bytes(50_000, 139));
        assertThat(read(archive(), last)).hasSize(50_000);
    }

    @Test
    void anObjectThatIsNotWhatItsKeySaysIsNeverTakenForIt() throws Exception {
        byte[] bytes = bytes(5000, 12);
        String sha = sha256(bytes);
        try (S3Client client = server.client()) {
            client.putObject(r -> r.bucket(BUCKET).key(key(sha)), RequestBody.fromBytes(bytes(5000, 13)));
            assertThatThrownBy(() -> read(archive(), sha)).isInstanceOf(IOException.class).hasMessageContaining("damaged");
            assertThatThrownBy(() -> read(archive(0, folder.resolve("none")), sha)).isInstanceOf(IOException.class)
                .hasMessageContaining("damaged");
            client.putObject(r -> r.bucket(BUCKET).key(key(sha)), RequestBody.fromBytes(bytes(4000, 13)));
        }
        store(archive(), bytes);
        assertThat(read(archive(), sha)).isEqualTo(bytes);
    }

    @Test
    void aServerThatIsDownIsAFaultThatPasses() throws Exception {
        Archive archive = archive(0, folder.resolve("none"));
        String sha = store(archive, bytes(5000, 14)).sha256();
        server.close();
        try {
            assertThatThrownBy(() -> store(archive, bytes(5000, 15))).isInstanceOfSatisfying(BucketFault.class,
                fault -> assertThat(fault.kind()).isEqualTo(BucketFault.Kind.UNREACHABLE));
            assertThatThrownBy(() -> archive.open(sha)).isInstanceOf(BucketFault.class);
            assertThatThrownBy(() -> archive.slice(sha, 0, 10)).isInstanceOf(BucketFault.class).hasMessageContaining("cannot be reached");
        } finally {
            server.start();
        }
        assertThat(read(archive, sha)).isEqualTo(bytes(5000, 14));
        store(archive, bytes(5000, 15));
        assertThat(size(folder)).isZero();
    }

    @Test
    void wrongKeysAndAMissingBucketAreSaidInWordsAndNeverWithTheSecret() throws Exception {
        S3Location right = server.location(BUCKET);
        S3Location wrong = new S3Location(BUCKET, "", right.endpoint(), true, () -> new S3Location.Keys(S3Server.ACCESS, "wrong-secret"));
        refused(wrong, "access denied");
        refused(server.location("no-such-bucket"), "there is no bucket no-such-bucket");
        refused(new S3Location(BUCKET, "", right.endpoint(), true, () -> {
            throw new IllegalStateException("the environment variable S3_SECRET is not set");
        }), "the environment variable S3_SECRET is not set");
    }

    private void refused(S3Location location, String saying) throws IOException {
        Archive archive = Archive.onS3(new S3Bucket(location), prefix, folder.resolve("refused"), COPIES);
        assertThatThrownBy(() -> store(archive, bytes(100, 16))).isInstanceOfSatisfying(BucketFault.class, fault -> {
            assertThat(fault.kind()).isEqualTo(BucketFault.Kind.REFUSED);
            assertThat(fault).hasMessageContaining(saying).hasMessageNotContaining("wrong-secret");
        });
        assertThatThrownBy(() -> archive.open(NOWHERE)).isInstanceOf(BucketFault.class).isNotInstanceOf(NoSuchFileException.class);
        assertThat(size(folder.resolve("refused"))).isZero();
    }

    /** 200 MB through a heap of 40 MB, in a process of its own. */
    @Test
    void aVeryLargeEntryIsNeverInMemory() throws Exception {
        Path log = folder.resolve("trial.log");
        Process trial = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx40m",
            "-XX:TieredStopAtLevel=1", "-cp", TestClassPath.all(), LargeEntryTrial.class.getName(),
            server.endpoint(), BUCKET, folder.resolve("large").toString(),
            Long.toString(200L << 20)).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        assertThat(trial.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(trial.exitValue()).as(Files.readString(log)).isZero();
        assertThat(size(folder.resolve("large"))).isZero();
    }
}
