// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation.internal;

import io.acornhub.canonical.DocumentType;
import io.acornhub.translation.Bundle;
import io.acornhub.translation.BundleDirection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds every {@code mapping.yaml} below {@code edi-mappings}, lays overlays over their bases and makes the bundles. */
public final class BundleFolders {
    private static final Set<String> FORMATS = Set.of("x12", "idoc", "csv", "json");
    private static final Set<String> READERS = Set.of("hub", "cartridge");

    private final Path root;
    private final Map<String, MappingFile> files = new TreeMap<>();
    private final Map<String, Bundle> bundles = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    public BundleFolders(Path root) {
        this.root = root;
        for (Path file : mappingFiles()) {
            String id = root.relativize(file.getParent()).toString().replace('\\', '/');
            files.put(id, new MappingFile(file, shown(file)));
        }
        files.forEach((id, file) -> {
            Bundle bundle = file.readable() ? bundle(id, file) : null;
            problems.addAll(file.problems());
            if (file.problems().isEmpty()) {
                bundles.put(id, bundle);
            }
        });
    }

    public Map<String, Bundle> bundles() {
        return bundles;
    }

    public List<String> problems() {
        return problems;
    }

    private String shown(Path file) {
        return root.getFileName() + "/" + root.relativize(file).toString().replace('\\', '/');
    }

    /** Folders whose name begins with _ or . are not bundles (the template for new ones). */
    private List<Path> mappingFiles() {
        if (!Files.isDirectory(root)) {
            problems.add(root + ": the folder of mappings is not there");
            return List.of();
        }
        try (Stream<Path> found = Files.walk(root)) {
            return found.filter(file -> file.getFileName().toString().equals(MappingFile.NAME))
                .filter(file -> !root.relativize(file).toString().matches("(.*/)?[_.].*")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Bundle bundle(String id, MappingFile mapping) {
        String base = mapping.get("extends");
        Map<String, Path> content = new TreeMap<>();
        if (base != null) {
            MappingFile below = files.get(base);
            if (below == null) {
                mapping.problemAt("extends", "extends " + base + ", but there is no such bundle");
                return null;
            }
            if (below.get("extends") != null) {
                mapping.problemAt("extends", base + " is an overlay itself; extend its base " + below.get("extends"));
                return null;
            }
            mapping.inherit(below);
            content.putAll(topFiles(below.folder()));
        }
        content.putAll(topFiles(mapping.folder()));
        if (!id.equals(mapping.need("id"))) {
            mapping.problemAt("id", "id must be the folder, " + id);
        }
        BundleDirection direction = direction(mapping);
        String template = direction == BundleDirection.ACKNOWLEDGMENT ? null : mapping.need("template");
        if (template != null && !content.containsKey(template)) {
            mapping.problemAt("template", "template " + template + " is not in the bundle");
        }
        DocumentType canonical = direction == BundleDirection.ACKNOWLEDGMENT ? null : canonical(mapping);
        return new Bundle(id, mapping.need("title"), mapping.need("description"), mapping.need("owner"), direction,
            oneOf(mapping, "format", FORMATS, null), mapping.need("release"), mapping.need("message"), canonical,
            reader(mapping, direction), template, base, mapping.folder(), Map.copyOf(content),
            mapping.get("group"), hash(mapping, content));
    }

    private static BundleDirection direction(MappingFile mapping) {
        String direction = mapping.need("direction");
        Optional<BundleDirection> found = Stream.of(BundleDirection.values()).filter(d -> d.key().equals(direction)).findFirst();
        if (direction != null && found.isEmpty()) {
            mapping.problemAt("direction", "direction must be one of "
                + Stream.of(BundleDirection.values()).map(BundleDirection::key).toList());
        }
        return found.orElse(null);
    }

    /** What writes reads canonical JSON, whatever the bundle it shares a grammar with is read by. */
    private static String reader(MappingFile mapping, BundleDirection direction) {
        String named = oneOf(mapping, "reader", READERS, "hub");
        return direction == BundleDirection.FROM_CANONICAL ? "hub" : named;
    }

    private static DocumentType canonical(MappingFile mapping) {
        String title = mapping.need("canonical");
        Optional<DocumentType> found = Stream.of(DocumentType.values()).filter(t -> t.title().equals(title)).findFirst();
        if (title != null && found.isEmpty()) {
            mapping.problemAt("canonical", "canonical must be one of "
                + Stream.of(DocumentType.values()).map(DocumentType::title).toList());
        }
        return found.orElse(null);
    }

    private static String oneOf(MappingFile mapping, String key, Set<String> allowed, String otherwise) {
        String value = otherwise != null && mapping.get(key) == null ? otherwise : mapping.need(key);
        if (value != null && !allowed.contains(value)) {
            mapping.problemAt(key, key + " must be one of " + allowed.stream().sorted().toList());
        }
        return value;
    }

    private static Map<String, Path> topFiles(Path folder) {
        Map<String, Path> found = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(Files::isRegularFile).forEach(file -> found.put(file.getFileName().toString(), file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** The dictionary beside the bundle belongs to its grammar, so to its version. */
    private static String hash(MappingFile mapping, Map<String, Path> content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Map.Entry<String, Path> file : content.entrySet()) {
                digest.update(file.getKey().getBytes(java.nio.charset.StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file.getValue()));
            }
            Path dictionary = mapping.folder().resolveSibling("dictionary.xml");
            if (content.containsKey("grammar.xml") && Files.exists(dictionary)) {
                digest.update(Files.readAllBytes(dictionary));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
