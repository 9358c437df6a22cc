// SPDX-License-Identifier: Apache-2.0
package io.acornhub.archive.internal;

import io.acornhub.archive.Archive;
import io.acornhub.archive.BucketFault;
import io.acornhub.archive.S3Bucket;
import io.acornhub.archive.Unfinished;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The archive as objects {@code <prefix>ab/cd/abcd…} of one bucket. An entry is written to a local file while it is hashed, put
 * under its key, and only then counts as stored; the local file stays as a copy for the stages that read it next.
 */
public class S3Archive implements Archive {
    private static final Duration GIVEN_UP = Duration.ofDays(1);
    private static final int STRIPES = 64;
    private static final int REMEMBERED = 10_000;
    private final S3Bucket bucket;
    private final String prefix;
    private final Path incoming;
    private final LocalCopies copies;
    private final AtomicBoolean tidied = new AtomicBoolean();
    /** Whether the server can put only what is not there yet; else it is asked before. */
    private volatile boolean conditions = true;
    private final Object[] stripes = new Object[STRIPES];
    /** Sizes of entries that are too large for a copy; an entry never changes. */
    private final Map<String, Long> large = new ConcurrentHashMap<>();

    public S3Archive(S3Bucket bucket, String prefix, Path local, long copies) throws IOException {
        this.bucket = bucket;
        this.prefix = prefix;
        this.incoming = Unfinished.folder(local.resolve("incoming"));
        this.copies = new LocalCopies(Files.createDirectories(local.resolve("copies")), copies);
        for (int i = 0; i < STRIPES; i++) {
            stripes[i] = new Object();
        }
    }

    @Override
    public Entry store(InputStream bytes) throws IOException {
        Path part = Unfinished.next(incoming);
        try {
            Entry entry = Parts.write(bytes, part, false);
            boolean perhapsThere = !conditions || S3Uploads.inParts(entry.size()) || copies.has(entry.sha256());
            if (!perhapsThere || !stored(entry)) {
                put(entry, part);
            }
            if (copies.takes(entry.size())) {
                copies.take(part, entry.sha256(), entry.size());
            }
            return entry;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void put(Entry entry, Path part) throws IOException {
        try {
            put(entry, part, conditions);
        } catch (BucketFault e) {
            boolean there = e.kind() == BucketFault.Kind.CHANGED;
            if (!there && (e.kind() != BucketFault.Kind.UNSUPPORTED || !conditions)) {
                throw e;
            }
            conditions &= there;
            if (!there || !stored(entry)) {
                // a server without conditions, or an object that is not what its key says: it is put right
                put(entry, part, false);
            }
        }
        if (tidied.compareAndSet(false, true)) {
            bucket.abortOlder(prefix, Instant.now().minus(GIVEN_UP));
        }
    }

    private void put(Entry entry, Path part, boolean onlyNew) throws IOException {
        bucket.put(key(entry.sha256()), part, entry.size(), Map.of(), onlyNew);
    }

    private boolean stored(Entry entry) throws IOException {
        Optional<S3Bucket.Item> found = bucket.head(key(entry.sha256()));
        return found.isPresent() && found.get().size() == entry.size();
    }

    @Override
    public InputStream open(String sha256) throws IOException {
        String key = key(sha256);
        try {
            return Files.newInputStream(copies.read(sha256));
        } catch (NoSuchFileException e) {
            // no copy here
        }
        synchronized (stripe(sha256)) {
            if (copies.has(sha256)) {
                return Files.newInputStream(copies.read(sha256));
            }
            S3Bucket.Reading reading = get(sha256, key);
            return copies.takes(reading.item().size()) ? Files.newInputStream(copy(sha256, reading))
                : new VerifiedStream(reading.bytes(), sha256);
        }
    }

    @Override
    public byte[] slice(String sha256, long offset, int length) throws IOException {
        String key = key(sha256);
        try {
            return slice(copies.read(sha256), sha256, offset, length);
        } catch (NoSuchFileException e) {
            // no copy here
        }
        Long size = large.get(sha256);
        if (size == null) {
            Path copy = copy(sha256, key);
            if (copy != null) {
                return slice(copy, sha256, offset, length);
            }
            size = large.get(sha256);
        }
        if (size != null && offset + length > size) {
            throw ended(sha256, offset + length);
        }
        return length == 0 ? new byte[0] : bucket.range(key, offset, length);
    }

    private static byte[] slice(Path file, String sha256, long offset, int length) throws IOException {
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer slice = ByteBuffer.allocate(length);
            while (slice.hasRemaining()) {
                if (in.read(slice, offset + slice.position()) < 0) {
                    throw ended(sha256, offset + length);
                }
            }
            return slice.array();
        }
    }

    private static EOFException ended(String sha256, long wanted) {
        return new EOFException("archive entry " + sha256 + " ends before byte " + wanted);
    }

    /** Makes a copy here, by one thread for an entry; the others find it then. Null for one that is too large. */
    private Path copy(String sha256, String key) throws IOException {
        synchronized (stripe(sha256)) {
            if (copies.has(sha256)) {
                return copies.read(sha256);
            }
            S3Bucket.Reading reading = get(sha256, key);
            if (copies.takes(reading.item().size())) {
                return copy(sha256, reading);
            }
            reading.close();
            if (large.size() >= REMEMBERED) {
                large.clear();
            }
            large.put(sha256, reading.item().size());
            return null;
        }
    }

    private Path copy(String sha256, S3Bucket.Reading content) throws IOException {
        Path part = Unfinished.next(incoming);
        try (S3Bucket.Reading reading = content) {
            Entry got = Parts.write(reading.bytes(), part, false);
            if (!got.sha256().equals(sha256)) {
                throw VerifiedStream.damaged(sha256);
            }
            copies.take(part, sha256, got.size());
            return copies.read(sha256);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private Object stripe(String sha256) {
        return stripes[Math.floorMod(sha256.hashCode(), STRIPES)];
    }

    private S3Bucket.Reading get(String sha256, String key) throws IOException {
        try {
            return bucket.get(key);
        } catch (NoSuchFileException e) {
            throw missing(sha256, e);
        }
    }

    private static NoSuchFileException missing(String sha256, NoSuchFileException cause) {
        NoSuchFileException missing = new NoSuchFileException(sha256);
        missing.initCause(cause);
        return missing;
    }

    private String key(String sha256) {
        return prefix + Parts.key(sha256);
    }
}
