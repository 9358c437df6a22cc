// SPDX-License-Identifier: Apache-2.0
package io.acornhub.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Results by signature and cipher: how many ways of compressing and of receipts went through, in each direction with each peer. */
final class MatrixTable {
    static final String BEGIN = "<!-- matrix: begin -->";
    static final String END = "<!-- matrix: end -->";
    private final Map<List<String>, Map<String, List<Case>>> rows = new LinkedHashMap<>();
    private final Set<String> columns = new LinkedHashSet<>();

    /**
     * One exchange.
     *
     * @param difference null when all was as it should be, else what was not
     */
    record Case(String column, As2Terms terms, String difference) {
    }

    synchronized void add(Case one) {
        columns.add(one.column());
        rows.computeIfAbsent(List.of(one.terms().sign(), one.terms().encrypt()), row -> new LinkedHashMap<>())
            .computeIfAbsent(one.column(), column -> new ArrayList<>()).add(one);
    }

    /** What did not go through and nobody knows why, and what went through though it is known not to; one line each. */
    List<String> unknown() {
        return rows.values().stream().flatMap(row -> row.values().stream()).flatMap(List::stream)
            .filter(one -> (one.difference() != null) != KnownDifferences.expected(one.column(), one.terms()))
            .map(one -> one.column() + " " + one.terms().word() + ": " + (one.difference() == null ? "went through" : one.difference()))
            .toList();
    }

    /** As Markdown between its markers. */
    String text() {
        StringBuilder text = new StringBuilder(BEGIN).append("\n| sign | encrypt | ");
        text.append(String.join(" | ", columns)).append(" |\n|---|---|");
        text.append("---|".repeat(columns.size())).append('\n');
        rows.forEach((row, cells) -> text.append("| ").append(String.join(" | ", row)).append(" | ")
            .append(columns.stream().map(column -> cell(cells.getOrDefault(column, List.of()))).collect(Collectors.joining(" | ")))
            .append(" |\n"));
        return text.append(END).append('\n').toString();
    }

    private static String cell(List<Case> cases) {
        long right = cases.stream().filter(one -> one.difference() == null).count();
        return cases.isEmpty() ? "–" : right + " of " + cases.size();
    }

    /** The part of a file between the markers, with them. */
    static String in(Path file) throws IOException {
        String all = Files.readString(file);
        int begin = all.indexOf(BEGIN);
        int end = all.indexOf(END);
        return begin < 0 || end < begin ? "" : all.substring(begin, end + END.length()) + "\n";
    }
}
