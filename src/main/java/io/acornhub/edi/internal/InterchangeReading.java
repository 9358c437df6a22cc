// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi.internal;

import io.acornhub.edi.Delimiters;
import io.acornhub.edi.EnvelopeSegments;
import io.acornhub.edi.GrammarSource;
import io.acornhub.edi.InterchangeHeader;
import io.acornhub.edi.InterchangeResult;
import io.acornhub.edi.X12Handler;
import io.acornhub.edi.X12Limits;
import io.acornhub.infoset.Node;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Reads one interchange from ISA to IEA, or to where it breaks off. */
final class InterchangeReading {
    private static final int MOST_FAULTS = 20;

    final SegmentBuffer buffer;
    final InterchangeHeader header;
    final X12Limits limits;
    final GrammarSource grammars;
    final X12Handler handler;
    final SetParser parser;
    final byte terminator;
    private final List<Fault> faults = new ArrayList<>();
    private int groups;

    InterchangeReading(SegmentBuffer buffer, InterchangeHeader header, X12Limits limits, GrammarSource grammars,
        X12Handler handler) {
        this.buffer = buffer;
        this.header = header;
        this.limits = limits;
        this.grammars = grammars;
        this.handler = handler;
        Delimiters delimiters = header.delimiters();
        this.parser = new SetParser(delimiters, limits.setFaults());
        this.terminator = (byte) delimiters.segment();
    }

    /** True if the interchange was read to its IEA. */
    boolean run() throws IOException {
        buffer.beginDigest();
        buffer.skip(Isa.LENGTH);
        Isa.check(header, faults);
        handler.interchange(header);
        Node trailer = segments();
        byte[] digest = buffer.endDigest(buffer.position());
        long length = buffer.offset(buffer.position()) - header.offset();
        handler.interchangeEnd(new InterchangeResult(header, trailer, List.copyOf(faults), groups, length,
            HexFormat.of().formatHex(digest)));
        return trailer != null;
    }

    /** The trailer, or null if there is none. */
    private Node segments() throws IOException {
        while (true) {
            SegmentBuffer.Found found = find();
            if (found == SegmentBuffer.Found.PARTIAL && tag().equals("IEA")) {
                Node trailer = parser.segment(EnvelopeSegments.IEA, buffer.bytes(), buffer.start(), buffer.end(), 0);
                // only the very last terminator of the file is forgiven
                if (header.controlNumber().equals(trailer.value("IEA02"))) {
                    return trailer(trailer);
                }
            }
            if (found != SegmentBuffer.Found.SEGMENT) {
                broken(found);
                return null;
            }
            switch (tag()) {
                case "GS" -> new GroupReading(this, ++groups).run();
                case "IEA" -> {
                    return trailer(parser.segment(EnvelopeSegments.IEA, buffer.bytes(), buffer.start(), buffer.end(), 0));
                }
                case "TA1" -> {
                    Node ta1 = parser.segment(EnvelopeSegments.TA1, buffer.bytes(), buffer.start(), buffer.end(), 0);
                    buffer.consume();
                    handler.technicalAcknowledgment(header, ta1);
                }
                default -> stray("outside a functional group");
            }
        }
    }

    /** Finds the next segment; the head of another interchange counts as the end of this one. */
    SegmentBuffer.Found find() throws IOException {
        if (!buffer.skipBlank(terminator) || Isa.isAt(buffer)) {
            return SegmentBuffer.Found.END;
        }
        return buffer.find(terminator);
    }

    String tag() {
        return parser.tag(buffer.bytes(), buffer.start(), buffer.end());
    }

    /** Reports and passes a segment that cannot stand here. */
    void stray(String where) {
        String tag = tag();
        fault(Fault.at(FaultCode.INTERCHANGE_STRUCTURE_INVALID, tag, null, null,
            "segment " + tag + " at byte " + buffer.offset(buffer.start()) + " stands " + where));
        buffer.consume();
    }

    void fault(Fault fault) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(fault);
        }
    }

    private void broken(SegmentBuffer.Found found) throws IOException {
        if (found == SegmentBuffer.Found.TOO_LONG) {
            fault(Fault.at(FaultCode.INTERCHANGE_STRUCTURE_INVALID, tag(), null, null, "the segment at byte "
                + buffer.offset(buffer.start()) + " is longer than " + limits.segmentBytes()
                + " bytes: a terminator is lost; the rest of the interchange is not read"));
            buffer.consume();
        } else if (found == SegmentBuffer.Found.PARTIAL) {
            fault(Fault.at(FaultCode.INTERCHANGE_ENDS_EARLY, tag(), null, null, "the file ends inside the segment at byte "
                + buffer.offset(buffer.start()) + ": the transfer was broken off; ask the partner to send it again"));
            buffer.consume();
        } else {
            boolean other = Isa.isAt(buffer);
            fault(Fault.at(FaultCode.INTERCHANGE_ENDS_EARLY, "IEA", null, null, "there is no IEA before the "
                + (other ? "next ISA at byte " : "end of the file at byte ") + buffer.offset(buffer.position())));
        }
    }

    private Node trailer(Node trailer) {
        buffer.consume();
        String count = trailer.value("IEA01");
        if (number(count) != groups) {
            fault(Isa.fault(FaultCode.INTERCHANGE_GROUP_COUNT_WRONG, "IEA01", count,
                "IEA01 says " + count + " groups, the interchange has " + groups));
        }
        String control = trailer.value("IEA02");
        if (!header.controlNumber().equals(control)) {
            fault(Isa.fault(FaultCode.INTERCHANGE_CONTROL_NUMBER_MISMATCH, "IEA02", control,
                "IEA02 is " + control + ", ISA13 is " + header.controlNumber()));
        }
        return trailer;
    }

    /** The value of up to ten digits; -1 for anything else. */
    static long number(String digits) {
        return digits != null && digits.length() <= 10 && ElementForms.isDigits(digits) ? Long.parseLong(digits) : -1;
    }
}
