// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi.internal;

import io.acornhub.edi.GrammarPart;
import io.acornhub.edi.LoopNode;
import io.acornhub.edi.SegmentType;
import io.acornhub.edi.SegmentUse;
import io.acornhub.edi.SetGrammar;
import io.acornhub.infoset.Node;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import java.util.Arrays;
import java.util.List;

/**
 * The way through the grammar: a stack of open loops, each with the child it is at and how often that was used. A segment is
 * looked for forward in the innermost loop, then in the loop around it (which also begins the next occurrence of the inner one)
 * and so on. Only where no place with room is found, one that is full is taken, with a fault.
 */
final class Walk {
    private final FaultCollector faults;
    private final Node tree;
    private LoopNode[] loops = new LoopNode[8];
    private int[] indexes = new int[8];
    private int[] uses = new int[8];
    private Node[] nodes = new Node[8];
    private int depth;
    private SegmentType type;

    Walk(SetGrammar grammar, FaultCollector faults) {
        this.faults = faults;
        this.tree = Node.branch(grammar.root().name(), 1);
        loops[0] = grammar.root();
        nodes[0] = tree;
    }

    Node tree() {
        return tree;
    }

    /** The type of the segment placed last. */
    SegmentType type() {
        return type;
    }

    /** Finds the place of a segment; the node it belongs under, or null where the set has no place for it from here on. */
    Node place(int tag, int position) {
        int fullDepth = -1;
        int fullIndex = -1;
        for (int d = depth; d >= 0; d--) {
            LoopNode loop = loops[d];
            for (int i = loop.find(tag, indexes[d]); i >= 0; i = loop.find(tag, i + 1)) {
                if (i > indexes[d] || uses[d] < loop.children().get(i).max()) {
                    return enter(d, i, position);
                }
                // the first segment of a loop that comes again is the loop coming again, which the loop around sees
                if (fullDepth < 0 && (d == 0 || i > 0)) {
                    fullDepth = d;
                    fullIndex = i;
                }
            }
        }
        if (fullDepth < 0) {
            return null;
        }
        full(loops[fullDepth].children().get(fullIndex), position);
        return enter(fullDepth, fullIndex, position);
    }

    private Node enter(int d, int index, int position) {
        if (faults != null) {
            for (int open = depth; open > d; open--) {
                left(open, loops[open].children().size(), position);
            }
            if (index > indexes[d]) {
                left(d, index, position);
            }
        }
        Arrays.fill(nodes, d + 1, depth + 1, null);
        depth = d;
        uses[d] = index > indexes[d] ? 1 : uses[d] + 1;
        indexes[d] = index;
        GrammarPart part = loops[d].children().get(index);
        if (part instanceof LoopNode loop) {
            open(loop, nodes[d].add(Node.branch(loop.name(), position)));
            part = loop.children().get(0);
        }
        type = ((SegmentUse) part).type();
        return nodes[depth];
    }

    private void open(LoopNode loop, Node node) {
        depth++;
        if (depth == loops.length) {
            loops = Arrays.copyOf(loops, depth * 2);
            indexes = Arrays.copyOf(indexes, depth * 2);
            uses = Arrays.copyOf(uses, depth * 2);
            nodes = Arrays.copyOf(nodes, depth * 2);
        }
        loops[depth] = loop;
        indexes[depth] = 0;
        uses[depth] = 1;
        nodes[depth] = node;
    }

    /** What had to come between the child a loop is at and the one it goes to, and did not. */
    private void left(int d, int to, int position) {
        List<GrammarPart> children = loops[d].children();
        for (int i = indexes[d]; i < to; i++) {
            GrammarPart part = children.get(i);
            int used = i == indexes[d] ? uses[d] : 0;
            if (used < part.min()) {
                faults.add(Fault.at(FaultCode.SEGMENT_MISSING, part.tag(), position, null, "segment " + part.tag()
                    + " must stand before segment " + position + (d > 0 ? " in " + loops[d].name() : "") + " and is missing"));
            }
        }
    }

    private void full(GrammarPart part, int position) {
        if (faults == null) {
            return;
        }
        boolean loop = part instanceof LoopNode;
        faults.add(Fault.at(loop ? FaultCode.LOOP_OVER_MAXIMUM : FaultCode.SEGMENT_OVER_MAXIMUM, part.tag(), position, null,
            (loop ? "the loop of " : "segment ") + part.tag() + " may stand here at most " + part.max() + " times"));
    }
}
