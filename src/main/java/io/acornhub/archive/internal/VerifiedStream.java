// SPDX-License-Identifier: Apache-2.0
package io.acornhub.archive.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** An entry on its way to a reader, who is told at its end if it is not what was stored. */
final class VerifiedStream extends FilterInputStream {
    private final String sha256;
    private final MessageDigest digest = Parts.sha256();
    private boolean ended;

    VerifiedStream(InputStream in, String sha256) {
        super(in);
        this.sha256 = sha256;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        int read = super.read(to, offset, length);
        if (read > 0) {
            digest.update(to, offset, read);
        } else if (read < 0 && !ended) {
            ended = true;
            if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
                throw damaged(sha256);
            }
        }
        return read;
    }

    /** What is skipped is read, or the hash would be of something else. */
    @Override
    public long skip(long wanted) throws IOException {
        byte[] buffer = new byte[(int) Math.min(Math.max(wanted, 0), 8192)];
        long skipped = 0;
        while (skipped < wanted) {
            int read = read(buffer, 0, (int) Math.min(buffer.length, wanted - skipped));
            if (read < 0) {
                break;
            }
            skipped += read;
        }
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    static IOException damaged(String sha256) {
        return new IOException("archive entry " + sha256 + " was damaged: its bytes have another hash");
    }
}
