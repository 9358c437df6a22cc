// SPDX-License-Identifier: Apache-2.0
package io.acornhub.gates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * One file of {@code routes}: what it defines and the steps in it.
 *
 * @param path folder and file, for example {@code pipeline/inbound-identify.yaml}
 * @param kind {@code route}, {@code routeTemplate}, {@code routeConfiguration}, or what else stands first
 * @param definition what stands under the kind
 * @param entries how many definitions the file has
 */
record RouteFile(String path, String kind, JsonNode definition, JsonNode whole, int entries) {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    /** A step: what it does, its own keys, and where it stands. */
    record Step(String type, JsonNode body) {
    }

    static List<RouteFile> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(".yaml")).sorted().map(f -> read(folder, f)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RouteFile read(Path folder, Path file) {
        try {
            JsonNode whole = YAML.readTree(file.toFile());
            JsonNode first = whole.path(0);
            String kind = first.fieldNames().hasNext() ? first.fieldNames().next() : "";
            String path = folder.relativize(file).toString().replace('\\', '/');
            return new RouteFile(path, kind, first.path(kind), whole, whole.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String stem() {
        return path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.yaml$", "");
    }

    String folder() {
        return path.contains("/") ? path.substring(0, path.indexOf('/')) : "";
    }

    String id() {
        return definition.path("id").asText();
    }

    boolean isTemplate() {
        return kind.equals("routeTemplate");
    }

    /** The route itself: the definition, or the route inside a template. */
    JsonNode route() {
        return definition.has("route") ? definition.path("route") : definition;
    }

    JsonNode from() {
        return route().path("from");
    }

    String fromUri() {
        return from().path("uri").asText();
    }

    /** Every step at every depth, in order. */
    List<Step> steps() {
        List<Step> found = new ArrayList<>();
        walk(route(), (key, value) -> {
            if (key.equals("steps")) {
                value.forEach(step -> step.fields().forEachRemaining(s -> found.add(new Step(s.getKey(), s.getValue()))));
            }
        });
        return found;
    }

    /** Visits every key with its value, outer before inner. */
    static void walk(JsonNode node, BiConsumer<String, JsonNode> visitor) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            visitor.accept(field.getKey(), field.getValue());
            walk(field.getValue(), visitor);
        }
        if (node.isArray()) {
            node.forEach(element -> walk(element, visitor));
        }
    }

    /** Every text value with its key, descriptions left out; elements of a list have the list's key. */
    List<Map.Entry<String, String>> texts() {
        List<Map.Entry<String, String>> found = new ArrayList<>();
        walk(whole, (key, value) -> {
            if (value.isTextual() && !key.equals("description")) {
                found.add(Map.entry(key, value.asText()));
            } else if (value.isArray()) {
                value.forEach(element -> {
                    if (element.isTextual()) {
                        found.add(Map.entry(key, element.asText()));
                    }
                });
            }
        });
        return found;
    }
}
