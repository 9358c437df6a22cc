// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.commands;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A YAML file whose values are replaced where they stand, so that comments and layout are kept. */
final class YamlText {
    private static final YAMLMapper YAML = new YAMLMapper();
    private final String text;
    private final JsonNode tree;
    private final Map<String, int[]> scalars = new LinkedHashMap<>();
    private final TreeMap<Integer, String> edits = new TreeMap<>();
    private final Map<Integer, Integer> ends = new LinkedHashMap<>();

    /** @throws IOException where it is no YAML */
    YamlText(String text) throws IOException {
        this.text = text;
        this.tree = YAML.readTree(text);
        try (JsonParser parser = YAML.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isScalarValue()) {
                    scalars.put(parser.getParsingContext().pathAsPointer().toString(), new int[] {
                        (int) parser.currentTokenLocation().getCharOffset(), (int) parser.currentLocation().getCharOffset()});
                }
            }
        }
    }

    Map<String, String> scalars() {
        Map<String, String> values = new LinkedHashMap<>();
        scalars.keySet().forEach(pointer -> values.put(pointer, tree.at(pointer).asText()));
        return values;
    }

    /**
     * The JSON pointer of a path such as {@code channels.as2.settings.url}; an element of a list is named by its place, its name or
     * its document. Empty where the file has no such value.
     */
    Optional<String> pointer(String path) {
        JsonNode node = tree;
        StringBuilder pointer = new StringBuilder();
        for (String part : path.split("[.]")) {
            String step = node.isArray() ? element(node, part) : part;
            node = node.isArray() ? node.path(Integer.parseInt(step)) : node.path(step);
            pointer.append('/').append(step);
        }
        return scalars.containsKey(pointer.toString()) ? Optional.of(pointer.toString()) : Optional.empty();
    }

    private static String element(JsonNode list, String part) {
        for (int i = 0; i < list.size(); i++) {
            if (part.equals(list.get(i).path("name").asText(null)) || part.equals(list.get(i).path("document").asText(null))) {
                return Integer.toString(i);
            }
        }
        return part.matches("\\d{1,4}") ? part : "-1";
    }

    void replace(String pointer, String value) {
        int[] place = scalars.get(pointer);
        edits.put(place[0], written(value));
        ends.put(place[0], place[1]);
    }

    /** The text with everything that was replaced. */
    String edited() {
        StringBuilder result = new StringBuilder(text);
        edits.descendingMap().forEach((start, value) -> result.replace(start, ends.get(start), value));
        return result.toString();
    }

    /** A plain scalar where that reads back as the same text, else one in quotes. */
    private static String written(String value) {
        boolean plain = value.matches("[A-Za-z$/][A-Za-z0-9_./:@${}-]*") && !value.endsWith(":") && !value.contains(": ")
            && !value.matches("(?i)y|n|yes|no|on|off|null") && (!value.contains("{") || value.startsWith("${"));
        return plain ? value : "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
