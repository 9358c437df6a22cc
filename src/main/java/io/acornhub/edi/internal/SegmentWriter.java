// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi.internal;

import io.acornhub.edi.Delimiters;
import io.acornhub.edi.ElementUse;
import io.acornhub.edi.SegmentType;
import io.acornhub.infoset.Node;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.MappingFault;
import io.acornhub.partner.Separators;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.ArrayList;
import java.util.List;

/** Writes segments as text: elements at their positions, nothing empty at the end, no delimiter inside data. */
final class SegmentWriter {
    private static final int MOST_FAULTS = 50;

    private final StringBuilder text = new StringBuilder(4096);
    private final List<Fault> faults = new ArrayList<>();
    private final Separators separators;
    private final boolean repeats;
    private final Charset charset;
    private final CharsetEncoder encoder;
    private int segments;

    SegmentWriter(Separators separators, String interchangeVersion, Charset charset) {
        this.separators = separators;
        this.repeats = Delimiters.hasRepetition(interchangeVersion);
        this.charset = charset;
        this.encoder = charset.newEncoder();
    }

    boolean repeats() {
        return repeats;
    }

    /** Segments written so far. */
    int segments() {
        return segments;
    }

    void raw(CharSequence segment) {
        text.append(segment);
        end();
    }

    private void end() {
        text.append(separators.segment());
        if (separators.lineBreak()) {
            text.append('\n');
        }
        segments++;
    }

    /** Writes a node whose children are named after the elements of the type. */
    void segment(Node node, SegmentType type, String path) {
        text.append(type.tag());
        children(node, type.elements(), separators.element(), path, true);
        end();
    }

    private void children(Node node, List<ElementUse> uses, char separator, String path, boolean leading) {
        List<Node> children = node.children();
        int next = 0;
        int pending = leading ? 1 : 0;
        for (ElementUse use : uses) {
            if (next == children.size()) {
                break;
            }
            int count = 0;
            while (next < children.size() && children.get(next).name().equals(use.name())) {
                Node child = children.get(next++);
                if (isEmpty(child)) {
                    continue;
                }
                if (count++ == 0) {
                    text.append(String.valueOf(separator).repeat(pending));
                    pending = 0;
                } else {
                    repetition(use, path);
                }
                value(child, use, path + "/" + use.name());
            }
            pending++;
        }
        if (next < children.size()) {
            Node child = children.get(next);
            invalid(path + "/" + child.name(), child.text(), "the grammar has no " + child.name() + " at this place of "
                + node.name());
        }
    }

    private void repetition(ElementUse use, String path) {
        text.append(separators.repetition());
        if (!repeats || use.maxRepeats() < 2) {
            invalid(path + "/" + use.name(), null, use.name() + " may stand only once");
        }
    }

    private static boolean isEmpty(Node node) {
        return node.isLeaf() ? node.text().isEmpty() : node.children().isEmpty();
    }

    private void value(Node node, ElementUse use, String path) {
        if (use.isComposite() != !node.isLeaf()) {
            invalid(path, node.text(), use.name() + (use.isComposite() ? " is a composite and needs components"
                : " has no components"));
        } else if (use.isComposite()) {
            children(node, use.composite().components(), separators.component(), path, false);
        } else {
            text.append(checked(node.text(), path));
        }
    }

    /** The value itself, after a look for what would break the segment. */
    String checked(String value, String path) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == separators.element() || c == separators.segment() || c == separators.component()
                || repeats && c == separators.repetition()) {
                invalid(path, value, path + " holds the delimiter " + c + " of this partner; replace it in the mapping");
                return value;
            }
            if (c < ' ' || c == 0x7F) {
                invalid(path, value, path + " holds the control character " + (int) c + "; replace it in the mapping");
                return value;
            }
        }
        if (!encoder.canEncode(value)) {
            invalid(path, value, path + " holds a character that " + charset + " does not have; replace it in the mapping");
        }
        return value;
    }

    void invalid(String path, String value, String why) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(Fault.onPath(FaultCode.OUTGOING_INVALID, path, value, why));
        }
    }

    byte[] finish() {
        if (!faults.isEmpty()) {
            throw new MappingFault(faults);
        }
        return text.toString().getBytes(charset);
    }
}
