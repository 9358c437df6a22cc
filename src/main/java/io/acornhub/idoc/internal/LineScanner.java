// SPDX-License-Identifier: Apache-2.0
package io.acornhub.idoc.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Lines of a stream as bytes, with their places; LF or CRLF ends a line and is not part of it. */
final class LineScanner {
    /** No record is longer than 1063 characters; a longer line is no IDoc file, or one without line ends. */
    private static final int LONGEST = 64 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[LONGEST];
    private int at;
    private int filled;
    private byte[] line = new byte[2048];
    private int length;
    private long offset;
    private long next;
    private int number;
    private boolean terminated;

    /** @param base bytes of the file before the stream */
    LineScanner(InputStream in, long base) {
        this.in = in;
        this.next = base;
    }

    /** Goes to the next line; false at the end of the stream. */
    boolean next() throws IOException {
        offset = next;
        length = 0;
        terminated = false;
        while (!terminated) {
            if (at == filled) {
                at = 0;
                filled = Math.max(0, in.read(buffer));
                if (filled == 0) {
                    break;
                }
            }
            int end = at;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            terminated = end < filled;
            append(end);
            at = terminated ? end + 1 : end;
        }
        next = offset + length + (terminated ? 1 : 0);
        if (next == offset) {
            return false;
        }
        number++;
        if (length > 0 && line[length - 1] == '\r') {
            length--;
        }
        return true;
    }

    private void append(int end) {
        int more = end - at;
        if (length + more > LONGEST) {
            throw Faults.unreadable("line " + (number + 1) + " is longer than any IDoc record: a flat IDoc file has one record a"
                + " line; let the file port write line ends");
        }
        if (length + more > line.length) {
            line = Arrays.copyOf(line, Math.max(length + more, line.length * 2));
        }
        System.arraycopy(buffer, at, line, length, more);
        length += more;
    }

    /** The bytes of the line are the first {@link #length()} of these; they change with the next line. */
    byte[] line() {
        return line;
    }

    int length() {
        return length;
    }

    /** Bytes before the line. */
    long offset() {
        return offset;
    }

    /** Bytes up to and with the line's end. */
    long end() {
        return next;
    }

    /** From 1. */
    int number() {
        return number;
    }

    /** False for a last line without a line end. */
    boolean terminated() {
        return terminated;
    }

    boolean blank() {
        for (int i = 0; i < length; i++) {
            if (line[i] != ' ' && line[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    boolean startsWith(byte[] prefix) {
        return length >= prefix.length && Arrays.equals(line, 0, prefix.length, prefix, 0, prefix.length);
    }
}
