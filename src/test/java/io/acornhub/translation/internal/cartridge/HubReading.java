// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal.cartridge;

import io.acornhub.edi.GrammarAnswer;
import io.acornhub.edi.GroupHeader;
import io.acornhub.edi.GroupResult;
import io.acornhub.edi.InterchangeHeader;
import io.acornhub.edi.InterchangeResult;
import io.acornhub.edi.InterchangeTree;
import io.acornhub.edi.SetGrammar;
import io.acornhub.edi.TransactionSet;
import io.acornhub.edi.X12Handler;
import io.acornhub.edi.X12Reader;
import io.acornhub.infoset.Node;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the hub's own reader makes of a file, reduced to what the cartridge judges too: the structure. */
final class HubReading implements X12Handler {
    private static final Set<FaultCode> STRUCTURE = EnumSet.of(FaultCode.FILE_EMPTY, FaultCode.FILE_NOT_EDI,
        FaultCode.FILE_ENCODING,
        FaultCode.FILE_TRAILING_DATA, FaultCode.INTERCHANGE_STRUCTURE_INVALID, FaultCode.INTERCHANGE_ENDS_EARLY,
        FaultCode.GROUP_TRAILER_MISSING, FaultCode.SET_TRAILER_MISSING, FaultCode.SET_NOT_IN_GROUP,
        FaultCode.SEGMENT_UNKNOWN, FaultCode.SEGMENT_UNEXPECTED,
        FaultCode.SEGMENT_MISSING, FaultCode.LOOP_OVER_MAXIMUM, FaultCode.SEGMENT_OVER_MAXIMUM, FaultCode.SEGMENT_NOT_IN_SET,
        FaultCode.SEGMENT_OUT_OF_SEQUENCE, FaultCode.ELEMENTS_TOO_MANY, FaultCode.ELEMENT_REPEATED_TOO_OFTEN);

    private final Set<FaultCode> faults = new LinkedHashSet<>();
    private final Set<String> sets = new LinkedHashSet<>();

    /** Trees of all interchanges; sets without a grammar are not in them. */
    static List<Node> trees(byte[] bytes, SetGrammar grammar) throws IOException {
        return InterchangeTree.read(new ByteArrayInputStream(bytes), (group, id) -> answer(grammar, id));
    }

    /** What is wrong with the structure; empty if nothing is. */
    static Set<FaultCode> faults(byte[] bytes, SetGrammar grammar) throws IOException {
        HubReading reading = new HubReading();
        new X12Reader().read(new ByteArrayInputStream(bytes), (group, id) -> answer(grammar, id), reading);
        reading.faults.retainAll(STRUCTURE);
        return reading.faults;
    }

    /** Release, to its sixth character, and ST01 of all sets in the file, as in {@code 004010 850}. */
    static Set<String> sets(byte[] bytes) throws IOException {
        HubReading reading = new HubReading();
        new X12Reader().read(new ByteArrayInputStream(bytes), (group, id) -> new GrammarAnswer.SetNotAgreed(), reading);
        return reading.sets;
    }

    private static GrammarAnswer answer(SetGrammar grammar, String id) {
        return grammar.setId().equals(id) ? new GrammarAnswer.Agreed(grammar) : new GrammarAnswer.SetNotAgreed();
    }

    /** Name, place and value of every node, a line each, so that a difference shows. */
    static String text(List<Node> trees) {
        List<String> lines = new ArrayList<>();
        trees.forEach(tree -> lines(tree, "", lines));
        return String.join("\n", lines);
    }

    private static void lines(Node node, String indent, List<String> lines) {
        lines.add(indent + node.name() + " @" + node.position() + (node.isLeaf() ? " = " + node.text() : ""));
        node.children().forEach(child -> lines(child, indent + "  ", lines));
    }

    @Override
    public void set(GroupHeader group, TransactionSet set) {
        String release = group.release();
        sets.add(release.substring(0, Math.min(6, release.length())) + " " + set.id());
        add(set.faults());
    }

    @Override
    public void groupEnd(GroupResult result) {
        add(result.faults());
    }

    @Override
    public void interchangeEnd(InterchangeResult result) {
        add(result.faults());
    }

    @Override
    public void fault(Fault fault) {
        add(List.of(fault));
    }

    @Override
    public void technicalAcknowledgment(InterchangeHeader header, Node ta1) {
        sets.add("TA1");
    }

    private void add(List<Fault> found) {
        found.forEach(fault -> faults.add(fault.code()));
    }
}
