// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi.internal;

import io.acornhub.edi.Delimiters;
import io.acornhub.edi.EnvelopeSegments;
import io.acornhub.edi.InterchangeHeader;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The interchange header, read by position: its 106 characters say what the delimiters are. */
final class Isa {
    static final int LENGTH = 106;
    private static final int[] SEPARATORS = {3, 6, 17, 20, 31, 34, 50, 53, 69, 76, 81, 83, 89, 99, 101, 103};
    private static final Set<String> VERSIONS = Set.of(
        "00200", "00201", "00204", "00300", "00301", "00302", "00303", "00304", "00305", "00306", "00307",
        "00400", "00401", "00402", "00403", "00404", "00405", "00406", "00500", "00501", "00502", "00503",
        "00504", "00505", "00600", "00601", "00602", "00603", "00604", "00605", "00700", "00701", "00702",
        "00703", "00704", "00705", "00706", "00800", "00801");

    private Isa() {
    }

    /** Whether an ISA of the right layout stands at the buffer's position. */
    static boolean isAt(SegmentBuffer in) throws IOException {
        return in.available() > 0 && in.peek(0) == 'I' && in.need(LENGTH) && FileStart.starts(in, 'I', 'S', 'A')
            && misplaced(in) < 0;
    }

    /** Index into the elements (zero-based) whose end is not where it must be; -1 if all is well. */
    private static int misplaced(SegmentBuffer in) {
        int separator = in.peek(3);
        // FS, GS, RS and US of ASCII are made for it
        if (separator <= ' ' && (separator < 0x1C || separator > 0x1F) || Character.isLetterOrDigit(separator)) {
            return 0;
        }
        for (int i = 1; i < SEPARATORS.length; i++) {
            for (int at = SEPARATORS[i - 1] + 1; at <= SEPARATORS[i]; at++) {
                if (in.peek(at) == separator != (at == SEPARATORS[i])) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** Why what begins with ISA is none; null if it is one. */
    static Fault defect(SegmentBuffer in) throws IOException {
        if (!in.need(LENGTH)) {
            return Fault.at(FaultCode.INTERCHANGE_ENDS_EARLY, "ISA", null, null,
                "the file ends inside the ISA, which has 106 characters; ask the partner to send it again");
        }
        int element = misplaced(in);
        if (element < 0) {
            return null;
        }
        String where = element == 0 ? "the character behind ISA cannot separate elements"
            : "ISA" + (element < 10 ? "0" : "") + element + " does not have its fixed length of "
                + EnvelopeSegments.ISA.element(element).simple().max() + " characters";
        return Fault.at(FaultCode.INTERCHANGE_STRUCTURE_INVALID, "ISA", null, FileStart.first(in),
            "the ISA at byte " + in.offset(in.position()) + " does not have 106 characters: " + where);
    }

    static InterchangeHeader read(SegmentBuffer in, int ordinal) {
        String raw = new String(in.bytes(), in.position(), LENGTH, StandardCharsets.ISO_8859_1);
        List<String> elements = new ArrayList<>(16);
        for (int i = 0; i < SEPARATORS.length; i++) {
            int to = i + 1 < SEPARATORS.length ? SEPARATORS[i + 1] : LENGTH - 1;
            String value = raw.substring(SEPARATORS[i] + 1, to);
            elements.add(i == 10 || i == 15 ? value : value.stripTrailing());
        }
        return new InterchangeHeader(List.copyOf(elements), Delimiters.of(raw), raw, in.offset(in.position()), ordinal);
    }

    static void check(InterchangeHeader isa, List<Fault> faults) {
        Delimiters d = isa.delimiters();
        if (Character.isLetterOrDigit(d.segment()) || d.segment() == d.element() || d.segment() == ' ') {
            faults.add(fault(FaultCode.INTERCHANGE_SEGMENT_TERMINATOR_INVALID, "ISA", String.valueOf(d.segment()),
                "character 106 of the ISA cannot end segments"));
        }
        if (d.component() == d.segment()) {
            faults.add(fault(FaultCode.INTERCHANGE_STRUCTURE_INVALID, "ISA16", String.valueOf(d.component()),
                "component separator and segment terminator are the same character"));
        }
        if (!ElementForms.isDate(isa.isa(9), 6)) {
            faults.add(fault(FaultCode.INTERCHANGE_DATE_INVALID, "ISA09", isa.isa(9), "the interchange date is no YYMMDD date"));
        }
        if (isa.isa(10).length() != 4 || !ElementForms.isTime(isa.isa(10))) {
            faults.add(fault(FaultCode.INTERCHANGE_TIME_INVALID, "ISA10", isa.isa(10), "the interchange time is no HHMM time"));
        }
        if (!VERSIONS.contains(isa.version())) {
            faults.add(fault(FaultCode.INTERCHANGE_VERSION_INVALID, "ISA12", isa.version(),
                "there is no such interchange version"));
        }
        if (!ElementForms.isDigits(isa.controlNumber()) || isa.controlNumber().length() != 9) {
            faults.add(fault(FaultCode.INTERCHANGE_CONTROL_NUMBER_INVALID, "ISA13", isa.controlNumber(),
                "the interchange control number is not nine digits"));
        }
        if (!isa.usage().equals("P") && !isa.usage().equals("T") && !isa.usage().equals("I")) {
            faults.add(fault(FaultCode.INTERCHANGE_USAGE_INVALID, "ISA15", isa.usage(),
                "the usage indicator is none of P, T, I"));
        }
    }

    static Fault fault(FaultCode code, String element, String value, String text) {
        return new Fault(code, element.substring(0, 3), null, element, null, null, value, text);
    }
}
