// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

import io.acornhub.edi.internal.FileReading;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads a file of X12 interchanges as a stream: one transaction set is in memory at a time. Every interchange brings its own
 * delimiters; what is wrong is told as a fault, never thrown. Safe for use by many threads.
 */
public final class X12Reader {
    private final X12Limits limits;

    public X12Reader() {
        this(X12Limits.DEFAULT);
    }

    public X12Reader(X12Limits limits) {
        this.limits = limits;
    }

    /** @throws IOException only where the stream itself fails */
    public void read(InputStream in, GrammarSource grammars, X12Handler handler) throws IOException {
        new FileReading(in, limits, grammars, handler).run();
    }
}
