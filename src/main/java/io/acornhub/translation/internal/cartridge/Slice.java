// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal.cartridge;

import io.acornhub.edi.Delimiters;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/** What the hub cuts out of an interchange (ISA, GS, one set) lacks the trailers that a schema of interchanges asks for. */
final class Slice {
    private static final int ISA_LENGTH = 106;
    private static final int ISA13 = 90;

    private Slice() {
    }

    /** A whole interchange: the input itself, or the slice with GE and IEA added. */
    static byte[] completed(byte[] input) {
        String text = new String(input, StandardCharsets.ISO_8859_1);
        if (text.length() < ISA_LENGTH || !text.startsWith("ISA")) {
            return input;
        }
        Delimiters delimiters = Delimiters.of(text);
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) <= ' ' && text.charAt(end - 1) != delimiters.segment()) {
            end--;
        }
        char terminator = delimiters.segment();
        int last = text.lastIndexOf(terminator, end - 2) + 1;
        char e = delimiters.element();
        if (!text.substring(last, end).stripLeading().startsWith("SE" + e)) {
            return input;
        }
        String[] gs = text.substring(ISA_LENGTH).stripLeading().split(Pattern.quote(String.valueOf(e)), 8);
        String trailers = "GE" + e + "1" + e + gs[6] + terminator
            + "IEA" + e + "1" + e + text.substring(ISA13, ISA13 + 9) + terminator;
        byte[] whole = Arrays.copyOf(input, end + trailers.length());
        System.arraycopy(trailers.getBytes(StandardCharsets.ISO_8859_1), 0, whole, end, trailers.length());
        return whole;
    }
}
