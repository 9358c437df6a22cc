// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The body of a post while it is read: not larger than allowed, not empty, not slower than {@value #LEAST_RATE} bytes a second after
 * {@link #PATIENCE}, and signed as its headers say. Where it is not, reading ends with {@link Refused}, so that whoever stores it
 * keeps nothing of it. What is wrong with the sender's side is told apart from what is wrong with ours.
 */
public final class PostedBody extends InputStream {
    static final Duration PATIENCE = Duration.ofSeconds(30);
    static final int LEAST_RATE = 1000;

    /** Why a body is not taken. */
    public enum Reason {
        EMPTY, TOO_LARGE, TOO_SLOW, CUT, SIGNATURE
    }

    /** The body is not taken; nothing of it may be kept. */
    public static final class Refused extends IOException {
        private final Reason reason;

        Refused(Reason reason, IOException cause) {
            super(reason.name(), cause);
            this.reason = reason;
        }

        public Reason reason() {
            return reason;
        }
    }

    private final InputStream in;
    private final long largest;
    private final Signature signature;
    private final String signatures;
    private final Clock clock;
    private final Instant begun;
    private long size;
    private boolean ended;

    /**
     * @param largest bytes
     * @param signature to be found in {@code signatures}; null where none is asked for
     */
    public PostedBody(InputStream in, long largest, Signature signature, String signatures, Clock clock) {
        this.in = in;
        this.largest = largest;
        this.signature = signature;
        this.signatures = signatures;
        this.clock = clock;
        this.begun = clock.instant();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (ended) {
            return -1;
        }
        int read = next(bytes, offset, length);
        if (read < 0) {
            end();
            return -1;
        }
        size += read;
        if (size > largest) {
            throw new Refused(Reason.TOO_LARGE, null);
        }
        if (signature != null) {
            signature.update(bytes, offset, read);
        }
        Duration taken = Duration.between(begun, clock.instant());
        if (taken.compareTo(PATIENCE) > 0 && size < taken.toSeconds() * LEAST_RATE) {
            throw new Refused(Reason.TOO_SLOW, null);
        }
        return read;
    }

    private int next(byte[] bytes, int offset, int length) throws IOException {
        try {
            return in.read(bytes, offset, length);
        } catch (SocketTimeoutException e) {
            throw new Refused(Reason.TOO_SLOW, e);
        } catch (IOException e) {
            throw new Refused(Reason.CUT, e);
        }
    }

    private void end() throws Refused {
        ended = true;
        if (signature != null && !signature.isIn(signatures)) {
            throw new Refused(Reason.SIGNATURE, null);
        }
        if (size == 0) {
            throw new Refused(Reason.EMPTY, null);
        }
    }
}
