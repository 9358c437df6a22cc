// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards;

import io.acornhub.partner.CodeLists;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Code lists as a test writes them: a heading and rows, the first column canonical. */
final class ListsInMemory implements CodeLists {
    private final Map<String, List<Map<String, String>>> lists = new HashMap<>();

    ListsInMemory with(String list, String heading, String... rows) {
        String[] columns = heading.split(",");
        lists.put(list, Arrays.stream(rows).map(row -> {
            Map<String, String> cells = new LinkedHashMap<>();
            for (int i = 0; i < columns.length; i++) {
                cells.put(columns[i], row.split(",", -1)[i]);
            }
            return cells;
        }).toList());
        return this;
    }

    @Override
    public Optional<String> toCanonical(String list, String format, String code, String... owners) {
        return rows(list).stream().filter(r -> code.equals(r.get(format))).map(r -> r.get("canonical")).findFirst();
    }

    @Override
    public Optional<String> fromCanonical(String list, String format, String canonical, String... owners) {
        return rows(list).stream().filter(r -> canonical.equals(r.get("canonical"))).map(r -> r.get(format)).findFirst();
    }

    @Override
    public boolean exists(String list) {
        return lists.containsKey(list);
    }

    @Override
    public List<Map<String, String>> rows(String list, String... owners) {
        return lists.getOrDefault(list, List.of());
    }
}
