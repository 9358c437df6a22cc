// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal;

import freemarker.template.SimpleHash;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The function {@code typed}: codes that are patterns, since partners mark a number by what stands before or behind it. A
 * {@code *} stands for any text, {@code #} for a digit, {@code {invoice}} for the number of an invoice.
 */
final class Patterns {
    private static final String INVOICE = "{invoice}";
    private static final Map<String, Pattern> COMPILED = new ConcurrentHashMap<>();

    private Patterns() {
    }

    static void addTo(Functions functions) {
        functions.add("typed", 3, 3, (call, a) -> typed(call, a));
    }

    /** The row whose pattern says most, that is, has most characters of its own; the first of several. */
    private static TemplateModel typed(Call call, Arguments a) throws TemplateModelException {
        String value = a.text(2).strip();
        String best = null;
        String code = null;
        for (Map<String, String> row : call.codeLists().rows(a.text(0), call.owners())) {
            String pattern = row.getOrDefault(a.text(1), "");
            if ((best == null || ownCharacters(pattern) > ownCharacters(best)) && matcher(pattern, value).matches()) {
                best = pattern;
                code = row.get("canonical");
            }
        }
        if (best == null || value.isEmpty()) {
            return a.absent(2);
        }
        Matcher matcher = matcher(best, value);
        boolean invoice = best.contains(INVOICE) && matcher.matches();
        Map<String, TemplateModel> found = new HashMap<>();
        found.put("code", new SimpleScalar(code));
        found.put("invoice", new SimpleScalar(invoice ? matcher.group("invoice").strip() : ""));
        return new SimpleHash(found, null);
    }

    private static int ownCharacters(String pattern) {
        return pattern.replace(INVOICE, "").replace("*", "").length();
    }

    private static Matcher matcher(String pattern, String value) {
        return COMPILED.computeIfAbsent(pattern, Patterns::compile).matcher(value);
    }

    private static Pattern compile(String pattern) {
        StringBuilder regex = new StringBuilder();
        for (int at = 0; at < pattern.length(); at++) {
            char c = pattern.charAt(at);
            if (pattern.startsWith(INVOICE, at) && regex.indexOf("<invoice>") < 0) {
                regex.append("(?<invoice>.+)");
                at += INVOICE.length() - 1;
            } else if (c == '*') {
                regex.append(".*");
            } else {
                regex.append(c == '#' ? "[0-9]" : Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(regex.toString());
    }
}
