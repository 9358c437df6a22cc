// SPDX-License-Identifier: Apache-2.0
package io.acornhub.idoc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The layout of one IDoc type (basic type such as ORDERS05, or a customer's extension): its segments in their order. */
public final class IdocLayout {
    private static final int VERSION_DIGITS = 3;

    private final String type;
    private final String title;
    private final List<SegmentLayout> segments;
    private final Map<String, List<SegmentLayout>> byName = new HashMap<>();

    public IdocLayout(String type, String title, List<SegmentLayout> segments) {
        this.type = type;
        this.title = title;
        this.segments = List.copyOf(segments);
        segments.forEach(segment -> names(segment).forEach(
            name -> byName.computeIfAbsent(name, n -> new ArrayList<>()).add(segment)));
    }

    public String type() {
        return type;
    }

    public String title() {
        return title;
    }

    public List<SegmentLayout> segments() {
        return segments;
    }

    private static Set<String> names(SegmentLayout segment) {
        return segment.type().equals(segment.definition()) ? Set.of(segment.type()) : Set.of(segment.type(), segment.definition());
    }

    /** The segment of exactly that type, as the tree names it (E1EDP01); the first, where it has several places. */
    public Optional<SegmentLayout> ofType(String segmentType) {
        return places(segmentType).stream().filter(found -> found.type().equals(segmentType)).findFirst();
    }

    /** The segment of exactly that type under that parent (null for the top level), else its first place. */
    public Optional<SegmentLayout> ofType(String segmentType, SegmentLayout parent) {
        return places(segmentType).stream().filter(found -> found.type().equals(segmentType) && found.parent() == parent).findFirst()
            .or(() -> ofType(segmentType));
    }

    /** As {@link #places}, the first of them. */
    public Optional<SegmentLayout> find(String name) {
        return places(name).stream().findFirst();
    }

    /**
     * The segment a file means, an entry for each place the layout has it at: type or definition, of this or another release's
     * version (E2EDP01011, E2EDP01009, E2EDP01, E1EDP01 and E1EDP01011 are all E1EDP01). An older version is a shorter form of
     * the same fields, a newer one a longer. Empty where the layout does not know it.
     */
    public List<SegmentLayout> places(String name) {
        List<SegmentLayout> exact = byName.get(name);
        if (exact != null) {
            return exact;
        }
        String typeName = asType(name);
        List<SegmentLayout> found = byName.get(typeName);
        if (found == null && endsWithVersion(typeName)) {
            found = byName.get(typeName.substring(0, typeName.length() - VERSION_DIGITS));
        }
        return found == null ? List.of() : found;
    }

    /** E2EDP01011 becomes E1EDP01011, Z2SHOP Z1SHOP, /ABC/E2X /ABC/E1X. */
    private static String asType(String name) {
        int digit = name.lastIndexOf('/') + 2;
        if (digit < name.length() && name.charAt(digit) == '2' && Character.isLetter(name.charAt(digit - 1))) {
            return name.substring(0, digit) + '1' + name.substring(digit + 1);
        }
        return name;
    }

    private static boolean endsWithVersion(String name) {
        int length = name.length();
        for (int i = length - VERSION_DIGITS; i < length; i++) {
            if (i < 2 || !Character.isDigit(name.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
