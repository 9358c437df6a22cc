// SPDX-License-Identifier: Apache-2.0
package io.acornhub.archive.internal;

import io.acornhub.archive.Archive;
import io.acornhub.archive.Unfinished;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The archive as files {@code ab/cd/abcd…} below one folder. Several processes may share the folder. */
public class DiskArchive implements Archive {
    private final Path root;
    private final Path incoming;

    public DiskArchive(Path root) throws IOException {
        this.root = root;
        this.incoming = Unfinished.folder(root.resolve("incoming"));
    }

    @Override
    public Entry store(InputStream bytes) throws IOException {
        Path part = Unfinished.next(incoming);
        try {
            Entry entry = Parts.write(bytes, part, true);
            Path target = path(entry.sha256());
            if (!Files.exists(target)) {
                Files.createDirectories(target.getParent());
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            }
            return entry;
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
        return root.resolve(Parts.key(sha256));
    }
}
