// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal;

import java.io.Writer;

/** What a template writes, kept in memory; one thread at a time, so without the locks of a StringWriter. */
final class TextWriter extends Writer {
    private static final int USUAL_LENGTH = 8192;

    private final StringBuilder text = new StringBuilder(USUAL_LENGTH);

    @Override
    public void write(int c) {
        text.append((char) c);
    }

    @Override
    public void write(char[] chars, int offset, int length) {
        text.append(chars, offset, length);
    }

    @Override
    public void write(String string) {
        text.append(string);
    }

    @Override
    public void write(String string, int offset, int length) {
        text.append(string, offset, offset + length);
    }

    CharSequence written() {
        return text;
    }

    @Override
    public void flush() {
        // everything is in memory
    }

    @Override
    public void close() {
        // nothing to let go
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
