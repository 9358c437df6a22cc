// SPDX-License-Identifier: Apache-2.0
package io.acornhub.archive.internal;

import io.acornhub.archive.Archive;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** The archive as files {@code ab/cd/abcd…} below one folder. Several processes may share the folder. */
public class DiskArchive implements Archive {
    private final Path root;
    private final Path incoming;

    public DiskArchive(Path root) throws IOException {
        this.root = root;
        this.incoming = Files.createDirectories(root.resolve("incoming"));
    }

    @Override
    public Entry store(InputStream bytes) throws IOException {
        Path part = incoming.resolve(UUID.randomUUID() + ".part");
        try {
            MessageDigest digest = sha256();
            long size = 0;
            try (FileChannel out = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                byte[] buffer = new byte[64 * 1024];
                for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                    digest.update(buffer, 0, read);
                    ByteBuffer rest = ByteBuffer.wrap(buffer, 0, read);
                    while (rest.hasRemaining()) {
                        size += out.write(rest);
                    }
                }
                out.force(false);
            }
            String sha = HexFormat.of().formatHex(digest.digest());
            Path target = path(sha);
            if (!Files.exists(target)) {
                Files.createDirectories(target.getParent());
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            }
            return new Entry(sha, size);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    @Override
    public InputStream open(String sha256) throws IOException {
        return Files.newInputStream(path(sha256));
    }

    @Override
    public byte[] slice(String sha256, long offset, int length) throws IOException {
        try (FileChannel in = FileChannel.open(path(sha256), StandardOpenOption.READ)) {
            ByteBuffer slice = ByteBuffer.allocate(length);
            while (slice.hasRemaining()) {
                if (in.read(slice, offset + slice.position()) < 0) {
                    throw new EOFException("archive entry " + sha256 + " ends before byte " + (offset + length));
                }
            }
            return slice.array();
        }
    }

    private Path path(String sha256) {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256: " + sha256);
        }
        return root.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4)).resolve(sha256);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
