// SPDX-License-Identifier: Apache-2.0
package io.acornhub.idoc;

import java.nio.charset.Charset;

/**
 * Where one IDoc lies in a file, so that it can be read again alone.
 *
 * @param ordinal place of the IDoc in the file, from 1
 * @param firstRecord record number (line) of its control record in a flat file, from 1; 1 in XML
 * @param offset bytes before it
 * @param length bytes it takes
 * @param charset the character set of the bytes
 */
public record IdocSlice(IdocForm form, int ordinal, int firstRecord, long offset, long length, Charset charset) {

    /** One short line to store; {@link #parse} reads it. */
    public String text() {
        return form + " " + ordinal + " " + firstRecord + " " + offset + " " + length + " " + charset.name();
    }

    /** @throws IllegalArgumentException for what {@link #text()} has not written */
    public static IdocSlice parse(String text) {
        String[] parts = text.split(" ");
        if (parts.length != 6) {
            throw new IllegalArgumentException("not the place of an IDoc in a file: " + text);
        }
        return new IdocSlice(IdocForm.valueOf(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]),
            Long.parseLong(parts[3]), Long.parseLong(parts[4]), Charset.forName(parts[5]));
    }
}
