// SPDX-License-Identifier: Apache-2.0
package io.acornhub.archive.internal;

import io.acornhub.archive.Archive;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What archives share: how an entry is written and hashed, and where it lies. */
final class Parts {
    private static final int BUFFER = 64 * 1024;

    private Parts() {
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
