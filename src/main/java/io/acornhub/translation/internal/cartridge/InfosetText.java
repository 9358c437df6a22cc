// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal.cartridge;

import io.acornhub.edi.Delimiters;
import io.acornhub.edi.ElementUse;
import io.acornhub.edi.EnvelopeSegments;
import io.acornhub.infoset.Node;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** The XML text of an interchange's tree, as the cartridge's unparser wants it. */
final class InfosetText {
    private final Delimiters delimiters;
    private final Charset charset;
    private final Set<String> repeatable;
    private final StringBuilder out = new StringBuilder(4096);

    private InfosetText(Delimiters delimiters, Charset charset, Set<String> repeatable) {
        this.repeatable = repeatable;
        this.delimiters = delimiters;
        this.charset = charset;
    }

    /**
     * @param charset in which the values are to be bytes; the schema takes a byte for a character
     * @param repeatable names of the elements that the schema wraps, see {@link DfdlGenerator#REPEATED}
     */
    static String of(Node interchange, Delimiters delimiters, Charset charset, Set<String> repeatable) {
        InfosetText text = new InfosetText(delimiters, charset, repeatable);
        text.node(interchange);
        return text.out.toString();
    }

    private void node(Node node) {
        if (node.name().equals("ISA")) {
            header(node);
        } else if (node.isLeaf()) {
            leaf(node.name(), node.text());
        } else {
            out.append('<').append(node.name()).append('>');
            children(node.children());
            out.append("</").append(node.name()).append('>');
        }
    }

    private void children(List<Node> nodes) {
        for (int i = 0; i < nodes.size(); i++) {
            String name = nodes.get(i).name();
            if (!repeatable.contains(name)) {
                node(nodes.get(i));
                continue;
            }
            out.append('<').append(name).append(DfdlGenerator.REPEATED).append('>');
            node(nodes.get(i));
            while (i + 1 < nodes.size() && nodes.get(i + 1).name().equals(name)) {
                node(nodes.get(++i));
            }
            out.append("</").append(name).append(DfdlGenerator.REPEATED).append('>');
        }
    }

    /** The tree has neither the empty elements of ISA nor two of the delimiters. */
    private void header(Node isa) {
        out.append("<ISA>");
        leaf(DfdlGenerator.ELEMENT_SEPARATOR, String.valueOf(delimiters.element()));
        for (ElementUse use : EnvelopeSegments.ISA.elements()) {
            String value = isa.value(use.name());
            leaf(use.name(), value == null ? "" : value);
        }
        leaf(DfdlGenerator.SEGMENT_TERMINATOR, String.valueOf(delimiters.segment()));
        out.append("</ISA>");
    }

    private void leaf(String name, String value) {
        out.append('<').append(name).append('>');
        String bytes = new String(value.getBytes(charset), StandardCharsets.ISO_8859_1);
        for (int i = 0; i < bytes.length(); i++) {
            char c = bytes.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                // XML readers take these for line breaks, and Daffodil maps control characters to where XML has room
                case '\r' -> out.append("&#13;");
                case '\n' -> out.append("&#10;");
                case '\t' -> out.append("&#9;");
                default -> out.append(c < ' ' ? (char) (InfosetTrees.REMAPPED + c) : c);
            }
        }
        out.append("</").append(name).append('>');
    }
}
