// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal.cartridge;

import io.acornhub.infoset.Node;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Makes light trees of what the cartridge's parser tells, the same as the hub's own reader makes. */
final class InfosetTrees extends DefaultHandler {
    private static final String SET = "TransactionSet";
    /** Where Daffodil puts control characters, which XML does not have. */
    static final char REMAPPED = 0xE000;

    private final List<Node> interchanges = new ArrayList<>();
    private final Deque<Node> open = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private String leaf;
    /** Ordinal of the segment in its set; zero outside a set. */
    private int position;
    private boolean inSet;
    private boolean high;

    /** One node Interchange each. */
    List<Node> interchanges() {
        return interchanges;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        if (leaf != null) {
            begin(leaf);
        }
        leaf = name;
        text.setLength(0);
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        text.append(characters, start, length);
    }

    /** The element turned out to have others in it. */
    private void begin(String name) {
        if (name.equals(SET)) {
            inSet = true;
            high = false;
            open.push(Node.branch(name, 1));
        } else if (isLoopOrSegment()) {
            open.push(Node.branch(name, name.startsWith("Loop") ? position + 1 : ++position));
        } else {
            open.push(Node.branch(name, position));
        }
    }

    private boolean isLoopOrSegment() {
        if (!inSet) {
            return false;
        }
        String parent = open.element().name();
        return parent.equals(SET) || parent.startsWith("Loop");
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        if (leaf != null) {
            leaf();
            leaf = null;
            return;
        }
        Node node = open.pop();
        if (name.equals(SET)) {
            inSet = false;
            position = 0;
            node = high ? asUtf8(node) : node;
        }
        if (open.isEmpty()) {
            interchanges.add(node);
        } else if (name.endsWith(DfdlGenerator.REPEATED)) {
            node.children().forEach(open.element()::add);
        } else if (node.name().equals(DfdlGenerator.OTHER_SET)) {
            return;
        } else if (!node.children().isEmpty() || isLoopOrSegment()) {
            open.element().add(node);
        }
    }

    private void leaf() {
        boolean delimiter = leaf.equals(DfdlGenerator.ELEMENT_SEPARATOR) || leaf.equals(DfdlGenerator.SEGMENT_TERMINATOR);
        if (delimiter) {
            return;
        }
        if (isLoopOrSegment()) {
            open.element().add(Node.branch(leaf, ++position));
        } else if (!text.isEmpty()) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                high |= c > 0x7F;
                if (c >= REMAPPED && c < REMAPPED + ' ') {
                    text.setCharAt(i, (char) (c - REMAPPED));
                }
            }
            open.element().add(Node.leaf(leaf, text.toString(), position));
        }
    }

    /** The schema reads bytes as characters; a set that is UTF-8 throughout is decoded as such, as the hub's reader does. */
    private static Node asUtf8(Node set) {
        try {
            return decoded(set);
        } catch (CharacterCodingException e) {
            return set;
        }
    }

    private static Node decoded(Node node) throws CharacterCodingException {
        if (node.isLeaf()) {
            ByteBuffer bytes = ByteBuffer.wrap(node.text().getBytes(StandardCharsets.ISO_8859_1));
            return Node.leaf(node.name(), StandardCharsets.UTF_8.newDecoder().decode(bytes).toString(), node.position());
        }
        Node copy = Node.branch(node.name(), node.position());
        for (Node child : node.children()) {
            copy.add(decoded(child));
        }
        return copy;
    }
}
