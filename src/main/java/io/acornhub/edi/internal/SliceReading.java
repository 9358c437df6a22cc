// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi.internal;

import io.acornhub.edi.Delimiters;
import io.acornhub.edi.SetGrammar;
import io.acornhub.edi.SetSlice;
import io.acornhub.infoset.Node;
import io.acornhub.interchange.Fault;
import java.util.List;

/** Splits a set that is in memory into segments and parses it. */
public final class SliceReading {
    private SliceReading() {
    }

    public static Node read(SetSlice slice, SetGrammar grammar, List<Fault> faults, int mostFaults) {
        Delimiters delimiters = Delimiters.of(slice.isa());
        byte[] bytes = slice.bytes();
        byte terminator = (byte) delimiters.segment();
        SegmentList segments = new SegmentList();
        int at = 0;
        while (at < bytes.length) {
            byte b = bytes[at];
            if (b == '\r' || b == '\n' || b == ' ' || b == '\t' || b == terminator) {
                at++;
                continue;
            }
            int from = at;
            while (at < bytes.length && bytes[at] != terminator) {
                at++;
            }
            segments.add(from, at++);
        }
        if (segments.size() == 0) {
            return Node.branch(grammar.root().name(), 1);
        }
        return new SetParser(delimiters, mostFaults).parse(bytes, 0, segments, grammar, faults);
    }
}
