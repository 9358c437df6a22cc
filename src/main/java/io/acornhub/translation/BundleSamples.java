// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The samples of a bundle: {@code samples/accepts} holds an input and what must come of it, {@code samples/rejects} an input
 * and the fault it must have, {@code samples/context.yaml} what the mapping is told besides the document.
 */
public final class BundleSamples {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String EXPECTED = ".expected";
    private static final String CONTEXT = ".context.yaml";

    private final Path folder;

    public BundleSamples(Bundle bundle) {
        this.folder = bundle.folder().resolve("samples");
    }

    /** @param expected null where the file with the expectation is missing */
    public record Sample(String name, Path input, Path expected) {
    }

    public List<Sample> accepts() {
        return samples("accepts");
    }

    public List<Sample> rejects() {
        return samples("rejects");
    }

    /** What the samples are mapped with; a bundle without the file needs nothing. */
    public TranslationContext context() {
        return context(YAML.createObjectNode());
    }

    /** The same for one sample, whose {@code <name>.context.yaml} goes before what is said for all. */
    public TranslationContext context(Sample sample) {
        return context(yaml(sample.input().resolveSibling(sample.name() + CONTEXT)));
    }

    private static ObjectNode yaml(Path file) {
        try {
            return Files.exists(file) ? (ObjectNode) YAML.readTree(file.toFile()) : YAML.createObjectNode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TranslationContext context(ObjectNode own) {
        ObjectNode said = yaml(folder.resolve("context.yaml"));
        said.setAll(own);
        List<String> owners = new ArrayList<>();
        said.path("codeLists").forEach(owner -> owners.add(owner.asText()));
        JsonNode source = said.path("source");
        return new TranslationContext(text(said, "partner"), owners, values(said.path("erp")), values(said.path("settings")),
            text(said, "documentKey"), text(said, "documentNumber"),
            new ControlData(text(source, "interchange"), text(source, "group"), text(source, "document")),
            Instant.parse(said.path("created").asText("2026-03-02T15:00:00Z")), ZoneId.of(said.path("zone").asText("UTC")),
            values(said.path("agreement")));
    }

    private static String text(JsonNode node, String key) {
        return node.hasNonNull(key) ? node.get(key).asText() : null;
    }

    private static Map<String, String> values(JsonNode node) {
        Map<String, String> values = new LinkedHashMap<>();
        node.fields().forEachRemaining(field -> values.put(field.getKey(), field.getValue().asText()));
        return values;
    }

    private List<Sample> samples(String kind) {
        Path samples = folder.resolve(kind);
        if (!Files.isDirectory(samples)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(samples)) {
            List<Path> all = files.filter(Files::isRegularFile).sorted().toList();
            return all.stream().filter(file -> !name(file).contains(EXPECTED) && !name(file).endsWith(CONTEXT))
                .map(file -> sample(file, all)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sample sample(Path input, List<Path> all) {
        String stem = name(input).replaceFirst("[.][^.]*$", "");
        Path expected = all.stream().filter(file -> name(file).startsWith(stem + EXPECTED)).findFirst().orElse(null);
        return new Sample(stem, input, expected);
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
