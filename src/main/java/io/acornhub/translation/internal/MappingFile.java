// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** A {@code mapping.yaml}: flat keys with text values; what is not known is a problem with file and line. */
final class MappingFile {
    static final String NAME = "mapping.yaml";
    private static final Set<String> KEYS = Set.of("id", "title", "description", "owner", "direction", "format", "release",
        "message", "canonical", "reader", "template", "extends", "group");

    private final Path file;
    private final String shown;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    /** @param shown how problems name the file */
    MappingFile(Path file, String shown) {
        this.file = file;
        this.shown = shown;
        try (Reader reader = Files.newBufferedReader(file)) {
            Node root = new Yaml(new LoaderOptions()).compose(reader);
            if (root instanceof MappingNode mapping) {
                mapping.getValue().forEach(this::take);
            } else {
                problem(1, "must hold keys and values");
            }
        } catch (MarkedYAMLException e) {
            problem(e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1, "is not YAML: " + e.getProblem());
        } catch (IOException e) {
            problem(1, "cannot be read: " + e.getMessage());
        }
    }

    private void take(NodeTuple tuple) {
        int line = tuple.getKeyNode().getStartMark().getLine() + 1;
        String key = ((ScalarNode) tuple.getKeyNode()).getValue();
        if (!KEYS.contains(key)) {
            problem(line, "unknown key \"" + key + "\"; known are " + KEYS.stream().sorted().toList());
        } else if (!(tuple.getValueNode() instanceof ScalarNode scalar)) {
            problem(line, key + " must be a text");
        } else if (values.put(key, scalar.getValue().strip()) != null) {
            problem(line, key + " stands twice");
        } else {
            lines.put(key, line);
        }
    }

    void problem(int line, String text) {
        problems.add(shown + ":" + line + ": " + text);
    }

    void problemAt(String key, String text) {
        problem(lines.getOrDefault(key, 1), text);
    }

    List<String> problems() {
        return problems;
    }

    /** False where nothing of the file could be taken. */
    boolean readable() {
        return !values.isEmpty();
    }

    Path folder() {
        return file.getParent();
    }

    String get(String key) {
        String value = values.get(key);
        return value == null || value.isEmpty() ? null : value;
    }

    /** What the overlay leaves out comes from its base. */
    void inherit(MappingFile base) {
        base.values.forEach(values::putIfAbsent);
    }

    String need(String key) {
        String value = get(key);
        if (value == null) {
            problem(1, key + " is missing");
        }
        return value;
    }
}
