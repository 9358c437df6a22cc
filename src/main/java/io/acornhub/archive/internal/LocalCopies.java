// SPDX-License-Identifier: Apache-2.0
package io.acornhub.archive.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Copies of entries on the local disk, so that a document does not cost a request. They are bounded: when they grow too large,
 * those that were not read for longest go. Any of them may be deleted at any time, also by another process.
 */
final class LocalCopies {
    /** One entry may have this part of the whole. */
    private static final int SHARE = 4;
    /** How old a time of last reading may become before it is written anew. */
    private static final Duration FRESH = Duration.ofMinutes(1);
    private final Path folder;
    private final long most;
    /** Bytes kept, as far as this process knows; below 0 while nobody has counted. */
    private final AtomicLong kept = new AtomicLong(-1);

    LocalCopies(Path folder, long most) {
        this.folder = folder;
        this.most = most;
    }

    boolean takes(long size) {
        return size <= most / SHARE;
    }

    /** The copy of an entry, marked as read. */
    Path read(String sha256) throws IOException {
        Path copy = path(sha256);
        FileTime last = Files.getLastModifiedTime(copy);
        Instant now = Instant.now();
        if (last.toInstant().isBefore(now.minus(FRESH))) {
            Files.setLastModifiedTime(copy, FileTime.from(now));
        }
        return copy;
    }

    boolean has(String sha256) {
        return Files.exists(path(sha256));
    }

    /** Takes a complete file over as a copy. */
    void take(Path part, String sha256, long size) throws IOException {
        Path copy = path(sha256);
        Files.createDirectories(copy.getParent());
        Files.move(part, copy, StandardCopyOption.ATOMIC_MOVE);
        if (kept.get() < 0 || kept.addAndGet(size) > most) {
            shrink();
        }
    }

    private Path path(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private record Copy(Path path, long size, FileTime read) {
    }

    private synchronized void shrink() throws IOException {
        if (kept.get() >= 0 && kept.get() <= most) {
            return;
        }
        List<Copy> copies = copies();
        long total = copies.stream().mapToLong(Copy::size).sum();
        if (total > most) {
            copies.sort(Comparator.comparing(Copy::read));
            // a tenth more than needed, so that the next few need no look
            long enough = most - most / 10;
            for (Copy copy : copies) {
                if (total <= enough) {
                    break;
                }
                Files.deleteIfExists(copy.path());
                total -= copy.size();
            }
        }
        kept.set(total);
    }

    private List<Copy> copies() throws IOException {
        List<Copy> copies = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder, 2)) {
            for (Path file : files.toList()) {
                try {
                    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                    if (attributes.isRegularFile()) {
                        copies.add(new Copy(file, attributes.size(), attributes.lastModifiedTime()));
                    }
                } catch (NoSuchFileException e) {
                    // another process was faster
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return copies;
    }
}
