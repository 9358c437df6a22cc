// SPDX-License-Identifier: Apache-2.0
package io.acornhub.archive.internal;

import io.acornhub.archive.Archive;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Local files of entries on their way: written, hashed, and gone when the entry is where it belongs. */
final class Parts {
    private static final Logger LOG = LoggerFactory.getLogger(Parts.class);
    /** So old that no process can be writing it any more. */
    private static final Duration LEFT_OVER = Duration.ofDays(1);
    private static final int BUFFER = 64 * 1024;

    private Parts() {
    }

    /** The folder for them, without those that a crash left there long ago. */
    static Path folder(Path root) throws IOException {
        Path folder = Files.createDirectories(root.resolve("incoming"));
        Instant before = Instant.now().minus(LEFT_OVER);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".part")).toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before) && Files.deleteIfExists(file)) {
                    LOG.info("archive   {} was left unfinished and is deleted", file.getFileName());
                }
            }
        } catch (IOException e) {
            LOG.warn("archive   what was left unfinished in {} cannot be deleted: {}", folder, e.toString());
        }
        return folder;
    }

    static Path next(Path folder) {
        return folder.resolve(UUID.randomUUID() + ".part");
    }

    /** @param durable whether it must survive a power cut when this returns */
    static Archive.Entry write(InputStream bytes, Path part, boolean durable) throws IOException {
        MessageDigest digest = sha256();
        long size = 0;
        try (FileChannel out = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                digest.update(buffer, 0, read);
                ByteBuffer rest = ByteBuffer.wrap(buffer, 0, read);
                while (rest.hasRemaining()) {
                    size += out.write(rest);
                }
            }
            if (durable) {
                out.force(false);
            }
        }
        return new Archive.Entry(HexFormat.of().formatHex(digest.digest()), size);
    }

    /** Where an entry lies below the root of an archive, on disk and in a bucket alike. */
    static String key(String sha256) {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256: " + sha256);
        }
        return sha256.substring(0, 2) + "/" + sha256.substring(2, 4) + "/" + sha256;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
