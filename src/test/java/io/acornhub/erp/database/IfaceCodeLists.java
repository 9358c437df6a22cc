// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp.database;

import io.acornhub.partner.CodeLists;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Code lists as in the product, as far as the interface tables need them. */
final class IfaceCodeLists implements CodeLists {
    private static final Map<String, Map<String, String>> TO_IFACE = Map.of("units",
        Map.of("EACH", "EA", "CASE", "CA", "POUND", "LB", "INCH", "IN", "CUBIC_FOOT", "CF"),
        "rejection-reasons", Map.of("OBSOLETE_PRODUCT", "OBS", "TEMPORARILY_UNAVAILABLE", "TMP"));

    @Override
    public Optional<String> toCanonical(String list, String format, String code, String... owners) {
        return TO_IFACE.getOrDefault(list, Map.of()).entrySet().stream()
            .filter(row -> List.of("iface", "canonical").contains(format)
                && (format.equals("iface") ? row.getValue() : row.getKey()).equals(code)).map(Map.Entry::getKey).findFirst();
    }

    @Override
    public Optional<String> fromCanonical(String list, String format, String canonical, String... owners) {
        return Optional.ofNullable(TO_IFACE.getOrDefault(list, Map.of()).get(canonical));
    }

    @Override
    public boolean exists(String list) {
        return TO_IFACE.containsKey(list);
    }

    @Override
    public List<Map<String, String>> rows(String list, String... owners) {
        return List.of();
    }
}
