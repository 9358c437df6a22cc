// SPDX-License-Identifier: Apache-2.0
package io.acornhub.archive;

import io.acornhub.S3Server;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * Stores an entry of so many bytes in a bucket and reads it back, in a JVM of its own with little heap: arguments are endpoint,
 * bucket, local folder and bytes. The exit code is 0 if all came back.
 */
final class LargeEntryTrial {
    private LargeEntryTrial() {
    }

    public static void main(String[] args) throws IOException {
        long size = Long.parseLong(args[3]);
        S3Location where = new S3Location(args[1], "", args[0], true, () -> new S3Location.Keys(S3Server.ACCESS, S3Server.SECRET));
        Archive archive = Archive.onS3(new S3Bucket(where), "large/", Path.of(args[2]), 1 << 20);
        Archive.Entry entry = archive.store(new Counting(size));
        long read = 0;
        try (InputStream in = archive.open(entry.sha256())) {
            byte[] buffer = new byte[64 * 1024];
            for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                read += got;
            }
        }
        boolean whole = entry.size() == size && read == size && archive.slice(entry.sha256(), size - 10, 10).length == 10;
        System.exit(whole ? 0 : 3);
    }

    /** Bytes that nobody keeps. */
    private static final class Counting extends InputStream {
        private final long size;
        private long at;

        Counting(long size) {
            this.size = size;
        }

        @Override
        public int read() {
            return at < size ? (int) (at++ * 31 >> 3 & 0xff) : -1;
        }

        @Override
        public int read(byte[] to, int offset, int length) {
            int number = (int) Math.min(length, size - at);
            for (int i = 0; i < number; i++) {
                to[offset + i] = (byte) (at++ * 31 >> 3);
            }
            return number == 0 && length > 0 ? -1 : number;
        }
    }
}
