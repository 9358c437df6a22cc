// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi.internal;

import io.acornhub.edi.CompositeType;
import io.acornhub.edi.Delimiters;
import io.acornhub.edi.ElementUse;
import io.acornhub.edi.SegmentType;
import io.acornhub.edi.SyntaxRule;
import io.acornhub.infoset.Node;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import java.nio.charset.Charset;

/** Splits a segment into elements, repetitions and components, makes leaves of them and checks them. */
final class SegmentParser {
    private final byte element;
    private final byte component;
    private final byte repetition;
    private final byte[] kinds = new byte[256];
    private byte[] bytes;
    private Charset charset;
    private FaultCollector faults;
    private SegmentType type;
    private int position;

    SegmentParser(Delimiters delimiters) {
        element = (byte) delimiters.element();
        component = (byte) delimiters.component();
        repetition = (byte) delimiters.repetition();
        for (int c = 0; c < 256; c++) {
            int kind = c < '0' || c > '9' ? ElementForms.NO_DIGIT : 0;
            kind |= c < ' ' || c == 0x7F ? ElementForms.CONTROL : 0;
            kind |= (byte) c == component ? ElementForms.COMPONENT : 0;
            kind |= (byte) c == repetition && repetition != 0 ? ElementForms.REPETITION : 0;
            kinds[c] = (byte) kind;
        }
    }

    void begin(byte[] source, Charset encoding, FaultCollector collector) {
        bytes = source;
        charset = encoding;
        faults = collector;
    }

    /** Parses the elements from the first separator on into the node. */
    void parse(SegmentType segment, int from, int to, Node node) {
        type = segment;
        position = node.position();
        int since = faults == null ? 0 : faults.size();
        long present = 0;
        int number = 0;
        int at = from;
        while (at < to) {
            int begin = ++at;
            int kind = 0;
            while (at < to && bytes[at] != element) {
                kind |= kinds[bytes[at] & 0xFF];
                at++;
            }
            number++;
            if (at > begin) {
                present |= SyntaxRule.bit(number);
                ElementUse use = segment.element(number);
                if (use != null) {
                    element(use, begin, at, kind, node);
                } else if (faults != null) {
                    tooMany(number, begin, at);
                }
            }
        }
        if (faults != null) {
            if ((segment.required() & ~present) != 0) {
                missing(segment.required() & ~present);
            }
            for (SyntaxRule rule : segment.rules()) {
                if (!rule.holds(present)) {
                    long found = present;
                    SyntaxNotes.report(rule, found, (broken, code) -> note(segment.element(broken), null, code, rule));
                }
            }
            faults.order(since);
        }
    }

    private void element(ElementUse use, int from, int to, int kind, Node parent) {
        if ((kind & ElementForms.REPETITION) != 0 && use.maxRepeats() > 1) {
            repeated(use, from, to, kind, parent);
        } else if (use.isComposite()) {
            composite(use, from, to, parent);
        } else {
            simple(use, null, from, to, kind, parent);
        }
    }

    private void repeated(ElementUse use, int from, int to, int kind, Node parent) {
        int begin = from;
        int count = 0;
        for (int at = from; at <= to; at++) {
            if (at == to || bytes[at] == repetition) {
                count++;
                if (at > begin) {
                    element(use, begin, at, kind & ~ElementForms.REPETITION, parent);
                }
                begin = at + 1;
            }
        }
        if (count > use.maxRepeats() && faults != null) {
            add(FaultCode.ELEMENT_REPEATED_TOO_OFTEN, use, null, null, use.inWords() + " is repeated " + count + " times, at most "
                + use.maxRepeats());
        }
    }

    private void composite(ElementUse use, int from, int to, Node parent) {
        CompositeType composite = use.composite();
        Node node = Node.branch(use.name(), position);
        long present = 0;
        int number = 0;
        int begin = from;
        int kind = 0;
        for (int at = from; at <= to; at++) {
            if (at < to && bytes[at] != component) {
                kind |= kinds[bytes[at] & 0xFF];
                continue;
            }
            number++;
            if (at > begin) {
                present |= SyntaxRule.bit(number);
                if (number <= composite.components().size()) {
                    simple(composite.components().get(number - 1), use, begin, at, kind, node);
                } else if (faults != null) {
                    add(FaultCode.ELEMENTS_TOO_MANY, use, null, text(begin, at), use.inWords() + " has more than "
                        + composite.components().size() + " components");
                }
            }
            begin = at + 1;
            kind = 0;
        }
        if (present != 0) {
            parent.add(node);
        }
        if (faults != null) {
            components(use, present);
        }
    }

    private void components(ElementUse use, long present) {
        for (ElementUse part : use.composite().components()) {
            if (part.required() && (present & SyntaxRule.bit(part.position())) == 0) {
                add(FaultCode.ELEMENT_MISSING, part, use, null, part.inWords() + " must be there");
            }
        }
        for (SyntaxRule rule : use.composite().rules()) {
            if (!rule.holds(present)) {
                SyntaxNotes.report(rule, present, (broken, code) -> note(use.composite().components().get(broken - 1), use, code,
                    rule));
            }
        }
    }

    private void simple(ElementUse use, ElementUse owner, int from, int to, int kind, Node parent) {
        String value = text(from, to);
        parent.add(Node.leaf(use.name(), value, position));
        if (faults == null) {
            return;
        }
        if ((kind & ElementForms.COMPONENT) != 0) {
            add(FaultCode.ELEMENTS_TOO_MANY, use, owner, value, use.inWords() + " has components, but is no composite");
            return;
        }
        if ((kind & ElementForms.REPETITION) != 0) {
            add(FaultCode.ELEMENT_REPEATED_TOO_OFTEN, use, owner, value, use.inWords() + " is repeated, but may stand only once");
            return;
        }
        FaultCode code = ElementForms.check(use.simple(), value, kind);
        if (code != null) {
            add(code, use, owner, value, FaultWords.of(code, use, value));
        }
    }

    private String text(int from, int to) {
        return new String(bytes, from, to - from, charset);
    }

    private void tooMany(int number, int from, int to) {
        String name = type.tag() + (number < 10 ? "0" : "") + number;
        faults.add(new Fault(FaultCode.ELEMENTS_TOO_MANY, type.tag(), position, name, Integer.toString(number), null,
            text(from, to), "segment " + type.tag() + " has at most " + type.elements().size() + " elements"));
    }

    private void missing(long absent) {
        for (ElementUse use : type.elements()) {
            if (use.required() && (absent & SyntaxRule.bit(use.position())) != 0) {
                add(FaultCode.ELEMENT_MISSING, use, null, null, use.inWords() + " must be there");
            }
        }
    }

    private void note(ElementUse use, ElementUse owner, FaultCode code, SyntaxRule rule) {
        boolean excluded = code == FaultCode.ELEMENT_EXCLUDED;
        add(code, use, owner, null, use.inWords() + (excluded ? " cannot be there" : " must be there")
            + " with the others of syntax note "
            + rule.note());
    }

    private void add(FaultCode code, ElementUse use, ElementUse owner, String value, String text) {
        String place = owner == null ? Integer.toString(use.position()) : owner.position() + ":" + use.position();
        faults.add(new Fault(code, type.tag(), position, use.name(), place, use.number(), value, text));
    }
}
