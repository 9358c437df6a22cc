// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal.cartridge;

import io.acornhub.edi.ElementType;
import io.acornhub.edi.ElementUse;
import io.acornhub.edi.EnvelopeSegments;
import io.acornhub.edi.GrammarPart;
import io.acornhub.edi.LoopNode;
import io.acornhub.edi.SegmentType;
import io.acornhub.edi.SegmentUse;
import io.acornhub.edi.SetGrammar;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the DFDL schema of X12 interchanges, for {@code edi:parser} and {@code edi:unparser} of smooks-edi-cartridge, from
 * the same grammar that drives the hub's own engine. Order, nesting and occurrence of segments hold in it; what an element may
 * contain does not, the hub validates that.
 * <p>
 * The infoset has the names of the light tree, in no namespace, and some more: in ISA {@link #ELEMENT_SEPARATOR} and
 * {@link #SEGMENT_TERMINATOR}, around what may be repeated (from 00402 on) an element that ends in {@link #REPEATED}, and for
 * sets of other kinds {@link #OTHER_SET}. By the elements of ISA, ISA11 and ISA16 among them, each interchange brings its own
 * delimiters, when it is parsed and when it is unparsed; the cartridge's settings of them have no effect. Bytes are characters
 * (ISO 8859-1), so that nothing is lost whatever the text's real encoding.
 */
public final class DfdlGenerator {
    static final String ELEMENT_SEPARATOR = "ElementSeparator";
    static final String SEGMENT_TERMINATOR = "SegmentTerminator";
    static final String OTHER_SET = "OtherSet";
    static final String REPEATED = "Repeated";
    /** A character as DFDL wants delimiters: white space by name, and the sign that begins a name twice. */
    private static final String LITERAL = "if (. eq '%') then '%%' else if (. eq '&#9;') then '%HT;' else if (. eq '&#10;')"
        + " then '%LF;' else if (. eq '&#13;') then '%CR;' else if (. eq ' ') then '%SP;' else .";
    private static final String SEPARATED = "dfdl:separator=\"{$edi:FieldSep}\" dfdl:separatorPosition=";
    private static final String TRAILING = " dfdl:separatorSuppressionPolicy=\"trailingEmpty\"";

    private final Map<String, SegmentType> types = new LinkedHashMap<>();
    /** What begins a segment where that is more than its tag. */
    private final Map<String, String> starts = new HashMap<>();
    private final StringBuilder out = new StringBuilder(64 * 1024);
    private int depth;

    private DfdlGenerator() {
    }

    /** @param grammar of the set that is read; sets of other kinds, which stand in groups of their own, are passed over */
    public static String schema(SetGrammar grammar) {
        return new DfdlGenerator().write(grammar);
    }

    private String write(SetGrammar grammar) {
        line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        line("<!-- Generated from grammar.xml of " + grammar + "; changes are lost. -->");
        open("xsd:schema xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\" xmlns:dfdl=\"http://www.ogf.org/dfdl/dfdl-1.0/\""
            + " xmlns:fn=\"http://www.w3.org/2005/xpath-functions\" xmlns:edi=\"http://www.ibm.com/dfdl/EDI/Format\"");
        // the cartridge sets this schema's variables, so they must be there
        line("<xsd:import namespace=\"http://www.ibm.com/dfdl/EDI/Format\""
            + " schemaLocation=\"/EDIFACT-Common/IBM_EDI_Format.dfdl.xsd\"/>");
        annotated("<dfdl:format ref=\"edi:EDIFormat\" encoding=\"ISO-8859-1\" escapeSchemeRef=\"\" ignoreCase=\"no\""
            + " textTrimKind=\"none\" textStandardDecimalSeparator=\".\" textStandardGroupingSeparator=\",\"/>");
        interchange(grammar);
        types.values().forEach(this::segmentType);
        close("xsd:schema");
        return out.toString();
    }

    private void interchange(SetGrammar grammar) {
        openElement("Interchange", 1, 1);
        isa();
        segment(EnvelopeSegments.TA1, 0, Integer.MAX_VALUE);
        openElement("FunctionalGroup", 0, Integer.MAX_VALUE);
        segment(EnvelopeSegments.GS, 1, 1);
        openElement(grammar.root().name(), 0, Integer.MAX_VALUE);
        starts.put("ST", "ST[^0-9A-Za-z]" + grammar.setId());
        parts(grammar.root().children());
        closeElement();
        otherSet();
        segment(EnvelopeSegments.GE, 1, 1);
        closeElement();
        segment(EnvelopeSegments.IEA, 1, 1);
        closeElement();
    }

    /** A set this schema does not describe, as bare segments. */
    private void otherSet() {
        openElement(OTHER_SET, 0, Integer.MAX_VALUE);
        bareSegment("OtherStart", 1, "ST");
        bareSegment("OtherSegment", Integer.MAX_VALUE, "(?!S[TE]|G[SE]|IEA|ISA)[0-9A-Z]{2,3}");
        bareSegment("OtherEnd", 1, "SE");
        closeElement();
    }

    private void bareSegment(String name, int max, String start) {
        open("xsd:element name=\"" + name + "\" type=\"xsd:string\"" + occurs(max == 1 ? 1 : 0, max)
            + " dfdl:terminator=\"{$edi:SegmentTerm}\"");
        annotated(discriminator(start, "segment " + start + " must stand here"));
        close("xsd:element");
    }

    /** By position, as its 106 characters are where the delimiters come from. */
    private void isa() {
        open("xsd:element name=\"ISA\" dfdl:lengthKind=\"implicit\" dfdl:initiator=\"ISA\"");
        open("xsd:complexType");
        open("xsd:sequence");
        fixed(ELEMENT_SEPARATOR, 1, false, variable("FieldSep", LITERAL));
        open("xsd:sequence " + SEPARATED + "\"infix\"");
        for (ElementUse use : EnvelopeSegments.ISA.elements()) {
            ElementType type = use.simple();
            fixed(use.name(), type.max(), type.max() > 1, switch (use.position()) {
                case 11 -> variable("RepeatSep", LITERAL);
                case 16 -> variable("CompositeSep", LITERAL);
                default -> null;
            });
        }
        close("xsd:sequence");
        fixed(SEGMENT_TERMINATOR, 1, false, variable("SegmentTerm", "fn:concat(" + LITERAL + ", '%WSP*;')"));
        close("xsd:sequence");
        close("xsd:complexType");
        close("xsd:element");
    }

    private static String variable(String name, String expression) {
        return "<dfdl:setVariable ref=\"edi:" + name + "\" value=\"{" + expression + "}\"/>";
    }

    private void fixed(String name, int length, boolean padded, String variable) {
        String element = "xsd:element name=\"" + name + "\" type=\"xsd:string\" dfdl:lengthKind=\"explicit\""
            + " dfdl:length=\"" + length + "\"" + (padded ? " dfdl:textTrimKind=\"padChar\" dfdl:textPadKind=\"padChar\"" : "");
        if (variable == null) {
            line("<" + element + "/>");
            return;
        }
        open(element);
        annotated(variable);
        close("xsd:element");
    }

    private void parts(List<GrammarPart> parts) {
        for (GrammarPart part : parts) {
            if (part instanceof LoopNode loop) {
                openElement(loop.name(), loop.min(), loop.max());
                parts(loop.children());
                closeElement();
            } else {
                segment(((SegmentUse) part).type(), part.min(), part.max());
            }
        }
    }

    private void segment(SegmentType type, int min, int max) {
        types.put(type.tag(), type);
        line("<xsd:element name=\"" + type.tag() + "\" type=\"Segment" + type.tag() + "\"" + occurs(min, max)
            + " dfdl:lengthKind=\"implicit\"/>");
    }

    private void segmentType(SegmentType type) {
        // line breaks after a terminator belong to it, but the terminator of ISA is read by position
        String before = type == EnvelopeSegments.GS || type == EnvelopeSegments.IEA || type == EnvelopeSegments.TA1
            ? "%WSP*;" : "";
        open("xsd:complexType name=\"Segment" + type.tag() + "\"");
        open("xsd:sequence dfdl:initiator=\"" + before + type.tag() + "\" dfdl:terminator=\"{$edi:SegmentTerm}\" "
            + SEPARATED + "\"prefix\"" + TRAILING);
        String start = starts.getOrDefault(type.tag(), type.tag());
        annotated(discriminator((before.isEmpty() ? "" : "\\s*") + start, "segment " + type.tag() + " must stand here"));
        for (ElementUse use : type.elements()) {
            if (use.maxRepeats() > 1) {
                // Daffodil wants a separator for every group, even where nothing follows, and for an element it does not
                open("xsd:element name=\"" + use.name() + REPEATED + "\" minOccurs=\"0\" dfdl:lengthKind=\"implicit\"");
                open("xsd:complexType");
                open("xsd:sequence dfdl:separator=\"{$edi:RepeatSep}\"" + TRAILING);
                element(use);
                closeElement();
            } else {
                element(use);
            }
        }
        close("xsd:sequence");
        close("xsd:complexType");
    }

    /** The whole tag decides, N1 is not in N10; once it did, what is wrong behind it is an error and no reason to look on. */
    private static String discriminator(String start, String message) {
        return "<dfdl:discriminator testKind=\"pattern\" testPattern=\"" + start
            + "(?![0-9A-Za-z])\" message=\"" + message + "\"/>";
    }

    private void element(ElementUse use) {
        String element = "xsd:element name=\"" + use.name() + "\"" + occurs(0, use.maxRepeats());
        if (!use.isComposite()) {
            line("<" + element + " type=\"xsd:string\"/>");
            return;
        }
        open(element + " dfdl:lengthKind=\"implicit\"");
        open("xsd:complexType");
        open("xsd:sequence dfdl:separator=\"{$edi:CompositeSep}\"" + TRAILING);
        use.composite().components().forEach(this::element);
        closeElement();
    }

    private static String occurs(int min, int max) {
        return (min == 1 ? "" : " minOccurs=\"" + min + "\"")
            + (max == 1 ? "" : " maxOccurs=\"" + (max == Integer.MAX_VALUE ? "unbounded" : max) + "\"");
    }

    private void openElement(String name, int min, int max) {
        open("xsd:element name=\"" + name + "\"" + occurs(min, max) + " dfdl:lengthKind=\"implicit\"");
        open("xsd:complexType");
        open("xsd:sequence");
    }

    private void closeElement() {
        close("xsd:sequence");
        close("xsd:complexType");
        close("xsd:element");
    }

    private void annotated(String annotation) {
        open("xsd:annotation");
        line("<xsd:appinfo source=\"http://www.ogf.org/dfdl/\">" + annotation + "</xsd:appinfo>");
        close("xsd:annotation");
    }

    private void open(String tag) {
        line("<" + tag + ">");
        depth++;
    }

    private void close(String tag) {
        depth--;
        line("</" + tag + ">");
    }

    private void line(String text) {
        out.append(" ".repeat(depth)).append(text).append('\n');
    }
}
