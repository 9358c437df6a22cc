// SPDX-License-Identifier: Apache-2.0
package io.acornhub.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every archive keeps, wherever it keeps it. */
abstract class ArchiveContract {
    protected static final String NOWHERE = "0".repeat(64);

    /** The archive; each call another process's view of the same one. */
    protected abstract Archive archive() throws IOException;

    /** The local folder in which files on their way lie. */
    protected abstract Path incoming();

    protected static byte[] bytes(int length, long seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    protected static Archive.Entry store(Archive archive, byte[] bytes) throws IOException {
        return archive.store(new ByteArrayInputStream(bytes));
    }

    protected static byte[] read(Archive archive, String sha256) throws IOException {
        try (InputStream in = archive.open(sha256)) {
            return in.readAllBytes();
        }
    }

    protected static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    protected long left() throws IOException {
        try (Stream<Path> files = Files.list(incoming())) {
            return files.count();
        }
    }

    @Test
    void whatIsStoredIsReadByItsHashInOneProcessAndInAnother() throws Exception {
        byte[] bytes = "ISA*00*~".getBytes(StandardCharsets.US_ASCII);
        Archive archive = archive();
        Archive.Entry entry = store(archive, bytes);
        assertThat(entry).isEqualTo(new Archive.Entry(sha256(bytes), bytes.length));
        assertThat(read(archive, entry.sha256())).isEqualTo(bytes);
        assertThat(read(archive(), entry.sha256())).isEqualTo(bytes);
        assertThat(left()).isZero();
    }

    @Test
    void theSameAgainIsTheSameEntry() throws Exception {
        byte[] bytes = bytes(30_000, 1);
        Archive.Entry first = store(archive(), bytes);
        assertThat(store(archive(), bytes)).isEqualTo(first);
        assertThat(read(archive(), first.sha256())).isEqualTo(bytes);
        assertThat(left()).isZero();
    }

    @Test
    void nothingIsAnEntryToo() throws Exception {
        Archive.Entry entry = store(archive(), new byte[0]);
        assertThat(entry.size()).isZero();
        assertThat(read(archive(), entry.sha256())).isEmpty();
        assertThat(archive().slice(entry.sha256(), 0, 0)).isEmpty();
    }

    @Test
    void aSliceIsThatPartAndNoMore() throws Exception {
        byte[] bytes = bytes(200_000, 2);
        String sha = store(archive(), bytes).sha256();
        Archive other = archive();
        assertThat(other.slice(sha, 0, 106)).isEqualTo(Arrays.copyOf(bytes, 106));
        assertThat(other.slice(sha, 150_001, 49_999)).isEqualTo(Arrays.copyOfRange(bytes, 150_001, 200_000));
        assertThat(other.slice(sha, 77, 0)).isEmpty();
        assertThatThrownBy(() -> other.slice(sha, 199_999, 2)).isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> archive().slice(sha, 300_000, 1)).isInstanceOf(EOFException.class);
    }

    @Test
    void whatIsNotThereIsSaidToBeMissing() throws Exception {
        Archive archive = archive();
        assertThatThrownBy(() -> archive.open(NOWHERE)).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> archive.slice(NOWHERE, 0, 10)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void whatIsNoHashIsRefused() throws Exception {
        Archive archive = archive();
        for (String no : List.of("../../etc/passwd", "", "ABC", NOWHERE + "0", NOWHERE.replace('0', 'F'))) {
            assertThatThrownBy(() -> archive.open(no)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> archive.slice(no, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aSenderWhoBreaksOffLeavesNothing() throws Exception {
        Archive archive = archive();
        byte[] start = bytes(100_000, 3);
        InputStream broken = new InputStream() {
            private int at;

            @Override
            public int read() throws IOException {
                if (at == start.length) {
                    throw new IOException("connection reset");
                }
                return start[at++] & 0xff;
            }
        };
        assertThatThrownBy(() -> archive.store(broken)).isInstanceOf(IOException.class).hasMessage("connection reset");
        assertThat(left()).isZero();
        assertThatThrownBy(() -> archive.open(sha256(start))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void manyStoreAndReadTheSameAtOnce() throws Exception {
        byte[] bytes = bytes(64_000, 4);
        Archive archive = archive();
        Archive other = archive();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<byte[]>> work = IntStream.range(0, 16).mapToObj(i -> (Callable<byte[]>) () ->
                read(i % 2 == 0 ? other : archive, store(archive, bytes).sha256())).toList();
            for (Future<byte[]> done : threads.invokeAll(work)) {
                assertThat(done.get()).isEqualTo(bytes);
            }
        } finally {
            threads.shutdown();
        }
        assertThat(left()).isZero();
    }
}
