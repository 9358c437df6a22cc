// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal.cartridge;

import io.acornhub.edi.Delimiters;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.daffodil.japi.Diagnostic;

/** Daffodil says at which byte it was at a loss; a person wants the segment. */
final class ParseFaults {
    private static final int ISA_LENGTH = 106;

    private ParseFaults() {
    }

    /** @param start of the first interchange in the bytes; what is before was not parsed */
    static Fault of(List<Diagnostic> diagnostics, byte[] bytes, int start) {
        Diagnostic error = diagnostics.stream().filter(Diagnostic::isError).findFirst().orElseThrow();
        long at = error.getDataLocations().isEmpty() ? 1 : error.getDataLocations().get(0).bytePos1b();
        return at(reason(error), (int) Math.min(start + at - 1, bytes.length), start, bytes);
    }

    /** The innermost cause, without the ways to it and places in the schema. */
    private static String reason(Diagnostic error) {
        String message = String.valueOf(error.getSomeMessage()).strip();
        int end = message.indexOf("\nSchema context");
        String causes = (end < 0 ? message : message.substring(0, end)).replace('\n', ' ');
        String reason = causes.substring(causes.lastIndexOf("Parse Error: ") + "Parse Error: ".length());
        return reason.replace("Assertion failed: ", "");
    }

    private static Fault at(String reason, int offset, int start, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (text.length() < start + ISA_LENGTH || !text.startsWith("ISA", start)) {
            return Fault.of(FaultCode.FILE_NOT_EDI, "this is no X12 interchange: " + reason);
        }
        Delimiters delimiters = Delimiters.of(text.substring(start));
        int segment = 0;
        int begin = start;
        for (int end = text.indexOf(delimiters.segment(), start); end >= 0
            && end < offset; end = text.indexOf(delimiters.segment(), begin)) {
            begin = end + 1;
            while (begin < text.length() && text.charAt(begin) <= ' ') {
                begin++;
            }
            segment = text.startsWith("ST" + delimiters.element(), begin) ? 1 : segment + 1;
        }
        int tagEnd = begin;
        while (tagEnd < text.length() && Character.isLetterOrDigit(text.charAt(tagEnd)) && tagEnd < begin + 10) {
            tagEnd++;
        }
        String tag = text.substring(begin, tagEnd);
        return Fault.at(FaultCode.INTERCHANGE_STRUCTURE_INVALID, tag, segment, null,
            "segment " + tag + " at byte " + begin + " does not fit the schema: " + reason);
    }
}
