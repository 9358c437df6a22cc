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
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.List;

/** One IDoc of a flat file: decodes each record, then cuts it by characters. */
public final class FlatParser {
    private final IdocLayouts layouts;
    private final IdocReading reading;
    private final IdocSlice slice;
    private final List<Fault> warnings = new ArrayList<>();
    private final Node root;
    private final IdocField segnam;
    private final IdocField hlevel;
    /** Where SDATA begins in a data record. */
    private final int sdata;
    private IdocLayout layout;
    private TreeBuilder tree;
    private int record;

    private FlatParser(IdocLayouts layouts, IdocReading reading, IdocSlice slice) {
        this.layouts = layouts;
        this.reading = reading;
        this.slice = slice;
        this.root = Node.branch("IDOC", slice.firstRecord());
        this.segnam = layouts.data("SEGNAM");
        this.hlevel = layouts.data("HLEVEL");
        this.sdata = layouts.data("SDATA").offset();
        this.record = slice.firstRecord() - 1;
    }

    public static Idoc parse(IdocLayouts layouts, IdocReading reading, IdocSlice slice, byte[] bytes) {
        return new FlatParser(layouts, reading, slice).parse(bytes);
    }

    private Idoc parse(byte[] bytes) {
        CharsetDecoder decoder = slice.charset().newDecoder().onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
        int from = 0;
        while (from < bytes.length) {
            int end = from;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            int next = end + 1;
            if (end > from && bytes[end - 1] == '\r') {
                end--;
            }
            record++;
            record(decode(decoder, bytes, from, end));
            from = next;
        }
        return new Idoc(slice, root, warnings);
    }

    private String decode(CharsetDecoder decoder, byte[] bytes, int from, int end) {
        try {
            CharBuffer characters = decoder.decode(ByteBuffer.wrap(bytes, from, end - from));
            return characters.toString();
        } catch (CharacterCodingException e) {
            throw Faults.encoding("record " + record + " is not in " + slice.charset().name()
                + ": set the ERP system's charset to what"
                + " its file port writes");
        }
    }

    private void record(String text) {
        if (layout == null) {
            control(text);
        } else if (!text.isBlank()) {
            data(text);
        }
    }

    private void control(String text) {
        Node control = root.add(Node.branch("EDI_DC40", record));
        fields(control, layouts.control(), text, 0);
        IdocField last = layouts.control().get(layouts.control().size() - 1);
        tail(control, text, last.offset() + last.length());
        layout = ControlRecord.layout(layouts, control, record);
        tree = new TreeBuilder(root, warnings);
    }

    private void data(String text) {
        String name = text.substring(0, Math.min(segnam.length(), text.length())).strip();
        if (name.isEmpty()) {
            throw Faults.at(FaultCode.IDOC_UNREADABLE, null, record, Faults.shown(text), "record " + record
                + " names no segment");
        }
        List<SegmentLayout> known = layout.places(name);
        if (known.isEmpty()) {
            unknown(name, text);
            return;
        }
        Node node = tree.place(known, record, level(text));
        SegmentLayout segment = tree.current();
        fields(node, segment.fields(), text, sdata);
        tail(node, text, sdata + segment.length());
    }

    private void unknown(String name, String text) {
        String words = "segment " + name + " is not in the layout " + layout.type();
        if (reading.unknownSegments() == Unknown.FAIL) {
            throw Faults.at(FaultCode.IDOC_SEGMENT_UNKNOWN, name, record, name, words
                + ": add it to the layout, or set unknownSegments: keep");
        }
        warnings.add(Fault.at(FaultCode.IDOC_SEGMENT_UNKNOWN, name, record, name, words + "; it is kept as it came"));
        Node kept = tree.placeUnknown(Names.inTree(name), record, level(text));
        String rest = text.length() > sdata ? text.substring(sdata).stripTrailing() : "";
        if (!rest.isEmpty()) {
            kept.add(Node.leaf("SDATA", rest, record));
        }
    }

    /** HLEVEL, 0 where it is not a number. */
    private int level(String text) {
        String level = text.length() >= sdata ? text.substring(hlevel.offset(), hlevel.offset() + hlevel.length()).strip() : "";
        return level.matches("\\d+") ? Integer.parseInt(level) : 0;
    }

    private void fields(Node node, List<IdocField> fields, String text, int start) {
        for (int i = 0; i < fields.size(); i++) {
            IdocField field = fields.get(i);
            int from = start + field.offset();
            if (from >= text.length()) {
                return;
            }
            int end = Math.min(text.length(), from + field.length());
            while (end > from && text.charAt(end - 1) == ' ') {
                end--;
            }
            if (end > from) {
                node.add(Node.leaf(Names.inTree(field.name()), text.substring(from, end), record));
            }
        }
    }

    private void tail(Node node, String text, int end) {
        String tail = text.length() > end ? text.substring(end).stripTrailing() : "";
        if (tail.isEmpty()) {
            return;
        }
        String words = node.name() + " is longer than its layout: '" + Faults.shown(tail.strip()) + "' follows its last field";
        if (reading.unknownFields() == Unknown.FAIL) {
            throw Faults.at(FaultCode.IDOC_FIELD_UNKNOWN, node.name(), record, Faults.shown(tail.strip()), words
                + "; use a layout of the system's release, or set unknownFields: keep");
        }
        node.add(Node.leaf(Names.TAIL, tail, record));
        warnings.add(Fault.at(FaultCode.IDOC_FIELD_UNKNOWN, node.name(), record, Faults.shown(tail.strip()), words
            + "; it is kept as " + Names.TAIL));
    }
}
