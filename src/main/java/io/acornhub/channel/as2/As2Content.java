// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.as2;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Bytes that are in memory when they are few and in a file when they are many. Can be read any number of times, by several
 * threads. {@link #close()} deletes a file that was made for it.
 */
public final class As2Content implements AutoCloseable {
    private final byte[] bytes;
    private final Path file;
    private final boolean ours;
    private final long begin;
    private final long size;

    private As2Content(byte[] bytes, Path file, boolean ours, long begin, long size) {
        this.bytes = bytes;
        this.file = file;
        this.ours = ours;
        this.begin = begin;
        this.size = size;
    }

    /** Of bytes in memory; they must not be changed after. */
    public static As2Content of(byte[] bytes) {
        return new As2Content(bytes, null, false, 0, bytes.length);
    }

    /** Of a file that stays where it is. */
    public static As2Content of(Path file) throws IOException {
        return new As2Content(null, file, false, 0, Files.size(file));
    }

    static As2Content temporary(Path file) throws IOException {
        return new As2Content(null, file, true, 0, Files.size(file));
    }

    /** A range of these bytes; valid until this one is closed. */
    As2Content range(long from, long length) {
        return new As2Content(bytes, file, false, begin + from, length);
    }

    /** In bytes. */
    public long size() {
        return size;
    }

    /** From the first byte; to be closed by the caller. */
    public InputStream open() throws IOException {
        if (bytes != null) {
            return new ByteArrayInputStream(bytes, (int) begin, (int) size);
        }
        return new FileRange(file, begin, size);
    }

    /** Copies all. */
    public void writeTo(OutputStream out) throws IOException {
        if (bytes != null) {
            out.write(bytes, (int) begin, (int) size);
            return;
        }
        try (InputStream in = open()) {
            in.transferTo(out);
        }
    }

    /** All bytes in memory: for what is known to be small. */
    public byte[] bytes() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream((int) Math.min(size, Integer.MAX_VALUE - 8L));
        writeTo(all);
        return all.toByteArray();
    }

    /** True when the bytes are in memory. */
    public boolean inMemory() {
        return bytes != null;
    }

    @Override
    public void close() throws IOException {
        if (ours) {
            Files.deleteIfExists(file);
        }
    }
}
