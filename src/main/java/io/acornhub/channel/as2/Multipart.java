// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.as2;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Finds the parts of a multipart body (RFC 2046, 5.1) in one pass, as ranges of its bytes. */
final class Multipart {
    private static final int MOST_PARTS = 32;
    private static final int BUFFER = 64 * 1024;
    private final As2Content body;
    private final byte[] delimiter;
    private final List<As2Content> parts = new ArrayList<>();
    private long partBegin = -1;
    private boolean closed;
    private boolean textAfter;
    // of the line that is being read
    private final byte[] start;
    private long lineBegin;
    private long lineLength;
    private int endBefore;

    private Multipart(As2Content body, String boundary) {
        this.body = body;
        this.delimiter = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        this.start = new byte[delimiter.length + 2];
    }

    /** The parts in their order, each from its first header to before the line end that belongs to the delimiter. */
    static List<As2Content> parts(MimeEntity entity) throws IOException, Refused {
        String boundary = entity.parameter("boundary");
        if (boundary == null || boundary.isEmpty() || boundary.length() > 255) {
            throw malformed("a multipart message has no boundary in its Content-Type");
        }
        Multipart multipart = new Multipart(entity.body(), boundary);
        multipart.scan();
        if (!multipart.closed) {
            throw malformed("a multipart message ends before its last boundary");
        }
        if (multipart.textAfter) {
            throw malformed("something follows the last boundary of a multipart message");
        }
        return multipart.parts;
    }

    private void scan() throws IOException, Refused {
        byte[] buffer = new byte[(int) Math.min(BUFFER, Math.max(body.size(), 1))];
        long position = 0;
        byte last = 0;
        try (InputStream in = body.open()) {
            for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
                for (int i = 0; i < count; i++) {
                    byte one = buffer[i];
                    position++;
                    if (one == '\n') {
                        line();
                        endBefore = last == '\r' && lineLength > 0 ? 2 : 1;
                        lineBegin = position;
                        lineLength = 0;
                    } else {
                        if (lineLength < start.length) {
                            start[(int) lineLength] = one;
                        }
                        lineLength++;
                    }
                    last = one;
                }
            }
        }
        line();
    }

    private void line() throws Refused {
        if (closed) {
            textAfter = textAfter || !blank();
            return;
        }
        if (!isDelimiter()) {
            return;
        }
        boolean last = lineLength >= start.length && start[delimiter.length] == '-' && start[delimiter.length + 1] == '-';
        if (partBegin >= 0) {
            long end = Math.max(lineBegin - endBefore, partBegin);
            parts.add(body.range(partBegin, end - partBegin));
            if (parts.size() > MOST_PARTS) {
                throw malformed("a multipart message has more than " + MOST_PARTS + " parts");
            }
        }
        closed = last;
        partBegin = last ? -1 : lineBegin + lineLength + 1L;
    }

    private boolean isDelimiter() {
        if (lineLength < delimiter.length) {
            return false;
        }
        for (int i = 0; i < delimiter.length; i++) {
            if (start[i] != delimiter[i]) {
                return false;
            }
        }
        // a longer boundary that begins like this one is another
        int next = lineLength > delimiter.length ? start[delimiter.length] : ' ';
        int second = lineLength > delimiter.length + 1 ? start[delimiter.length + 1] : ' ';
        return next == ' ' || next == '\t' || next == '\r' || next == '-' && second == '-';
    }

    private boolean blank() {
        for (int i = 0; i < Math.min(lineLength, start.length); i++) {
            if (start[i] != ' ' && start[i] != '\t' && start[i] != '\r') {
                return false;
            }
        }
        return lineLength <= start.length;
    }

    private static Refused malformed(String words) {
        return new Refused(As2Modifier.UNEXPECTED_PROCESSING_ERROR, words);
    }
}
