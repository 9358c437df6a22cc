// SPDX-License-Identifier: Apache-2.0
package io.acornhub.partner.internal;

import io.acornhub.partner.CodeLists;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Code lists from CSV files; a line that begins with {@code #} is a comment, an empty cell means that format has no code. */
final class CsvCodeLists implements CodeLists {
    private final Map<String, Map<String, String>> toCanonical = new HashMap<>();
    private final Map<String, Map<String, String>> fromCanonical = new HashMap<>();
    private final Map<String, List<Map<String, String>>> rows = new HashMap<>();

    static CodeLists read(Path folder, List<String> problems) throws IOException {
        CsvCodeLists lists = new CsvCodeLists();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder, 2)) {
                for (Path file : files.filter(CsvCodeLists::isCodeList).sorted().toList()) {
                    Path owner = folder.relativize(file).getParent();
                    lists.add(file, owner == null ? "" : owner.toString(), problems);
                }
            }
        }
        return lists;
    }

    private static boolean isCodeList(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".csv") && !ListFiles.NAMES.contains(name);
    }

    private void add(Path file, String owner, List<String> problems) throws IOException {
        String list = file.getFileName().toString().replaceFirst("\\.csv$", "");
        List<String> columns = null;
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            List<String> cells = Arrays.stream(line.split(",", -1)).map(String::strip).toList();
            if (columns == null) {
                columns = cells;
                if (!columns.get(0).equals("canonical")) {
                    problems.add(file + ":" + number + ": the first column must be 'canonical'");
                    return;
                }
            } else if (cells.size() != columns.size()) {
                problems.add(file + ":" + number + ": " + cells.size() + " cells, the heading has " + columns.size());
            } else {
                row(list, owner, columns, cells);
            }
        }
        fromCanonical.putIfAbsent(key(list, "canonical", owner), new HashMap<>());
    }

    private void row(String list, String owner, List<String> columns, List<String> cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            row.put(columns.get(i), cells.get(i));
        }
        rows.computeIfAbsent(list + "|" + owner, k -> new ArrayList<>()).add(row);
        for (int i = 0; i < columns.size(); i++) {
            if (!cells.get(i).isEmpty() && !cells.get(0).isEmpty()) {
                String key = key(list, columns.get(i), owner);
                toCanonical.computeIfAbsent(key, k -> new HashMap<>()).putIfAbsent(cells.get(i), cells.get(0));
                fromCanonical.computeIfAbsent(key, k -> new HashMap<>()).putIfAbsent(cells.get(0), cells.get(i));
            }
        }
    }

    @Override
    public Optional<String> toCanonical(String list, String format, String code, String... owners) {
        return find(toCanonical, list, format, code, owners);
    }

    @Override
    public Optional<String> fromCanonical(String list, String format, String canonical, String... owners) {
        return find(fromCanonical, list, format, canonical, owners);
    }

    @Override
    public boolean exists(String list) {
        return fromCanonical.keySet().stream().anyMatch(k -> k.startsWith(list + "|"));
    }

    @Override
    public List<Map<String, String>> rows(String list, String... owners) {
        return Stream.concat(Arrays.stream(owners).filter(Objects::nonNull), Stream.of(""))
            .flatMap(owner -> rows.getOrDefault(list + "|" + owner, List.of()).stream()).toList();
    }

    private static Optional<String> find(Map<String, Map<String, String>> where, String list, String format, String code,
                                         String... owners) {
        List<String> order = new ArrayList<>(Arrays.asList(owners));
        order.add("");
        for (String owner : order) {
            Map<String, String> rows = owner == null ? null : where.get(key(list, format, owner));
            if (rows != null && rows.containsKey(code)) {
                return Optional.of(rows.get(code));
            }
        }
        return Optional.empty();
    }

    private static String key(String list, String format, String owner) {
        return list + "|" + format + "|" + owner;
    }
}
