// SPDX-License-Identifier: Apache-2.0
package io.acornhub.idoc.internal;

import io.acornhub.idoc.Idoc;
import io.acornhub.idoc.IdocField;
import io.acornhub.idoc.IdocLayout;
import io.acornhub.idoc.IdocLayouts;
import io.acornhub.idoc.IdocReading;
import io.acornhub.idoc.IdocReading.Unknown;
import io.acornhub.idoc.IdocSlice;
import io.acornhub.idoc.SegmentLayout;
import io.acornhub.infoset.Node;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import java.util.ArrayList;
import java.util.List;

/** One IDoc of an XML file, checked against its layout; E1 and E2 names, {@code _-} for slashes. */
public final class XmlParser {
    private final IdocLayouts layouts;
    private final IdocReading reading;
    private final List<Fault> warnings = new ArrayList<>();
    private final Node root = Node.branch("IDOC", 0);
    private IdocLayout layout;
    private TreeBuilder tree;
    private int record;

    private XmlParser(IdocLayouts layouts, IdocReading reading) {
        this.layouts = layouts;
        this.reading = reading;
    }

    public static Idoc parse(IdocLayouts layouts, IdocReading reading, IdocSlice slice, byte[] bytes) {
        XmlParser parser = new XmlParser(layouts, reading);
        parser.idoc(XmlElement.read(slice, bytes), slice);
        return new Idoc(slice, parser.root, parser.warnings);
    }

    private void idoc(XmlElement idoc, IdocSlice slice) {
        List<XmlElement> inside = idoc.children();
        String first = inside.isEmpty() ? "nothing" : inside.get(0).name();
        if (first.equals("EDI_DC")) {
            throw Faults.at(FaultCode.IDOC_RECORD_TYPE_OLD, first, 1, first, "IDoc " + slice.ordinal()
                + " begins with a control record"
                + " EDI_DC of SAP release 3.x; let the port (WE21) write IDoc record types of version 3 (EDI_DC40)");
        }
        if (!first.startsWith("EDI_DC40")) {
            throw Faults.at(FaultCode.IDOC_CONTROL_RECORD_MISSING, first, 1, first, "IDoc " + slice.ordinal() + " begins with "
                + first + ": the control record EDI_DC40 must come first");
        }
        control(inside.get(0));
        for (XmlElement segment : inside.subList(1, inside.size())) {
            segment(segment, null, root);
        }
    }

    private void control(XmlElement element) {
        Node control = root.add(Node.branch("EDI_DC40", ++record));
        for (XmlElement field : element.children()) {
            if (layouts.control().stream().map(IdocField::name).noneMatch(field.name()::equals)) {
                unknownField(control, field);
            }
            leaf(control, field);
        }
        layout = ControlRecord.layout(layouts, control, record);
        tree = new TreeBuilder(root, warnings);
    }

    private void segment(XmlElement element, SegmentLayout parent, Node parentNode) {
        int own = ++record;
        List<SegmentLayout> places = layout.places(Names.inLayout(element.name()));
        if (places.isEmpty()) {
            unknownSegment(element, own, parentNode);
            return;
        }
        SegmentLayout segment = places.stream().filter(place -> place.parent() == parent).findFirst().orElse(places.get(0));
        if (segment.parent() != parent) {
            throw Faults.at(FaultCode.IDOC_SEGMENT_OUT_OF_PLACE, segment.type(), own, segment.type(), "segment " + segment.type()
                + " stands under " + (parent == null ? "IDOC" : parent) + ", the layout has it under "
                + (segment.parent() == null ? "IDOC" : segment.parent()));
        }
        Node node = tree.place(List.of(segment), own, segment.level());
        if (!element.children().isEmpty() && !element.text().isBlank()) {
            throw Faults.at(FaultCode.IDOC_UNREADABLE, segment.type(), own, Faults.shown(element.text().strip()), "segment "
                + segment.type() + " has text outside its fields: '" + Faults.shown(element.text().strip()) + "'");
        }
        for (XmlElement child : element.children()) {
            child(child, segment, node);
        }
    }

    private void child(XmlElement child, SegmentLayout segment, Node node) {
        if (segment.indexOf(Names.inLayout(child.name())) >= 0 && child.children().isEmpty()) {
            leaf(node, child);
        } else if (child.marked() || !child.children().isEmpty() || layout.find(Names.inLayout(child.name())).isPresent()) {
            segment(child, segment, node);
        } else {
            unknownField(node, child);
            leaf(node, child);
        }
    }

    private void leaf(Node node, XmlElement field) {
        String text = field.text();
        if (!text.isEmpty()) {
            node.add(Node.leaf(field.name(), text, node.position()));
        }
    }

    private void unknownField(Node node, XmlElement field) {
        String words = "field " + field.name() + " of " + node.name() + " is not in the layout";
        if (reading.unknownFields() == Unknown.FAIL) {
            throw Faults.at(FaultCode.IDOC_FIELD_UNKNOWN, node.name(), node.position(), field.text(), words
                + "; use a layout of the system's release, or set unknownFields: keep");
        }
        warnings.add(Fault.at(FaultCode.IDOC_FIELD_UNKNOWN, node.name(), node.position(), field.text(), words + "; it is kept"));
    }

    private void unknownSegment(XmlElement element, int own, Node parent) {
        String words = "segment " + element.name() + " is not in the layout " + layout.type();
        if (reading.unknownSegments() == Unknown.FAIL) {
            throw Faults.at(FaultCode.IDOC_SEGMENT_UNKNOWN, element.name(), own, element.name(), words
                + ": add it to the layout, or set unknownSegments: keep");
        }
        warnings.add(Fault.at(FaultCode.IDOC_SEGMENT_UNKNOWN, element.name(), own, element.name(), words
            + "; it is kept as it came"));
        keep(element, parent);
    }

    private void keep(XmlElement element, Node parent) {
        if (element.children().isEmpty() && !element.marked()) {
            leaf(parent, element);
            return;
        }
        Node node = parent.add(Node.branch(element.name(), record));
        element.children().forEach(child -> keep(child, node));
    }
}
