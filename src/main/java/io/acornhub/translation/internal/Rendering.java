// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal;

import freemarker.core.Environment;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import io.acornhub.infoset.Node;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.MappingFault;
import io.acornhub.translation.ControlData;
import io.acornhub.translation.TranslationContext;
import java.io.IOException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;

/** One document through its template; what goes wrong becomes a fault that names bundle, source, target and value. */
public final class Rendering {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");

    private final Call call;
    private final SourceDocument document;
    private final TextWriter out = new TextWriter();

    private Rendering(Call call, SourceDocument document) {
        this.call = call;
        this.document = document;
    }

    /** Renders the document and keeps the text, or the fault, with the call. */
    public static void render(Call call, SourceDocument document) {
        Rendering rendering = new Rendering(call, document);
        try {
            call.rendered().add(new Rendered(document.control(), rendering.text(), null));
        } catch (MappingFault fault) {
            call.rendered().add(new Rendered(document.control(), null, fault));
        }
    }

    private String text() {
        Template template = call.bundle().template();
        try {
            Environment environment = template.createProcessingEnvironment(new Root(call.context(), document), out);
            environment.setCustomState(Call.class, call);
            environment.process();
            return out.toString();
        } catch (MappingProblem problem) {
            throw fault(problem);
        } catch (TemplateException e) {
            throw new MappingFault(Fault.onPath(FaultCode.TEMPLATE_ERROR, null, null, call.bundle().bundle().id() + " -> "
                + target() + ": " + e.getMessageWithoutStackTop() + where(e)), e);
        } catch (IOException e) {
            throw new IllegalStateException("a writer in memory does not fail", e);
        }
    }

    private MappingFault fault(MappingProblem problem) {
        Place place = problem.place();
        String source = place == null || place.path().isEmpty() ? "(template)" : place.path();
        int position = place == null ? 0 : place.position();
        String text = call.bundle().bundle().id() + ": " + source + " -> " + target() + ": " + problem.reason() + where(problem);
        return new MappingFault(new Fault(problem.code(), position > 0 ? place.segmentName() : null,
            position > 0 ? position : null, source, null, null, problem.value(), text), problem);
    }

    private String target() {
        boolean json = call.bundle().template().getName().endsWith(".json.ftl");
        String path = json ? TargetPath.ofJson(out.written()) : TargetPath.ofXml(out.written());
        return path.isEmpty() ? "(top)" : path;
    }

    private static String where(TemplateException e) {
        return e.getTemplateSourceName() == null ? "" : " (" + e.getTemplateSourceName() + " line " + e.getLineNumber() + ")";
    }

    /** What a template can name besides functions: the document, {@code erp}, {@code agreement}, {@code source} and {@code hub}. */
    private record Root(TranslationContext context, SourceDocument document) implements TemplateHashModel {
        @Override
        public TemplateModel get(String key) {
            return switch (key) {
                case "erp" -> values("erp", context.erp());
                case "agreement" -> values("agreement", context.agreement());
                case "source" -> values("source", control(source()));
                case "hub" -> values("hub", hub());
                default -> key.equals(document.name()) ? TreeModel.root(document.tree()) : null;
            };
        }

        @Override
        public boolean isEmpty() {
            return false;
        }

        /** What the flow says the document came with; else what the file itself says. */
        private ControlData source() {
            return context.source().equals(ControlData.NONE) ? document.control() : context.source();
        }

        private static TemplateModel values(String name, Map<String, String> values) {
            Node node = Node.branch(name, 0);
            values.forEach((key, value) -> node.add(Node.leaf(key, value, 0)));
            return TreeModel.beside(node);
        }

        private static Map<String, String> control(ControlData control) {
            Map<String, String> values = new HashMap<>();
            put(values, "interchange", control.interchange());
            put(values, "group", control.group());
            put(values, "document", control.document());
            return values;
        }

        private Map<String, String> hub() {
            ZonedDateTime created = context.created().atZone(context.zone());
            Map<String, String> values = new HashMap<>();
            put(values, "partner", context.partner());
            put(values, "documentKey", context.documentKey());
            put(values, "documentNumber", context.documentNumber());
            values.put("created", context.created().toString());
            values.put("zone", context.zone().getId());
            values.put("date", DATE.format(created));
            values.put("time", TIME.format(created));
            return values;
        }

        private static void put(Map<String, String> values, String key, String value) {
            if (value != null && !value.isEmpty()) {
                values.put(key, value);
            }
        }
    }
}
