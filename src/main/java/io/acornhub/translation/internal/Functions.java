// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal;

import freemarker.core.Environment;
import freemarker.template.SimpleScalar;
import freemarker.template.SimpleSequence;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import io.acornhub.interchange.FaultCode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** The function library of templates; {@code edi-mappings/README.md} describes each for mapping authors. */
final class Functions {
    private final Map<String, TemplateMethodModelEx> byName = new LinkedHashMap<>();

    private Functions() {
        add("required", 1, 2, (call, a) -> required(a));
        add("or", 2, 9, (call, a) -> first(a, text -> !text.isEmpty()));
        add("text", 2, 2, (call, a) -> cut(a));
        add("stop", 2, 2, (call, a) -> {
            throw new MappingProblem(FaultCode.VALUE_UNREADABLE, a.place(0), a.text(0), a.text(1));
        });
        add("plainText", 2, 2, (call, a) -> plain(a));
        add("wrapped", 2, 2, (call, a) -> wrapped(a.text(0), a.number(1)));
        add("zeroFilled", 2, 2, (call, a) -> zeroFilled(a));
        add("withoutZeros", 1, 1, (call, a) -> a.text(0).isEmpty() ? a.absent(0)
            : new SimpleScalar(a.text(0).strip().replaceFirst("^0+(?=.)", "")));
        add("gtin", 1, 9, (call, a) -> first(a, ArticleNumbers::gtin));
        add("checkedGtin", 1, 9, (call, a) -> first(a, ArticleNumbers::checkedGtin));
        add("isbn", 1, 9, (call, a) -> first(a, ArticleNumbers::isbn));
        add("asin", 1, 9, (call, a) -> first(a, ArticleNumbers::asin));
        Values.addTo(this);
        Codes.addTo(this);
        Lookups.addTo(this);
        RowFunctions.addTo(this);
        Patterns.addTo(this);
        Moments.addTo(this);
        IsoMoments.addTo(this);
        EachPrices.addTo(this);
        Groupings.addTo(this);
        Hierarchy.addTo(this);
        UnpackedLevels.addTo(this);
    }

    static Map<String, TemplateMethodModelEx> all() {
        return new Functions().byName;
    }

    /** @param least fewest arguments, {@code most} highest number */
    void add(String name, int least, int most, Body body) {
        byName.put(name, values ->
            body.call(Call.of(Environment.getCurrentEnvironment()), new Arguments(name, values, least, most)));
    }

    /** The first argument that will do; none is absent at the place of the first. */
    private static TemplateModel first(Arguments a, Predicate<String> wanted) throws TemplateModelException {
        for (int i = 0; i < a.size(); i++) {
            if (a.get(i) instanceof SimpleSequence several) {
                for (int j = 0; j < several.size(); j++) {
                    if (wanted.test(((TreeModel) several.get(j)).textOrEmpty().strip())) {
                        return several.get(j);
                    }
                }
            } else if (wanted.test(a.text(i).strip())) {
                return (TemplateModel) a.get(i);
            }
        }
        return a.absent(0);
    }

    private static TemplateModel required(Arguments a) throws TemplateModelException {
        if (a.text(0).isBlank()) {
            String what = a.size() > 1 ? a.text(1) : "a value";
            throw new MappingProblem(FaultCode.VALUE_MISSING, a.place(0), null, what + " is required and is not there");
        }
        return (TemplateModel) a.get(0);
    }

    private static TemplateModel cut(Arguments a) throws TemplateModelException {
        String text = a.text(0).strip();
        int most = a.number(1);
        return text.isEmpty() ? a.absent(0) : new SimpleScalar(text.length() > most ? text.substring(0, most).strip() : text);
    }

    /** Free text of an ERP may hold what separates elements, segments or components, or a line break. */
    private static TemplateModel plain(Arguments a) throws TemplateModelException {
        String text = a.text(0).replaceAll("[*~>^|\\x00-\\x1F\\x7F]+", " ").strip();
        int most = a.number(1);
        return text.isEmpty() ? a.absent(0) : new SimpleScalar(text.length() > most ? text.substring(0, most).strip() : text);
    }

    private static TemplateModel zeroFilled(Arguments a) throws TemplateModelException {
        String text = a.text(0).strip();
        boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? new SimpleScalar("0".repeat(Math.max(0, a.number(1) - text.length())) + text) : (TemplateModel) a.get(0);
    }

    private static TemplateModel wrapped(String text, int width) {
        SimpleSequence lines = new SimpleSequence((freemarker.template.ObjectWrapper) null);
        String rest = text.strip();
        while (rest.length() > width) {
            int space = rest.lastIndexOf(' ', width);
            int end = space > 0 ? space : width;
            lines.add(new SimpleScalar(rest.substring(0, end).strip()));
            rest = rest.substring(end).strip();
        }
        if (!rest.isEmpty()) {
            lines.add(new SimpleScalar(rest));
        }
        return lines;
    }

    /** What a function does. */
    @FunctionalInterface
    interface Body {
        TemplateModel call(Call call, Arguments arguments) throws TemplateModelException;
    }
}
