// SPDX-License-Identifier: Apache-2.0
package io.acornhub.idoc.internal;

import io.acornhub.idoc.SegmentLayout;
import io.acornhub.infoset.Node;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds the tree from segments in file order by the layout alone (parent and order), since PSGNUM cannot be trusted and
 * HLEVEL is not the depth. A segment goes under the open segment that is its parent; there it must not come after one that
 * the layout has behind it.
 */
final class TreeBuilder {
    private final List<Open> path = new ArrayList<>();
    private final List<Fault> warnings;

    /** A segment that may still get children; the root has no layout. */
    private static final class Open {
        private final SegmentLayout layout;
        private final Node node;
        private SegmentLayout last;
        private long count;

        Open(SegmentLayout layout, Node node) {
            this.layout = layout;
            this.node = node;
        }
    }

    TreeBuilder(Node root, List<Fault> warnings) {
        this.warnings = warnings;
        path.add(new Open(null, root));
    }

    /**
     * Adds the segment's node where it belongs.
     *
     * @param places where the layout has the segment; several where it hangs under different parents
     * @param level HLEVEL of the record: decides between places that are both open, 0 where it says nothing
     */
    Node place(List<SegmentLayout> places, int record, int level) {
        SegmentLayout segment = choose(places, level);
        int at = depthOf(segment.parent());
        if (at < 0) {
            throw Faults.at(FaultCode.IDOC_SEGMENT_OUT_OF_PLACE, segment.type(), record, segment.type(), "segment "
                + segment.type()
                + " belongs under " + segment.parent().type() + ", which is not before it");
        }
        Open parent = path.get(at);
        if (parent.last != null && parent.last.order() > segment.order()) {
            throw Faults.at(FaultCode.IDOC_SEGMENT_OUT_OF_PLACE, segment.type(), record, segment.type(), "segment "
                + segment.type()
                + " stands after " + parent.last.type() + ", the layout has it before");
        }
        parent.count = parent.last == segment ? parent.count + 1 : 1;
        parent.last = segment;
        if (parent.count == segment.max() + 1) {
            warnings.add(Fault.at(FaultCode.IDOC_SEGMENT_OUT_OF_PLACE, segment.type(), record, null, "segment " + segment.type()
                + " comes more than " + segment.max() + " times"));
        }
        path.subList(at + 1, path.size()).clear();
        Node node = parent.node.add(Node.branch(Names.inTree(segment.type()), record));
        path.add(new Open(segment, node));
        return node;
    }

    private SegmentLayout choose(List<SegmentLayout> places, int level) {
        SegmentLayout chosen = null;
        for (SegmentLayout place : places) {
            int at = depthOf(place.parent());
            if (at < 0) {
                continue;
            }
            boolean fits = place.level() == level;
            boolean chosenFits = chosen != null && chosen.level() == level;
            if (chosen == null || fits && !chosenFits || fits == chosenFits && at > depthOf(chosen.parent())) {
                chosen = place;
            }
        }
        return chosen == null ? places.get(0) : chosen;
    }

    /** Where the innermost open segment of that layout is on the path, -1 if none is open. */
    private int depthOf(SegmentLayout parent) {
        int at = path.size() - 1;
        while (at >= 0 && path.get(at).layout != parent) {
            at--;
        }
        return at;
    }

    /** The segment last placed, null before the first. */
    SegmentLayout current() {
        return path.get(path.size() - 1).layout;
    }

    /**
     * Adds a segment that the layout does not know, usually a customer's: under the last segment whose level is above its
     * own; where it states none, under the segment before it, since that is what customers extend.
     */
    Node placeUnknown(String name, int record, int level) {
        int at = path.size() - 1;
        while (level > 0 && at > 0 && path.get(at).layout.level() >= level) {
            at--;
        }
        return path.get(at).node.add(Node.branch(name, record));
    }
}
