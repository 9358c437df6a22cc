// SPDX-License-Identifier: Apache-2.0
package io.acornhub.idoc.internal;

import io.acornhub.idoc.IdocField;
import io.acornhub.idoc.IdocLayouts;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.MappingFault;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Writes IDocs as SAP's XML port does: one root, named for the IDoc type, fields in layout order, empty ones left out. */
public final class XmlWriter {
    private final IdocLayouts layouts;
    private final StringBuilder out = new StringBuilder(64 * 1024);

    public XmlWriter(IdocLayouts layouts) {
        this.layouts = layouts;
    }

    public byte[] write(List<WritableIdoc> idocs) {
        String root = Names.inTree(idocs.get(0).layout().type());
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<").append(root).append(">\n");
        for (WritableIdoc idoc : idocs) {
            if (!Names.inTree(idoc.layout().type()).equals(root)) {
                throw new MappingFault(Fault.onPath(FaultCode.OUTGOING_INVALID, "EDI_DC40/IDOCTYP", idoc.layout().type(),
                    "an XML file holds IDocs of one type: " + root + " and " + idoc.layout().type() + " need a file each"));
            }
            write(idoc);
        }
        return out.append("</").append(root).append(">\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private void write(WritableIdoc idoc) {
        out.append("  <IDOC BEGIN=\"1\">\n");
        open(0, "EDI_DC40");
        fields(1, layouts.control(), idoc.control());
        close(0, "EDI_DC40");
        Deque<String> path = new ArrayDeque<>();
        for (WritableIdoc.Segment segment : idoc.segments()) {
            while (path.size() > segment.depth()) {
                close(path.size() - 1, path.pop());
            }
            String name = Names.inTree(segment.layout().type());
            open(segment.depth(), name);
            fields(segment.depth() + 1, segment.layout().fields(), segment.values());
            path.push(name);
        }
        while (!path.isEmpty()) {
            close(path.size() - 1, path.pop());
        }
        out.append("  </IDOC>\n");
    }

    private void open(int depth, String name) {
        indent(depth).append('<').append(name).append(" SEGMENT=\"1\">\n");
    }

    private void close(int depth, String name) {
        indent(depth).append("</").append(name).append(">\n");
    }

    private void fields(int depth, List<IdocField> fields, String[] values) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                String name = Names.inTree(fields.get(i).name());
                indent(depth).append('<').append(name).append('>');
                escape(values[i]);
                out.append("</").append(name).append(">\n");
            }
        }
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                default -> out.append(c);
            }
        }
    }

    private StringBuilder indent(int depth) {
        return out.append("    ").append("  ".repeat(depth));
    }
}
