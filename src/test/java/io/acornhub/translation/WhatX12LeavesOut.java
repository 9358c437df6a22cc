// SPDX-License-Identifier: Apache-2.0
package io.acornhub.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The members of a canonical document that its X12 set, as Amazon reads it, has no place for, each with the reason. All others come
 * back as they were.
 */
final class WhatX12LeavesOut {
    private static final Map<String, Map<String, String>> BY_SET = new LinkedHashMap<>();

    static {
        for (String set : List.of("855", "865")) {
            of(set, "vendorCode", "the sender of the envelope says it");
            of(set, "lines.price.currency", "Amazon's answer has no CUR: the order's currency holds");
            of(set, "lines.ordered.unitSize", "Amazon's answer has no PO4: the order says it");
        }
        of("855", "acknowledgmentDate", "BAK09 is not among the elements of Amazon's answer");
        of("855", "vendorOrderNumber", "BAK08 is not among the elements of Amazon's answer");
        of("856", "items.poLineNo", "found again by the article number");
        of("856", "items.buyerItem", "LIN carries one article number; the others are the order's");
        of("856", "items.vendorItem", "LIN carries one article number; the others are the order's");
        of("856", "items.isbn", "LIN carries one article number; the others are the order's");
    }

    private WhatX12LeavesOut() {
    }

    private static void of(String set, String path, String reason) {
        BY_SET.computeIfAbsent(set, s -> new LinkedHashMap<>()).put(path, reason);
    }

    static Map<String, String> of(String set) {
        return BY_SET.getOrDefault(set, Map.of());
    }

    /** The document without them and without what is empty; names that hold only within the document are counted anew. */
    static JsonNode remaining(String set, JsonNode document) {
        JsonNode copy = document.deepCopy();
        if (set.equals("856")) {
            firstArticleNumberOnly(copy);
        }
        of(set).keySet().stream().filter(path -> !set.equals("856") || path.endsWith("poLineNo")).forEach(path ->
            remove(copy, new ArrayList<>(List.of(path.split("[.]")))));
        named(copy, "items", "itemNo", "packages", "contents");
        packagesNamed(copy);
        return withoutEmpty(copy);
    }

    private static void firstArticleNumberOnly(JsonNode document) {
        for (JsonNode item : document.path("items")) {
            boolean found = false;
            for (String id : List.of("gtin", "isbn", "buyerItem", "vendorItem")) {
                if (found) {
                    ((ObjectNode) item).remove(id);
                }
                found |= item.has(id);
            }
        }
    }

    private static void remove(JsonNode at, List<String> path) {
        if (at.isArray()) {
            at.forEach(each -> remove(each, path));
        } else if (at instanceof ObjectNode object && path.size() == 1) {
            object.remove(path.get(0));
        } else if (at.has(path.get(0))) {
            remove(at.get(path.get(0)), path.subList(1, path.size()));
        }
    }

    /** Items are numbered by what they are, packages by their codes: the names are the ERP's own and mean nothing outside. */
    private static void named(JsonNode document, String list, String name, String holders, String contents) {
        Map<String, String> names = new LinkedHashMap<>();
        for (JsonNode item : document.path(list)) {
            ObjectNode plain = item.deepCopy();
            String old = plain.remove(name) == null ? "" : item.path(name).asText();
            names.put(old, withoutEmpty(plain).toString());
        }
        rename(document.path(list), name, names);
        document.path(holders).forEach(holder -> {
            rename(holder.path(contents), name, names);
            sort(holder.path(contents), name);
        });
        sort(document.path(list), name);
    }

    private static void packagesNamed(JsonNode document) {
        Map<String, String> names = new LinkedHashMap<>();
        document.path("packages").forEach(p -> names.put(p.path("packageNo").asText(), p.path("sscc").asText() + p.path("trackingNumber")));
        rename(document.path("packages"), "packageNo", names);
        rename(document.path("packages"), "parentNo", names);
        sort(document.path("packages"), "packageNo");
    }

    private static void rename(JsonNode list, String name, Map<String, String> names) {
        for (JsonNode each : list) {
            if (each.has(name)) {
                ((ObjectNode) each).put(name, names.get(each.get(name).asText()));
            }
        }
    }

    private static void sort(JsonNode list, String name) {
        if (list instanceof ArrayNode array) {
            List<JsonNode> all = new ArrayList<>();
            array.forEach(all::add);
            all.sort((a, b) -> (a.path(name).asText() + a).compareTo(b.path(name).asText() + b));
            array.removeAll();
            array.addAll(all);
        }
    }

    private static JsonNode withoutEmpty(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (Iterator<Map.Entry<String, JsonNode>> members = object.fields(); members.hasNext();) {
                JsonNode value = withoutEmpty(members.next().getValue());
                if (value.isNull() || value.isContainerNode() && value.isEmpty()) {
                    members.remove();
                }
            }
        } else if (node.isArray()) {
            node.forEach(WhatX12LeavesOut::withoutEmpty);
        }
        return node;
    }
}
