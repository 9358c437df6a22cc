// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.edi;

import io.acornhub.simulator.internal.x12.X12Segment;
import io.acornhub.simulator.internal.x12.X12Set;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A level of a ship notice's hierarchy: S shipment, O order, T pallet, P package, I item. */
final class Level {
    /** What may stand under what. Amazon's FAQ prescribes shipment, order, package, item, with pallets between the middle two. */
    private static final Map<String, Set<String>> PARENTS = Map.of("S", Set.of(""), "O", Set.of("S"), "T", Set.of("O", "S"),
        "P", Set.of("O", "T"), "I", Set.of("P", "T"));
    private final String code;
    private final Level parent;
    private final List<X12Segment> segments = new ArrayList<>();
    private final List<Level> children = new ArrayList<>();

    private Level(String code, Level parent) {
        this.code = code;
        this.parent = parent;
    }

    /** The levels in the order they are written; what stands before the first HL is not part of any. */
    static List<Level> of(X12Set set, List<Finding> findings) {
        List<Level> all = new ArrayList<>();
        Map<String, Level> byNumber = new HashMap<>();
        for (X12Segment segment : set.segments()) {
            if (segment.tag().equals("HL")) {
                Level parent = byNumber.get(segment.get(2));
                Level level = new Level(segment.get(3), parent);
                check(segment, level, all.size() + 1, findings);
                if (parent != null) {
                    parent.children.add(level);
                }
                all.add(level);
                byNumber.put(segment.get(1), level);
            } else if (!all.isEmpty() && !segment.tag().equals("CTT")) {
                all.get(all.size() - 1).segments.add(segment);
            }
        }
        return all;
    }

    private static void check(X12Segment hl, Level level, int expected, List<Finding> findings) {
        if (!hl.get(1).equals(Integer.toString(expected))) {
            findings.add(Finding.refused("hierarchy", "HL01 is " + hl.get(1) + ", the next number is " + expected));
        }
        String above = level.parent == null ? "" : level.parent.code;
        if (!hl.get(2).isEmpty() && level.parent == null) {
            findings.add(Finding.refused("hierarchy", "HL " + hl.get(1) + ": HL02 " + hl.get(2) + " is no level before it"));
        } else if (!PARENTS.getOrDefault(level.code, Set.of()).contains(above)) {
            findings.add(Finding.refused("hierarchy", "HL " + hl.get(1) + ": level " + level.code + " under "
                + (above.isEmpty() ? "none" : above) + "; the order is S, O, T (pallets), P, I"));
        }
    }

    String code() {
        return code;
    }

    List<Level> children() {
        return children;
    }

    /** The nearest level of a code upwards, this one included; null if there is none. */
    Level upTo(String wanted) {
        Level at = this;
        while (at != null && !at.code.equals(wanted)) {
            at = at.parent;
        }
        return at;
    }

    X12Segment first(String tag) {
        return segments.stream().filter(s -> s.tag().equals(tag)).findFirst().orElse(X12Segment.of(tag));
    }

    X12Segment first(String tag, String qualifier) {
        return segments.stream().filter(s -> s.is(tag, qualifier)).findFirst().orElse(X12Segment.of(tag));
    }

    List<X12Segment> all(String tag) {
        return segments.stream().filter(s -> s.tag().equals(tag)).toList();
    }
}
