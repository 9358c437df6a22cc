// SPDX-License-Identifier: Apache-2.0
package io.acornhub.idoc.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.acornhub.idoc.IdocField;
import io.acornhub.idoc.IdocLayout;
import io.acornhub.idoc.SegmentLayout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns one layout file into layouts; what does not hold goes to the list of problems, with the segment it is about. */
final class LayoutCheck {
    private static final Set<String> FILE_KEYS = Set.of("type", "title", "segments");
    private static final Set<String> SEGMENT_KEYS =
        Set.of("segment", "definition", "level", "parent", "min", "max", "length", "fields");
    private static final Pattern FIELD = Pattern.compile("([A-Z0-9_/]+):(\\d{1,4})");
    /** SEGNAM of EDI_DD40. */
    private static final int NAME_LENGTH = 30;

    private final String file;
    private final int longest;
    private final List<String> problems;

    LayoutCheck(String file, int longest, List<String> problems) {
        this.file = file;
        this.longest = longest;
        this.problems = problems;
    }

    /** Null where the file cannot be used. */
    IdocLayout layout(JsonNode root) {
        int before = problems.size();
        keys(root, "the file", FILE_KEYS);
        String type = text(root, "the file", "type");
        String title = text(root, "the file", "title");
        List<SegmentLayout> segments = new ArrayList<>();
        Map<String, SegmentLayout> nearest = new HashMap<>();
        for (JsonNode node : root.path("segments")) {
            SegmentLayout segment = segment(node, nearest, segments.size() + 1);
            if (segment == null) {
                continue;
            }
            if (segments.stream().anyMatch(other -> other.type().equals(segment.type()) && other.parent() == segment.parent())) {
                problem(segment.type(), "is listed twice under " + (segment.parent() == null ? "IDOC" : segment.parent()));
            }
            segments.add(segment);
            nearest.put(segment.type(), segment);
        }
        if (segments.isEmpty() && problems.size() == before) {
            problem("segments", "there are none");
        }
        return problems.size() > before ? null : new IdocLayout(type, title, segments);
    }

    /** @param known by type the segment nearest before, which parents mean */
    private SegmentLayout segment(JsonNode node, Map<String, SegmentLayout> known, int order) {
        int before = problems.size();
        String type = text(node, "segment " + order, "segment");
        if (type == null) {
            return null;
        }
        keys(node, type, SEGMENT_KEYS);
        String definition = text(node, type, "definition");
        if (definition != null && definition.length() > NAME_LENGTH) {
            problem(type, "definition " + definition + " is longer than the " + NAME_LENGTH + " characters of SEGNAM");
        }
        SegmentLayout parent = null;
        if (node.has("parent")) {
            parent = known.get(node.get("parent").asText());
            if (parent == null) {
                problem(type, "its parent " + node.get("parent").asText() + " is not a segment before it");
            }
        }
        int level = (int) number(node, type, "level", 1);
        long min = number(node, type, "min", 0);
        long max = number(node, type, "max", Long.MAX_VALUE);
        if (min > max) {
            problem(type, "min " + min + " is above max " + max);
        }
        List<IdocField> fields = fields(node, type);
        return problems.size() > before ? null
            : new SegmentLayout(type, definition, level, order, parent, min, max, fields);
    }

    List<IdocField> fields(JsonNode node, String where) {
        List<IdocField> fields = new ArrayList<>();
        Set<String> names = new HashSet<>();
        int offset = 0;
        for (JsonNode entry : node.path("fields")) {
            Matcher field = FIELD.matcher(entry.asText());
            if (!field.matches() || Integer.parseInt(field.group(2)) == 0) {
                problem(where, "field '" + entry.asText() + "' is not NAME:length");
                continue;
            }
            if (!names.add(field.group(1))) {
                problem(where, "field " + field.group(1) + " is listed twice");
            }
            fields.add(new IdocField(field.group(1), offset, Integer.parseInt(field.group(2))));
            offset += Integer.parseInt(field.group(2));
        }
        if (fields.isEmpty()) {
            problem(where, "has no fields");
        }
        long length = number(node, where, "length", offset);
        if (length != offset) {
            problem(where, "its fields take " + offset + " characters, length says " + length);
        }
        if (offset > longest) {
            problem(where, "its fields take " + offset + " characters, SDATA holds " + longest);
        }
        return fields;
    }

    void keys(JsonNode node, String where, Set<String> known) {
        node.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                problem(where, "unknown key '" + key + "'; known are " + new TreeSet<>(known));
            }
        });
    }

    private String text(JsonNode node, String where, String key) {
        JsonNode value = node.path(key);
        if (!value.isTextual() || value.asText().isBlank()) {
            problem(where, "'" + key + "' is missing");
            return null;
        }
        return value.asText();
    }

    private long number(JsonNode node, String where, String key, long otherwise) {
        JsonNode value = node.path(key);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.canConvertToLong() || !value.isIntegralNumber() || value.asLong() < 0) {
            problem(where, "'" + key + "' is not a whole number: " + value.asText());
            return otherwise;
        }
        return value.asLong();
    }

    private void problem(String where, String what) {
        problems.add(file + ": " + where + ": " + what);
    }
}
