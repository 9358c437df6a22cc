// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

import java.util.List;

/**
 * A syntax note of a segment or composite (X12.6): which elements depend on each other, by position.
 *
 * @param mask the {@link #bit}s of the positions
 */
public record SyntaxRule(Kind kind, List<Integer> positions, long mask) {

    /** The letters of the notes: paired, required, exclusion, conditional, list conditional. */
    public enum Kind {
        /** All or none. */
        P,
        /** At least one. */
        R,
        /** At most one. */
        E,
        /** If the first is there, all others must be. */
        C,
        /** If the first is there, at least one other must be. */
        L
    }

    public SyntaxRule {
        positions = List.copyOf(positions);
    }

    public SyntaxRule(Kind kind, List<Integer> positions) {
        this(kind, positions, positions.stream().mapToLong(SyntaxRule::bit).reduce(0, (a, b) -> a | b));
    }

    /** Whether the note holds where these elements are present. */
    public boolean holds(long present) {
        long found = present & mask;
        return switch (kind) {
            case P -> found == 0 || found == mask;
            case R -> found != 0;
            case E -> Long.bitCount(found) <= 1;
            case C -> (present & bit(positions.get(0))) == 0 || found == mask;
            case L -> (present & bit(positions.get(0))) == 0 || Long.bitCount(found) > 1;
        };
    }

    /** The bit of a position in a mask of present elements; positions above 63 share none. */
    public static long bit(int position) {
        return position < 64 ? 1L << position : 0;
    }

    /** The note as the standard writes it, for example {@code P0304}. */
    public String note() {
        StringBuilder note = new StringBuilder(kind.name());
        for (int position : positions) {
            note.append(position < 10 ? "0" : "").append(position);
        }
        return note.toString();
    }
}
