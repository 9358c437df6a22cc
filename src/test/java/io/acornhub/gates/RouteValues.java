// SPDX-License-Identifier: Apache-2.0
package io.acornhub.gates;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in a route's values: placeholders instead of places, beans of the vocabulary, no code, nothing by name. */
final class RouteValues {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\??([^}:]+)(:[^}]*)?}}");
    private static final Pattern URI = Pattern.compile("([a-z][a-z0-9+.-]*):(.*)", Pattern.DOTALL);
    private static final Pattern NAMED_HERE = Pattern.compile("[a-z0-9-]+(\\{\\{[a-z]+}})?");
    private static final Pattern BY_HEADER = Pattern.compile("\\$\\{header\\.[A-Za-z]+}");
    private static final Pattern BEAN = Pattern.compile("\\$\\{bean(?:Type)?:([A-Za-z0-9]+)|^#(?:bean:)?([A-Za-z0-9]+)$"
        + "|\\$\\{ref:([A-Za-z0-9]+)");
    private static final Pattern CLASS = Pattern.compile("\\b([a-z][a-z0-9]*\\.){2,}[A-Z][A-Za-z0-9]+|#class:|#type:|\\$\\{type:");
    private static final Pattern PLACE = Pattern.compile("://|^/|^~|\\.\\./|^[A-Za-z]:\\\\"
        + "|\\bhub\\.[a-z]|\\b\\d{1,3}(\\.\\d{1,3}){3}\\b");
    private static final Pattern SECRET = Pattern.compile("(?i)password|passphrase|secret|token|apikey|credential|username");
    private final RouteVocabulary words;
    private final Set<String> bannedLanguages;
    private final Set<String> names;

    /** @param names of partners, ERP systems and mapping bundles, which only config may name */
    RouteValues(RouteVocabulary words, Set<String> bannedLanguages, Set<String> names) {
        this.words = words;
        this.bannedLanguages = bannedLanguages;
        this.names = names;
    }

    List<String> problems(RouteFile file) {
        List<String> found = new ArrayList<>();
        placeholders(file, found);
        RouteFile.walk(file.whole(), (key, value) -> {
            if (bannedLanguages.contains(key)) {
                found.add("uses '" + key + "'; routes compute with simple and constant only, the rest belongs into a bean");
            }
            if (key.equals("beanType") || key.equals("script")) {
                found.add("'" + key + "' names code; call a bean of the vocabulary");
            }
            if (SECRET.matcher(key).find() && value.isTextual() && !PLACEHOLDER.matcher(value.asText()).matches()) {
                found.add("'" + key + "' has a literal value; secrets and users come from {{placeholders}}");
            }
        });
        file.steps().forEach(step -> step(step, found));
        for (Map.Entry<String, String> text : file.texts()) {
            if (text.getKey().equals("uri")) {
                uri(text.getValue(), found);
            }
            text(text.getKey(), text.getValue(), found);
        }
        return found;
    }

    private void placeholders(RouteFile file, List<String> found) {
        Set<String> declared = new TreeSet<>();
        file.definition().path("parameters").forEach(p -> declared.add(p.path("name").asText()));
        Set<String> unused = new TreeSet<>(declared);
        for (Map.Entry<String, String> text : file.texts()) {
            Matcher placeholder = PLACEHOLDER.matcher(text.getValue());
            while (placeholder.find()) {
                String name = placeholder.group(1);
                unused.remove(name);
                if (!declared.contains(name) && !words.values().contains(name)) {
                    found.add("{{" + name + "}} is neither a parameter of this template nor a value of routes/README.md");
                }
            }
        }
        unused.forEach(name -> found.add("parameter '" + name + "' is not used"));
    }

    private void step(RouteFile.Step step, List<String> found) {
        if (step.type().equals("bean") || step.type().equals("process")) {
            bean(step.body().path("ref").asText(), found);
        }
        if (step.type().equals("bean") && step.body().path("method").asText().isEmpty()) {
            found.add("bean '" + step.body().path("ref").asText() + "' is called without naming its method");
        }
        JsonNode expression = step.body().path("method");
        if (!step.type().equals("bean") && !expression.isMissingNode()) {
            bean(expression.path("ref").asText(expression.asText()), found);
        }
    }

    private void bean(String name, List<String> found) {
        if (!words.beans().contains(name)) {
            found.add("bean '" + name + "' is not in the vocabulary of routes/README.md: " + words.beans());
        }
    }

    private static void uri(String uri, List<String> found) {
        Matcher parts = URI.matcher(uri);
        if (!parts.matches()) {
            found.add("uri '" + uri + "' has no scheme");
            return;
        }
        String rest = parts.group(2);
        boolean named = Set.of("direct", "timer").contains(parts.group(1)) && NAMED_HERE.matcher(rest).matches();
        if (rest.contains("?")) {
            found.add("uri '" + uri + "' carries options; write them under parameters");
        } else if (!named && !PLACEHOLDER.matcher(rest).matches() && !BY_HEADER.matcher(rest).matches()) {
            found.add("uri '" + uri + "' names a place; write " + parts.group(1) + ":{{placeholder}}");
        }
    }

    private void text(String key, String text, List<String> found) {
        Matcher bean = BEAN.matcher(text);
        while (bean.find()) {
            bean(bean.group(1) != null ? bean.group(1) : bean.group(2) != null ? bean.group(2) : bean.group(3), found);
        }
        if (CLASS.matcher(text).find()) {
            found.add("'" + text + "' names a Java class; routes call beans of the vocabulary");
        }
        if (PLACE.matcher(text).find()) {
            found.add("'" + text + "' under '" + key + "' is a literal host, path or queue; write a {{placeholder}}");
        }
        for (String word : text.split("[^A-Za-z0-9_/.-]+")) {
            if (names.contains(word) || word.startsWith("edi-mappings")) {
                found.add("'" + word + "' is a name from config or edi-mappings; agreements name mappings, partners and systems");
            }
        }
        if (text.startsWith("smooks:")) {
            found.add("'" + text + "' maps in a route; the stage translate does, by the agreement's bundle");
        }
    }
}
