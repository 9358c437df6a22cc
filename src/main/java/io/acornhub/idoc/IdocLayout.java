// SPDX-License-Identifier: Apache-2.0
package io.acornhub.idoc;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The layout of one IDoc type (basic type such as ORDERS05, or a customer's extension): its segments in their order. */
public final class IdocLayout {
    private static final int VERSION_DIGITS = 3;

    private final String type;
    private final String title;
    private final List<SegmentLayout> segments;
    private final Map<String, SegmentLayout> byName = new HashMap<>();

    public IdocLayout(String type, String title, List<SegmentLayout> segments) {
        this.type = type;
        this.title = title;
        this.segments = List.copyOf(segments);
        segments.forEach(segment -> byName.put(segment.definition(), segment));
        segments.forEach(segment -> byName.put(segment.type(), segment));
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

    /** The segment of exactly that type, as the tree names it (E1EDP01). */
    public Optional<SegmentLayout> ofType(String segmentType) {
        return Optional.ofNullable(byName.get(segmentType)).filter(found -> found.type().equals(segmentType));
    }

    /**
     * The segment a file means: type or definition, of this or another release's version (E2EDP01011, E2EDP01009, E2EDP01,
     * E1EDP01 and E1EDP01011 are all E1EDP01). An older version is a shorter form of the same fields, a newer one a longer.
     */
    public Optional<SegmentLayout> find(String name) {
        SegmentLayout exact = byName.get(name);
        if (exact != null) {
            return Optional.of(exact);
        }
        String typeName = asType(name);
        SegmentLayout found = byName.get(typeName);
        if (found == null && endsWithVersion(typeName)) {
            found = byName.get(typeName.substring(0, typeName.length() - VERSION_DIGITS));
        }
        return Optional.ofNullable(found);
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
