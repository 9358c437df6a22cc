// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi.internal;

import io.acornhub.edi.EnvelopeSegments;
import io.acornhub.edi.FunctionalGroups;
import io.acornhub.edi.GrammarAnswer;
import io.acornhub.edi.TransactionSet;
import io.acornhub.infoset.Node;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the transaction sets of one group; each is gathered whole, then parsed. */
final class SetReading {
    private final GroupReading group;
    private final InterchangeReading interchange;
    private final SegmentBuffer buffer;
    private final SegmentList segments = new SegmentList();
    private boolean tooLarge;
    private long count;

    SetReading(GroupReading group) {
        this.group = group;
        this.interchange = group.interchange;
        this.buffer = interchange.buffer;
    }

    /** Reads the set whose ST was found; true if it is accepted: it has no fault but such as are tolerated. */
    boolean run() throws IOException {
        long offset = buffer.offset(buffer.start());
        SetParser parser = interchange.parser;
        Node st = parser.segment(EnvelopeSegments.st(group.header.release()), buffer.bytes(), buffer.start(), buffer.end(), 1);
        String id = text(st, "ST01");
        String control = text(st, "ST02");
        List<Fault> faults = new ArrayList<>(0);
        checkControlNumber(control, faults);
        Node se = gather();
        int length = (int) Math.min(Integer.MAX_VALUE, buffer.offset(buffer.position()) - offset);
        GrammarAnswer.Agreed agreed = agreed(id, faults);
        Node tree = null;
        if (tooLarge) {
            faults.add(Fault.of(FaultCode.SET_NOT_SUPPORTED, "set " + id + " " + control + " is larger than the hub takes ("
                + interchange.limits.setSegments() + " segments, " + interchange.limits.setBytes() + " bytes)"));
        } else if (agreed != null) {
            tree = parser.parse(buffer.bytes(), buffer.kept(), segments, agreed.grammar(), faults);
        }
        buffer.release();
        checkTrailer(se, control, faults);
        boolean accepted = faults.isEmpty() || agreed != null && faults.stream().allMatch(agreed::accepts);
        interchange.handler.set(group.header, new TransactionSet(id, control, tree, List.copyOf(faults),
            offset, length, (int) count, group.received, accepted));
        return accepted;
    }

    /** Collects the segments to SE; the trailer, or null where the set has none. */
    private Node gather() throws IOException {
        segments.clear();
        tooLarge = false;
        count = 0;
        buffer.keep();
        add();
        while (interchange.find() == SegmentBuffer.Found.SEGMENT) {
            byte[] bytes = buffer.bytes();
            int at = buffer.start();
            switch (bytes[at]) {
                case 'S', 'G', 'I' -> {
                    String tag = interchange.tag();
                    if (tag.equals("SE")) {
                        Node se = interchange.parser.segment(EnvelopeSegments.SE, bytes, at, buffer.end(), 0);
                        add();
                        return se;
                    }
                    if (tag.equals("ST") || tag.equals("GE") || tag.equals("GS") || tag.equals("IEA")) {
                        return null;
                    }
                    add();
                }
                default -> add();
            }
        }
        return null;
    }

    private void add() {
        count++;
        if (!tooLarge) {
            segments.add(buffer.start() - buffer.kept(), buffer.end() - buffer.kept());
            if (count > interchange.limits.setSegments() || buffer.end() - buffer.kept() > interchange.limits.setBytes()) {
                tooLarge = true;
                buffer.release();
            }
        }
        buffer.consume();
    }

    /** Null where the set is not agreed. */
    private GrammarAnswer.Agreed agreed(String id, List<Fault> faults) {
        String belongs = FunctionalGroups.of(id);
        if (belongs != null && !belongs.equals(group.header.functionalId())) {
            faults.add(new Fault(FaultCode.SET_NOT_IN_GROUP, "ST", 1, "ST01", "1", "143", id,
                "set " + id + " belongs in a group " + belongs + ", not in " + group.header.functionalId()));
            return null;
        }
        GrammarAnswer answer = interchange.grammars.grammar(group.header, id);
        if (answer instanceof GrammarAnswer.Agreed agreed) {
            return agreed;
        }
        if (answer instanceof GrammarAnswer.ReleaseNotAgreed) {
            group.releaseNotAgreed();
        }
        faults.add(new Fault(FaultCode.SET_NOT_SUPPORTED, "ST", 1, "ST01", "1", "143", id,
            "set " + id + " is not agreed with this partner in release " + group.header.release()));
        return null;
    }

    private void checkControlNumber(String control, List<Fault> faults) {
        boolean valid = control.length() >= 4 && control.length() <= 9;
        for (int i = 0; valid && i < control.length(); i++) {
            valid = control.charAt(i) > ' ' && control.charAt(i) < 0x7F;
        }
        if (!valid) {
            faults.add(set(FaultCode.SET_CONTROL_NUMBER_INVALID, "ST", "ST02", control,
                "the control number has not four to nine characters"));
        } else if (!group.controlNumbers.add(control)) {
            faults.add(set(FaultCode.SET_CONTROL_NUMBER_NOT_UNIQUE, "ST", "ST02", control,
                "control number " + control + " was used before in this group"));
        }
    }

    private void checkTrailer(Node se, String control, List<Fault> faults) {
        if (se == null) {
            faults.add(set(FaultCode.SET_TRAILER_MISSING, "SE", null, null, "set " + control + " has no SE"));
            return;
        }
        String declared = text(se, "SE01");
        if (InterchangeReading.number(declared) != count) {
            faults.add(set(FaultCode.SET_SEGMENT_COUNT_WRONG, "SE", "SE01", declared,
                "SE01 says " + declared + " segments, the set has " + count));
        }
        if (!control.equals(text(se, "SE02"))) {
            faults.add(set(FaultCode.SET_CONTROL_NUMBER_MISMATCH, "SE", "SE02", text(se, "SE02"),
                "SE02 is " + text(se, "SE02") + ", ST02 is " + control));
        }
    }

    private static Fault set(FaultCode code, String segment, String element, String value, String text) {
        return new Fault(code, segment, null, element, null, null, value, text);
    }

    private static String text(Node segment, String element) {
        String text = segment.value(element);
        return text == null ? "" : text;
    }
}
