// SPDX-License-Identifier: Apache-2.0
package io.acornhub.idoc.internal;

import io.acornhub.idoc.IdocField;
import io.acornhub.idoc.IdocLayout;
import io.acornhub.idoc.IdocLayouts;
import io.acornhub.idoc.SegmentLayout;
import io.acornhub.infoset.Node;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.MappingFault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A tree checked for writing: every segment with its values in the layout's field order. SAP cuts what is too long and
 * drops what it does not know without a word, so all of that is a fault here; every fault of the IDoc is reported, not the first.
 */
public final class WritableIdoc {
    private static final int SHOWN_FAULTS = 20;

    private final List<Fault> faults = new ArrayList<>();
    private final List<Segment> segments = new ArrayList<>();
    private final IdocLayout layout;
    private final String[] control;

    /**
     * A segment to write.
     *
     * @param values by the layout's fields; null where the field is empty
     * @param parent index of the segment it hangs under, -1 for none
     * @param depth 0 for the top level
     */
    record Segment(SegmentLayout layout, String[] values, int parent, int depth) {
    }

    private WritableIdoc(IdocLayouts layouts, Node idoc) {
        List<Node> children = idoc.children();
        if (!idoc.name().equals("IDOC") || children.isEmpty() || !children.get(0).name().equals("EDI_DC40")) {
            throw new MappingFault(Fault.onPath(FaultCode.IDOC_CONTROL_RECORD_MISSING, idoc.name(), null,
                "an IDoc to write must be IDOC with EDI_DC40 first"));
        }
        Node head = children.get(0);
        layout = ControlRecord.layout(layouts, head, 1);
        control = values(head, layouts.control(), "EDI_DC40");
        if (control[0] == null) {
            control[0] = "EDI_DC40";
        }
        segments(children.subList(1, children.size()), null, -1, 0, "");
        if (!faults.isEmpty()) {
            throw new MappingFault(faults.subList(0, Math.min(faults.size(), SHOWN_FAULTS)));
        }
    }

    /** @throws MappingFault with what keeps the tree from being written */
    public static WritableIdoc of(IdocLayouts layouts, Node idoc) {
        return new WritableIdoc(layouts, idoc);
    }

    IdocLayout layout() {
        return layout;
    }

    /** The control record's values by the layout's fields. */
    String[] control() {
        return control;
    }

    List<Segment> segments() {
        return segments;
    }

    private void segments(List<Node> nodes, SegmentLayout parent, int parentIndex, int depth, String path) {
        Map<String, Integer> counts = new HashMap<>();
        SegmentLayout last = null;
        for (Node node : nodes) {
            if (node.isLeaf()) {
                continue;
            }
            int count = counts.merge(node.name(), 1, Integer::sum);
            String here = path + node.name() + "[" + count + "]";
            SegmentLayout segment = layout.ofType(Names.inLayout(node.name()), parent).orElse(null);
            if (segment == null) {
                fault(FaultCode.IDOC_SEGMENT_UNKNOWN, here, node.name(), "segment " + node.name() + " is not in the layout "
                    + layout.type());
                continue;
            }
            place(segment, parent, last, count, here);
            last = segment;
            segments.add(new Segment(segment, values(node, segment.fields(), here), parentIndex, depth));
            segments(node.children(), segment, segments.size() - 1, depth + 1, here + "/");
        }
        missing(parent, counts, path);
    }

    private void place(SegmentLayout segment, SegmentLayout parent, SegmentLayout last, int count, String here) {
        if (segment.parent() != parent) {
            fault(FaultCode.IDOC_SEGMENT_OUT_OF_PLACE, here, null, "segment " + segment.type() + " belongs under "
                + (segment.parent() == null ? "IDOC" : segment.parent()));
        } else if (last != null && last.order() > segment.order()) {
            fault(FaultCode.IDOC_SEGMENT_OUT_OF_PLACE, here, null, "segment " + segment.type() + " stands after " + last.type()
                + ", the layout has it before");
        } else if (count > segment.max()) {
            fault(FaultCode.IDOC_SEGMENT_OUT_OF_PLACE, here, null, "segment " + segment.type() + " may come " + segment.max()
                + " times at most");
        }
    }

    private void missing(SegmentLayout parent, Map<String, Integer> counts, String path) {
        for (SegmentLayout segment : layout.segments()) {
            if (segment.parent() == parent && counts.getOrDefault(Names.inTree(segment.type()), 0) < segment.min()) {
                fault(FaultCode.VALUE_MISSING, path + segment.type(), null, "segment " + segment.type() + " is missing");
            }
        }
    }

    private String[] values(Node segment, List<IdocField> fields, String path) {
        String[] values = new String[fields.size()];
        for (Node leaf : segment.children()) {
            if (!leaf.isLeaf() || leaf.text().isBlank()) {
                continue;
            }
            int index = indexOf(fields, Names.inLayout(leaf.name()));
            String here = path + "/" + leaf.name();
            String text = leaf.text().stripTrailing();
            if (index < 0) {
                fault(FaultCode.IDOC_FIELD_UNKNOWN, here, text, segment.name() + " has no field " + leaf.name());
            } else if (values[index] != null) {
                fault(FaultCode.IDOC_FIELD_UNKNOWN, here, text, "field " + leaf.name() + " is there twice");
            } else {
                check(fields.get(index), text, here);
                values[index] = text;
            }
        }
        return values;
    }

    private static int indexOf(List<IdocField> fields, String name) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private void check(IdocField field, String text, String here) {
        if (text.length() > field.length()) {
            fault(FaultCode.IDOC_VALUE_TOO_LONG, here, text, here + " holds " + field.length() + " characters, the value has "
                + text.length() + ": '" + text + "'");
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '\u007f' || c == '\ufffe' || c == '\uffff') {
                fault(FaultCode.OUTGOING_INVALID, here, text, here + " has a control character (" + (int) c
                    + ") at place " + (i + 1) + ": an IDoc field is one line of text");
                return;
            }
        }
    }

    private void fault(FaultCode code, String path, String value, String text) {
        faults.add(Fault.onPath(code, path, value, text));
    }

    @Override
    public String toString() {
        return layout.type() + Arrays.toString(control);
    }
}
