// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.as2;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** A body that has to come at a least pace, after a first while in which any pace will do, and that may not be too large. */
final class PacedStream extends FilterInputStream {
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final long BYTES_A_SECOND = 1024;
    private final long begun = System.nanoTime();
    private final long largest;
    private long count;

    /** @param largest bytes; reading ends with {@link OversizedPost} where there are more */
    PacedStream(InputStream in, long largest) {
        super(in);
        this.largest = largest;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        counted(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        counted(Math.max(read, 0));
        return read;
    }

    private void counted(int read) throws SlowSender, OversizedPost {
        count += read;
        if (count > largest) {
            throw new OversizedPost(largest);
        }
        long seconds = (System.nanoTime() - begun - FIRST.toNanos()) / 1_000_000_000;
        if (seconds > 0 && count < seconds * BYTES_A_SECOND) {
            throw new SlowSender("Only " + count + " bytes came in " + (seconds + FIRST.toSeconds()) + " seconds.");
        }
    }
}
