// SPDX-License-Identifier: Apache-2.0
package io.acornhub.archive;

import java.io.IOException;

/** A bucket that did not do what was asked. The text says what to do; it never holds a key. */
public final class BucketFault extends IOException {
    private final Kind kind;

    /** What became of the request. */
    public enum Kind {
        /** Nobody answered, or with an error of its own: later it may work. */
        UNREACHABLE,
        /** The server said no: bucket, credentials or permissions are wrong. */
        REFUSED,
        /** What stands there is not what it was expected to be. */
        CHANGED,
        /** The server does not know this way of asking. */
        UNSUPPORTED
    }

    public BucketFault(Kind kind, String text, Throwable cause) {
        super(text, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
