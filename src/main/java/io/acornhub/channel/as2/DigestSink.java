// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.as2;

import java.io.OutputStream;
import java.security.MessageDigest;

/** Digests what is written to it, on request with every line end made CRLF. */
final class DigestSink extends OutputStream {
    private static final byte[] CRLF = {'\r', '\n'};
    private final MessageDigest digest;
    private final boolean canonical;
    private boolean afterReturn;

    DigestSink(MessageDigest digest, boolean canonical) {
        this.digest = digest;
        this.canonical = canonical;
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        if (!canonical) {
            digest.update(bytes, offset, length);
            return;
        }
        int from = offset;
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] == '\n' || bytes[i] == '\r') {
                digest.update(bytes, from, i - from);
                if (bytes[i] == '\r' || !afterReturn) {
                    digest.update(CRLF);
                }
                from = i + 1;
            }
            afterReturn = bytes[i] == '\r';
        }
        digest.update(bytes, from, offset + length - from);
    }
}
