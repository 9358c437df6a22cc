// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi.internal;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * A window on the file. It holds what is not consumed yet and, where asked to {@link #keep}, all from that place on, so that
 * offsets relative to the kept place stay valid when the window moves.
 */
final class SegmentBuffer {
    enum Found { SEGMENT, END, PARTIAL, TOO_LONG }

    private final InputStream in;
    private final int longest;
    private final MessageDigest digest = sha256();
    private byte[] bytes = new byte[1 << 16];
    private int limit;
    private int position;
    private int kept = -1;
    private int digested = -1;
    private long base;
    private boolean ended;
    private int start;
    private int end;

    SegmentBuffer(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    byte[] bytes() {
        return bytes;
    }

    /** First byte of the segment found. */
    int start() {
        return start;
    }

    /** The byte after its last, where the terminator stands. */
    int end() {
        return end;
    }

    int position() {
        return position;
    }

    long offset(int index) {
        return base + index;
    }

    /** Makes n bytes available from the position on; false if the file ends before. */
    boolean need(int n) throws IOException {
        while (limit - position < n) {
            if (!fill()) {
                return false;
            }
        }
        return true;
    }

    int available() {
        return limit - position;
    }

    int peek(int ahead) {
        return bytes[position + ahead] & 0xFF;
    }

    void skip(int n) {
        position += n;
    }

    /** Passes line ends and blanks; {@code terminator} too, as it can be one of them. False at the end of the file. */
    boolean skipBlank(int terminator) throws IOException {
        while (true) {
            while (position < limit) {
                int b = bytes[position];
                if (b != '\r' && b != '\n' && b != ' ' && b != '\t' && b != terminator) {
                    return true;
                }
                position++;
            }
            if (!fill()) {
                return false;
            }
        }
    }

    /** Finds the segment that begins at the position, without consuming it. */
    Found find(byte terminator) throws IOException {
        int from = position;
        while (true) {
            byte[] all = bytes;
            int at = from;
            int to = limit;
            while (at < to && all[at] != terminator) {
                at++;
            }
            if (at - position > longest) {
                start = position;
                end = at;
                return Found.TOO_LONG;
            }
            if (at < to) {
                start = position;
                end = at;
                return Found.SEGMENT;
            }
            int scanned = at - position;
            if (!fill()) {
                start = position;
                end = limit;
                return limit == position ? Found.END : Found.PARTIAL;
            }
            from = position + scanned;
        }
    }

    /** Goes behind the segment found and its terminator. */
    void consume() {
        position = Math.min(end + 1, limit);
    }

    void keep() {
        kept = position;
    }

    int kept() {
        return kept;
    }

    void release() {
        kept = -1;
    }

    void beginDigest() {
        digest.reset();
        digested = position;
    }

    /** Digest of all bytes since {@link #beginDigest} up to the index. */
    byte[] endDigest(int to) {
        digest.update(bytes, digested, to - digested);
        digested = -1;
        return digest.digest();
    }

    private boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        if (limit == bytes.length) {
            makeRoom();
        }
        int n = in.read(bytes, limit, bytes.length - limit);
        if (n <= 0) {
            ended = n < 0;
            return n == 0 && fill();
        }
        limit += n;
        return true;
    }

    private void makeRoom() {
        int from = kept >= 0 ? kept : position;
        if (from < bytes.length / 2) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
            return;
        }
        if (digested >= 0) {
            if (from > digested) {
                digest.update(bytes, digested, from - digested);
            }
            digested = Math.max(0, digested - from);
        }
        System.arraycopy(bytes, from, bytes, 0, limit - from);
        limit -= from;
        position -= from;
        kept = kept >= 0 ? 0 : -1;
        base += from;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
