// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi.internal;

import io.acornhub.edi.Delimiters;
import io.acornhub.edi.SegmentType;
import io.acornhub.edi.SetGrammar;
import io.acornhub.edi.Tags;
import io.acornhub.infoset.Node;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Turns the segments of a set into the tree, validating as it goes. Not for several threads at once. */
public final class SetParser {
    private final byte element;
    private final SegmentParser segments;
    private final int mostFaults;

    public SetParser(Delimiters delimiters, int mostFaults) {
        this.element = (byte) delimiters.element();
        this.segments = new SegmentParser(delimiters);
        this.mostFaults = mostFaults;
    }

    /** The tag of a segment, at most ten characters of it. */
    String tag(byte[] bytes, int from, int to) {
        int end = Math.min(tagEnd(bytes, from, to), from + 10);
        return new String(bytes, from, end - from, StandardCharsets.ISO_8859_1);
    }

    private int tagEnd(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] != element) {
            at++;
        }
        return at;
    }

    /** A single segment as a node, without validation. */
    Node segment(SegmentType type, byte[] bytes, int from, int to, int position) {
        Node node = Node.branch(type.tag(), position);
        segments.begin(bytes, StandardCharsets.ISO_8859_1, null);
        segments.parse(type, tagEnd(bytes, from, to), to, node);
        return node;
    }

    /**
     * Reads a set whose segments stand in the list, relative to {@code base}.
     *
     * @param faults gets what is wrong; null to build the tree only
     */
    Node parse(byte[] bytes, int base, SegmentList list, SetGrammar grammar, List<Fault> faults) {
        FaultCollector collector = faults == null ? null : new FaultCollector(faults, mostFaults);
        int last = list.size() - 1;
        segments.begin(bytes, Encoding.of(bytes, base, base + list.end(last)), collector);
        Walk walk = new Walk(grammar, collector);
        for (int i = 0; i <= last; i++) {
            int from = base + list.start(i);
            int to = base + list.end(i);
            int tagEnd = tagEnd(bytes, from, to);
            Node parent = walk.place(Tags.number(bytes, from, tagEnd), i + 1);
            if (parent != null) {
                Node node = parent.add(Node.branch(walk.type().tag(), i + 1));
                segments.parse(walk.type(), tagEnd, to, node);
            } else if (collector != null) {
                misplaced(tag(bytes, from, to), i + 1, grammar, collector);
            }
        }
        return walk.tree();
    }

    private static void misplaced(String tag, int position, SetGrammar grammar, FaultCollector faults) {
        if (grammar.segment(tag) == null) {
            faults.add(Fault.at(FaultCode.SEGMENT_UNKNOWN, tag, position, null, "there is no segment " + tag + " in release "
                + grammar.release()));
        } else if (grammar.uses(tag)) {
            faults.add(Fault.at(FaultCode.SEGMENT_OUT_OF_SEQUENCE, tag, position, null,
                "segment " + tag + " cannot stand here in set " + grammar.setId()));
        } else {
            faults.add(Fault.at(FaultCode.SEGMENT_NOT_IN_SET, tag, position, null,
                "segment " + tag + " is not defined in set " + grammar.setId()));
        }
    }
}
