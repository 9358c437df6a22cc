// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.x12;

import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads X12 with StAEDI. It takes whatever can be read as segments: whether counts and numbers fit is for {@link SyntaxCheck} to
 * say, so that a fault can be answered instead of stopping the file.
 */
public final class X12Reader {
    private final List<X12Interchange> interchanges = new ArrayList<>();
    private X12Segment isa;
    private X12Segment iea;
    private List<X12Segment> technical = new ArrayList<>();
    private List<X12Group> groups = new ArrayList<>();
    private X12Segment gs;
    private List<X12Set> sets = new ArrayList<>();
    private X12Segment st;
    private List<X12Segment> segments = new ArrayList<>();

    private X12Reader() {
    }

    /**
     * The interchanges of a file.
     *
     * @throws IOException if the bytes are no X12, saying where
     */
    public static List<X12Interchange> read(byte[] bytes) throws IOException {
        X12Reader reader = new X12Reader();
        EDIInputFactory factory = EDIInputFactory.newFactory();
        factory.setProperty(EDIInputFactory.EDI_VALIDATE_CONTROL_STRUCTURE, false);
        try (EDIStreamReader stream = factory.createEDIStreamReader(new ByteArrayInputStream(bytes))) {
            reader.read(stream);
        } catch (EDIStreamException e) {
            throw new IOException("no X12 that can be read: " + e.getMessage(), e);
        }
        reader.endInterchange();
        return reader.interchanges;
    }

    private void read(EDIStreamReader stream) throws EDIStreamException {
        String tag = null;
        List<String> elements = new ArrayList<>();
        StringBuilder composite = null;
        while (stream.hasNext()) {
            EDIStreamEvent event = stream.next();
            switch (event) {
                case START_SEGMENT -> {
                    tag = stream.getText();
                    elements = new ArrayList<>();
                }
                case START_COMPOSITE -> composite = new StringBuilder();
                case END_COMPOSITE -> {
                    elements.add(composite.toString());
                    composite = null;
                }
                case ELEMENT_DATA -> {
                    if (composite == null) {
                        elements.add(stream.getText().strip());
                    } else {
                        composite.append(composite.isEmpty() ? "" : ":").append(stream.getText());
                    }
                }
                case END_SEGMENT -> take(new X12Segment(tag, elements));
                default -> {
                }
            }
        }
    }

    private void take(X12Segment segment) {
        switch (segment.tag()) {
            case "ISA" -> {
                endInterchange();
                isa = segment;
            }
            case "TA1" -> technical.add(segment);
            case "GS" -> {
                endGroup(null);
                gs = segment;
            }
            case "ST" -> {
                endSet(null);
                st = segment;
            }
            case "SE" -> endSet(segment);
            case "GE" -> endGroup(segment);
            case "IEA" -> {
                iea = segment;
                endInterchange();
            }
            default -> segments.add(segment);
        }
    }

    private void endSet(X12Segment trailer) {
        if (st != null) {
            sets.add(new X12Set(st.get(1), st.get(2), segments, trailer));
        }
        st = null;
        segments = new ArrayList<>();
    }

    private void endGroup(X12Segment trailer) {
        endSet(null);
        if (gs != null) {
            groups.add(new X12Group(gs, sets, trailer));
        }
        gs = null;
        sets = new ArrayList<>();
    }

    private void endInterchange() {
        endGroup(null);
        if (isa != null) {
            interchanges.add(new X12Interchange(isa, technical, groups, iea));
        }
        isa = null;
        iea = null;
        technical = new ArrayList<>();
        groups = new ArrayList<>();
    }
}
