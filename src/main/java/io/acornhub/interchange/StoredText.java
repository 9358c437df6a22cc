// SPDX-License-Identifier: Apache-2.0
package io.acornhub.interchange;

/** Text out of foreign bytes as every database takes it: PostgreSQL refuses the character NUL, which a ZIP or UTF-16 is full of. */
final class StoredText {
    /** The picture of NUL. */
    private static final char SHOWN = '\u2400';

    private StoredText() {
    }

    /** The text with each NUL made visible; null stays null. */
    static String of(String text) {
        return text == null || text.indexOf('\0') < 0 ? text : text.replace('\0', SHOWN);
    }
}
