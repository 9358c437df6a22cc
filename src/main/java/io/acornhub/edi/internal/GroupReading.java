// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi.internal;

import io.acornhub.edi.EnvelopeSegments;
import io.acornhub.edi.GroupHeader;
import io.acornhub.edi.GroupResult;
import io.acornhub.infoset.Node;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads one functional group from GS to GE, or to where it breaks off. */
final class GroupReading {
    final InterchangeReading interchange;
    final Set<String> controlNumbers = new HashSet<>();
    private final SegmentBuffer buffer;
    private final int ordinal;
    private final List<Fault> faults = new ArrayList<>();
    GroupHeader header;
    int received;
    private int accepted;

    GroupReading(InterchangeReading interchange, int ordinal) {
        this.interchange = interchange;
        this.buffer = interchange.buffer;
        this.ordinal = ordinal;
    }

    void run() throws IOException {
        Node gs = interchange.parser.segment(EnvelopeSegments.GS, buffer.bytes(), buffer.start(), buffer.end(), 0);
        String raw = new String(buffer.bytes(), buffer.start(), buffer.end() - buffer.start(), StandardCharsets.ISO_8859_1);
        header = new GroupHeader(interchange.header, gs, raw, buffer.offset(buffer.start()), ordinal);
        buffer.consume();
        checkHeader();
        interchange.handler.group(header);
        Node trailer = sets();
        long declared = trailer == null ? -1 : InterchangeReading.number(trailer.value("GE01"));
        if (trailer == null) {
            fault(FaultCode.GROUP_TRAILER_MISSING, "GE", null, "group " + header.controlNumber() + " has no GE");
        } else {
            checkTrailer(trailer, declared);
        }
        interchange.handler.groupEnd(new GroupResult(header, trailer, List.copyOf(faults), declared < 0 ? received : declared,
            received, accepted));
    }

    /** The trailer, or null if there is none; what follows is left to the interchange. */
    private Node sets() throws IOException {
        SetReading reading = new SetReading(this);
        while (interchange.find() == SegmentBuffer.Found.SEGMENT) {
            switch (interchange.tag()) {
                case "ST" -> {
                    received++;
                    accepted += reading.run() ? 1 : 0;
                }
                case "GE" -> {
                    Node ge = interchange.parser.segment(EnvelopeSegments.GE, buffer.bytes(), buffer.start(), buffer.end(), 0);
                    buffer.consume();
                    return ge;
                }
                case "GS", "IEA" -> {
                    return null;
                }
                default -> interchange.stray("between transaction sets");
            }
        }
        return null;
    }

    private void checkHeader() {
        String id = header.functionalId();
        if (id.length() != 2) {
            fault(FaultCode.GROUP_NOT_SUPPORTED, "GS01", id, "GS01 is no functional identifier code");
        }
        String control = header.controlNumber();
        if (control.length() > 9 || !ElementForms.isDigits(control)) {
            fault(FaultCode.GROUP_CONTROL_NUMBER_INVALID, "GS06", control, "the group control number is not one to nine digits");
        }
    }

    private void checkTrailer(Node trailer, long declared) {
        if (declared != received) {
            String count = trailer.value("GE01");
            fault(FaultCode.GROUP_SET_COUNT_WRONG, "GE01", count, "GE01 says " + count + " sets, the group has " + received);
        }
        String control = trailer.value("GE02");
        if (!header.controlNumber().equals(control)) {
            fault(FaultCode.GROUP_CONTROL_NUMBER_MISMATCH, "GE02", control,
                "GE02 is " + control + ", GS06 is " + header.controlNumber());
        }
    }

    void releaseNotAgreed() {
        if (faults.stream().noneMatch(f -> f.code() == FaultCode.GROUP_VERSION_NOT_SUPPORTED)) {
            fault(FaultCode.GROUP_VERSION_NOT_SUPPORTED, "GS08", header.release(),
                "release " + header.release()
                + " is not agreed with this partner; agree it in the partner's file or have it changed");
        }
    }

    private void fault(FaultCode code, String element, String value, String text) {
        faults.add(new Fault(code, element.substring(0, 2), null, element, null, null, value, text));
    }
}
