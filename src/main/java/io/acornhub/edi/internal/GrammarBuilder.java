// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi.internal;

import io.acornhub.edi.CompositeType;
import io.acornhub.edi.ElementType;
import io.acornhub.edi.ElementUse;
import io.acornhub.edi.EnvelopeSegments;
import io.acornhub.edi.GrammarPart;
import io.acornhub.edi.LoopNode;
import io.acornhub.edi.SegmentType;
import io.acornhub.edi.SegmentUse;
import io.acornhub.edi.SetGrammar;
import io.acornhub.edi.SyntaxRule;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.MappingFault;
import io.xlate.edi.schema.EDIComplexType;
import io.xlate.edi.schema.EDIReference;
import io.xlate.edi.schema.EDISchemaException;
import io.xlate.edi.schema.EDISimpleType;
import io.xlate.edi.schema.EDISyntaxRule;
import io.xlate.edi.schema.EDIType;
import io.xlate.edi.schema.Schema;
import io.xlate.edi.schema.SchemaFactory;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Turns StAEDI's schema model into ours: names of the tree, positions and lookups are worked out once, here. */
public final class GrammarBuilder {
    // StAEDI tells at INFO of every segment of the dictionary that a set does not use
    private static final Logger STAEDI = Logger.getLogger("io.xlate.edi.internal.schema");

    static {
        STAEDI.setLevel(Level.WARNING);
    }

    private final Map<EDIType, ElementType> elements = new HashMap<>();
    private final Map<String, SegmentType> segments = new HashMap<>();

    private GrammarBuilder() {
    }

    public static SetGrammar load(Path grammarXml, String setId, String release) {
        Path file = grammarXml.toAbsolutePath().normalize();
        if (!Files.isRegularFile(file)) {
            throw new MappingFault(Fault.of(FaultCode.TEMPLATE_ERROR, "the grammar " + file + " does not exist"));
        }
        try {
            URL url = file.toUri().toURL();
            SchemaFactory factory = SchemaFactory.newFactory();
            // StAEDI resolves includes against this property, not against the including file
            factory.setProperty(SchemaFactory.SCHEMA_LOCATION_URL_CONTEXT, url);
            return new GrammarBuilder().build(factory.createSchema(url), setId, release);
        } catch (EDISchemaException | MalformedURLException | IllegalArgumentException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new MappingFault(Fault.onPath(FaultCode.TEMPLATE_ERROR, file.toString(), null,
                "the grammar " + file + " cannot be read: " + e.getMessage() + (cause == e ? "" : ": " + cause.getMessage())), e);
        }
    }

    private SetGrammar build(Schema schema, String setId, String release) {
        for (EDIType type : schema) {
            if (type.isType(EDIType.Type.SEGMENT)) {
                segments.put(type.getCode(), segment((EDIComplexType) type));
            }
        }
        SegmentType st = EnvelopeSegments.st(release);
        segments.put("ST", st);
        segments.put("SE", EnvelopeSegments.SE);
        List<GrammarPart> children = new ArrayList<>();
        children.add(new SegmentUse(st, 1, 1));
        children.addAll(parts(schema.getStandard()));
        children.add(new SegmentUse(EnvelopeSegments.SE, 1, 1));
        LoopNode root = new LoopNode("TRANSACTION", "TransactionSet", 1, 1, children);
        return new SetGrammar(setId, release, root, segments);
    }

    private List<GrammarPart> parts(EDIComplexType owner) {
        List<GrammarPart> parts = new ArrayList<>();
        for (EDIReference reference : owner.getReferences()) {
            EDIType type = reference.getReferencedType();
            if (type.isType(EDIType.Type.LOOP)) {
                String code = type.getCode();
                String name = "Loop" + code.substring(code.lastIndexOf('_') + 1);
                parts.add(new LoopNode(code, name, reference.getMinOccurs(), reference.getMaxOccurs(),
                    parts((EDIComplexType) type)));
            } else if (!type.getCode().equals("ST") && !type.getCode().equals("SE")) {
                SegmentType segment = segments.computeIfAbsent(type.getCode(), c -> segment((EDIComplexType) type));
                parts.add(new SegmentUse(segment, reference.getMinOccurs(), reference.getMaxOccurs()));
            }
        }
        return parts;
    }

    private SegmentType segment(EDIComplexType type) {
        return new SegmentType(type.getCode(), type.getTitle(), uses(type, type.getCode()), rules(type));
    }

    private List<ElementUse> uses(EDIComplexType owner, String prefix) {
        List<ElementUse> uses = new ArrayList<>();
        for (EDIReference reference : owner.getReferences()) {
            int position = uses.size() + 1;
            String name = prefix + (position < 10 ? "0" : "") + position;
            EDIType type = reference.getReferencedType();
            boolean required = reference.getMinOccurs() > 0;
            if (type.isType(EDIType.Type.COMPOSITE)) {
                EDIComplexType complex = (EDIComplexType) type;
                CompositeType composite = new CompositeType(type.getId(), type.getTitle(), uses(complex, name), rules(complex));
                uses.add(new ElementUse(position, name, required, reference.getMaxOccurs(), null, composite));
            } else {
                ElementType simple = elements.computeIfAbsent(type, t -> element((EDISimpleType) t));
                uses.add(new ElementUse(position, name, required, reference.getMaxOccurs(), simple, null));
            }
        }
        return uses;
    }

    private static ElementType element(EDISimpleType type) {
        ElementType.Base base = switch (type.getBase()) {
            case STRING -> ElementType.Base.AN;
            case IDENTIFIER -> ElementType.Base.ID;
            case NUMERIC -> ElementType.Base.N;
            case DECIMAL -> ElementType.Base.R;
            case DATE -> ElementType.Base.DT;
            case TIME -> ElementType.Base.TM;
            case BINARY -> ElementType.Base.B;
        };
        int scale = base == ElementType.Base.N && type.getScale() != null ? type.getScale() : 0;
        return new ElementType(type.getNumber(), type.getTitle(), base, scale, (int) type.getMinLength(),
            (int) Math.min(Integer.MAX_VALUE, type.getMaxLength()), type.getValueSet());
    }

    private static List<SyntaxRule> rules(EDIComplexType type) {
        List<SyntaxRule> rules = new ArrayList<>();
        for (EDISyntaxRule rule : type.getSyntaxRules()) {
            rules.add(new SyntaxRule(kind(rule.getType()), rule.getPositions()));
        }
        return rules;
    }

    private static SyntaxRule.Kind kind(EDISyntaxRule.Type type) {
        return switch (type) {
            case PAIRED -> SyntaxRule.Kind.P;
            case REQUIRED -> SyntaxRule.Kind.R;
            case EXCLUSION -> SyntaxRule.Kind.E;
            case CONDITIONAL -> SyntaxRule.Kind.C;
            case LIST -> SyntaxRule.Kind.L;
            default -> throw new IllegalArgumentException("the syntax rule " + type + " is not one of X12 (P R E C L)");
        };
    }
}
