// SPDX-License-Identifier: Apache-2.0
package io.acornhub.partner.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The rows of every file of one name below {@code config/code-lists}: the common one and one in each partner's folder. A line that
 * begins with {@code #} is a comment; a cell with a comma stands in double quotes.
 */
final class CsvTable {
    private CsvTable() {
    }

    /** @param place file and line; {@code owner} the partner's folder, empty for the common file; {@code cells} without empty ones */
    record Row(String place, String owner, Map<String, String> cells) {
        String cell(String column) {
            return cells.get(column);
        }
    }

    static List<Row> read(Path folder, String name, List<String> columns, List<String> problems) throws IOException {
        List<Row> rows = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder, 2)) {
                for (Path file : files.filter(f -> f.getFileName().toString().equals(name)).sorted().toList()) {
                    Path owner = folder.relativize(file).getParent();
                    add(file, owner == null ? "" : owner.toString(), columns, rows, problems);
                }
            }
        }
        return rows;
    }

    private static void add(Path file, String owner, List<String> columns, List<Row> rows, List<String> problems) throws IOException {
        boolean headed = false;
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            List<String> cells = cells(line);
            if (!headed) {
                headed = true;
                if (!cells.equals(columns)) {
                    problems.add(file + ":" + number + ": the heading must be " + String.join(",", columns));
                    return;
                }
            } else if (cells.size() != columns.size()) {
                problems.add(file + ":" + number + ": " + cells.size() + " cells, the heading has " + columns.size()
                    + "; put a cell with a comma in double quotes");
            } else {
                rows.add(new Row(file + ":" + number, owner, filled(columns, cells)));
            }
        }
    }

    private static Map<String, String> filled(List<String> columns, List<String> cells) {
        Map<String, String> filled = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                filled.put(columns.get(i), cells.get(i));
            }
        }
        return filled;
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append(line.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
