// SPDX-License-Identifier: Apache-2.0
package io.acornhub.idoc.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.acornhub.idoc.IdocField;
import io.acornhub.idoc.IdocLayout;
import io.acornhub.idoc.IdocLayoutException;
import io.acornhub.idoc.IdocLayouts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Loads {@code records.yaml} and {@code <type>/layout.yaml} and says everything that is wrong with them at once. */
public final class LayoutFiles {
    private static final String RECORDS = "records.yaml";
    private static final String LAYOUT = "layout.yaml";
    private static final Set<String> RECORD_KEYS = Set.of("record", "length", "fields");
    private static final int SDATA = 1000;

    private final ObjectMapper yaml = new ObjectMapper(new YAMLFactory())
        .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
    private final Map<String, IdocLayout> types = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();
    private List<IdocField> control = List.of();
    private List<IdocField> data = List.of();

    private LayoutFiles() {
    }

    public static IdocLayouts load(List<Path> folders) {
        LayoutFiles files = new LayoutFiles();
        folders.forEach(files::loadFolder);
        if (files.problems.isEmpty() && files.control.isEmpty()) {
            files.problems.add("no " + RECORDS + " in " + folders + ": it says what the control and data record look like");
        }
        if (!files.problems.isEmpty()) {
            throw new IdocLayoutException(files.problems);
        }
        return new IdocLayouts(files.control, files.data, files.types);
    }

    private void loadFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            problems.add(folder + ": there is no such folder of IDoc layouts");
            return;
        }
        if (Files.exists(folder.resolve(RECORDS))) {
            loadRecords(folder.resolve(RECORDS));
        }
        Map<String, Path> loaded = new HashMap<>();
        try (Stream<Path> inside = Files.list(folder)) {
            inside.map(sub -> sub.resolve(LAYOUT)).filter(Files::exists).sorted().forEach(file -> loadLayout(file, loaded));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void loadLayout(Path file, Map<String, Path> loaded) {
        JsonNode root = parse(file);
        if (root == null) {
            return;
        }
        IdocLayout layout = new LayoutCheck(file.toString(), SDATA, problems).layout(root);
        if (layout == null) {
            return;
        }
        Path before = loaded.put(layout.type(), file);
        if (before != null) {
            problems.add(file + ": " + layout.type() + " is laid out in " + before + " too; put the one that replaces the other"
                + " in a folder of its own");
        }
        types.put(layout.type(), layout);
    }

    private void loadRecords(Path file) {
        JsonNode root = parse(file);
        if (root == null) {
            return;
        }
        LayoutCheck check = new LayoutCheck(file.toString(), Integer.MAX_VALUE, problems);
        check.keys(root, "the file", Set.of("control", "data"));
        control = record(check, root.path("control"), "control");
        data = record(check, root.path("data"), "data");
        require(file, "control", control, List.of("TABNAM", "MANDT", "DOCNUM", "IDOCTYP", "CIMTYP", "MESTYP"));
        require(file, "data", data, List.of("SEGNAM", "MANDT", "DOCNUM", "SEGNUM", "PSGNUM", "HLEVEL", "SDATA"));
    }

    private void require(Path file, String record, List<IdocField> fields, List<String> names) {
        Set<String> there = fields.stream().map(IdocField::name).collect(Collectors.toSet());
        names.stream().filter(name -> !there.contains(name))
            .forEach(name -> problems.add(file + ": " + record + ": field " + name + " is missing"));
    }

    private static List<IdocField> record(LayoutCheck check, JsonNode node, String name) {
        check.keys(node, name, RECORD_KEYS);
        return check.fields(node, name);
    }

    private JsonNode parse(Path file) {
        try {
            JsonNode root = yaml.readTree(file.toFile());
            if (root != null && root.isObject()) {
                return root;
            }
            problems.add(file + ": is not a YAML mapping");
        } catch (JsonProcessingException e) {
            problems.add(file + " line " + (e.getLocation() == null ? "?" : e.getLocation().getLineNr()) + ": " + e.getOriginalMessage());
        } catch (IOException e) {
            problems.add(file + ": cannot be read: " + e.getMessage());
        }
        return null;
    }
}
