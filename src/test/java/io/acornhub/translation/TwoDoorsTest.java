// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The same order by X12 850 and by the Selling Partner API is the same canonical order, member by member, but for what
 * {@code two-doors/differences.csv} lists and explains.
 */
class TwoDoorsTest {
    private static final Path FILES = Path.of("src/test/resources/two-doors");
    private static final TranslationContext CONTEXT = new TranslationContext("amazon-us", List.of(), Map.of(), Map.of(), null, null,
        ControlData.NONE, RandomDocuments.NOW, ZoneId.of("America/Los_Angeles"));

    @Test
    void theSameOrderByBothDoorsIsTheSameOrder() throws IOException {
        Map<String, String> edi;
        Map<String, String> api;
        try (TranslationKit kit = TranslationKit.ofProject()) {
            edi = members(kit, "x12/004010/850-purchase-order", "order.edi");
            api = members(kit, "sp-api/vendor-orders-v1/purchase-order", "order.json");
        }
        List<String> same = edi.keySet().stream().filter(path -> edi.get(path).equals(api.get(path))).toList();
        assertThat(same).contains("poNumber", "orderType", "orderDate", "vendorCode", "currency", "backOrderAllowed", "freight", "dealCode",
            "shipWindow.from", "shipWindow.to", "parties[2].street[1]", "lines[0].gtin", "lines[1].vendorItem", "lines[2].isbn",
            "lines[1].quantity.unitSize", "lines[1].price.amount", "lines[1].price.basis", "lines[1].buyerItem");
        assertThat(differences(edi, api)).isEqualTo(listed());
    }

    /** Path, by 850, by the API. */
    private static List<List<String>> differences(Map<String, String> edi, Map<String, String> api) {
        List<List<String>> found = new ArrayList<>();
        Map<String, String> all = new TreeMap<>(edi);
        all.putAll(api);
        for (String path : all.keySet()) {
            if (!edi.getOrDefault(path, "").equals(api.getOrDefault(path, ""))) {
                found.add(List.of(path, edi.getOrDefault(path, ""), api.getOrDefault(path, "")));
            }
        }
        return found;
    }

    private static List<List<String>> listed() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (String line : Files.readAllLines(FILES.resolve("differences.csv"))) {
            if (!line.startsWith("#") && !line.startsWith("path|")) {
                String[] cells = line.split("\\|", -1);
                assertThat(cells).as(line).hasSize(4);
                assertThat(cells[3]).as("%s is explained", cells[0]).isNotBlank();
                rows.add(List.of(cells[0], cells[1], cells[2]));
            }
        }
        rows.sort((one, other) -> one.get(0).compareTo(other.get(0)));
        return rows;
    }

    private static Map<String, String> members(TranslationKit kit, String bundle, String file) throws IOException {
        Map<String, String> members = new LinkedHashMap<>();
        collect("", CanonicalJson.tree(kit.translation.toCanonical(bundle, Files.readAllBytes(FILES.resolve(file)), CONTEXT).get(0).json()),
            members);
        return members;
    }

    private static void collect(String path, JsonNode node, Map<String, String> into) {
        if (node.isValueNode()) {
            into.put(path, node.asText());
            return;
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(path + "[" + i + "]", node.get(i), into);
        }
        node.fields().forEachRemaining(m -> collect(path.isEmpty() ? m.getKey() : path + "." + m.getKey(), m.getValue(), into));
    }
}
