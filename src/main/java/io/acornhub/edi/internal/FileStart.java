// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi.internal;

import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Tells by its first bytes what a file is if it is not X12, so that the fault can say what to do. */
final class FileStart {
    private FileStart() {
    }

    /** Null where the file begins with an ISA; a byte order mark of UTF-8 and blanks before it are passed. */
    static Fault inspect(SegmentBuffer in) throws IOException {
        if (!in.need(1)) {
            return Fault.of(FaultCode.FILE_EMPTY, "the file is empty; ask the partner to send it again");
        }
        in.need(8);
        Fault encoding = encoding(in);
        if (encoding != null) {
            return encoding;
        }
        if (starts(in, 0xEF, 0xBB, 0xBF)) {
            in.skip(3);
        }
        if (!in.skipBlank('\n')) {
            return Fault.of(FaultCode.FILE_EMPTY, "the file holds only blanks; ask the partner to send it again");
        }
        in.need(106);
        if (starts(in, 'I', 'S', 'A')) {
            return null;
        }
        return Fault.at(FaultCode.FILE_NOT_EDI, null, null, first(in), kind(in));
    }

    private static Fault encoding(SegmentBuffer in) {
        boolean utf16 = starts(in, 0xFE, 0xFF) || starts(in, 0xFF, 0xFE) || starts(in, 'I', 0, 'S') || starts(in, 0, 'I', 0);
        if (utf16) {
            return Fault.of(FaultCode.FILE_ENCODING, "the file is UTF-16; X12 must come as ASCII, ISO 8859-1 or UTF-8");
        }
        if (starts(in, 0xC9, 0xE2, 0xC1)) {
            return Fault.of(FaultCode.FILE_ENCODING, "the file is EBCDIC; X12 must come as ASCII, ISO 8859-1 or UTF-8");
        }
        return null;
    }

    private static String kind(SegmentBuffer in) {
        if (starts(in, 'P', 'K', 3, 4)) {
            return "the file is a ZIP archive; send the X12 file itself";
        }
        if (starts(in, 0x1F, 0x8B)) {
            return "the file is compressed with gzip; send the X12 file itself";
        }
        if (starts(in, 'U', 'N', 'A') || starts(in, 'U', 'N', 'B')) {
            return "the file is EDIFACT, which is not supported yet";
        }
        if (starts(in, '<')) {
            return "the file is XML or HTML; X12 begins with ISA";
        }
        if (starts(in, 'G', 'S') || starts(in, 'S', 'T')) {
            return "the file begins inside an interchange: there is no ISA, so delimiters and sender are unknown";
        }
        return "the file is no EDI: X12 begins with ISA";
    }

    static boolean starts(SegmentBuffer in, int... expected) {
        if (in.available() < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (in.peek(i) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    /** The next characters, fit for a message. */
    static String first(SegmentBuffer in) {
        int n = Math.min(20, in.available());
        String text = new String(in.bytes(), in.position(), n, StandardCharsets.ISO_8859_1);
        return text.replaceAll("[^\\x20-\\x7e]", ".");
    }
}
