// SPDX-License-Identifier: Apache-2.0
package io.acornhub.reliability;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What was counted against what should be. */
final class Tally {
    private static final int SHOWN = 10;
    private final List<String> lines = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    void check(String what, long is, long should) {
        lines.add(String.format("%-50s %8d %8d %s", what, is, should, is == should ? "" : "<-- WRONG"));
        if (is != should) {
            wrong.add(what + ": " + is + ", expected " + should);
        }
    }

    /** Each of so many, and each once. */
    void once(String what, Map<String, Integer> times, int expected) {
        check(what, times.size(), expected);
        none(what + " more than once", times.entrySet().stream().filter(e -> e.getValue() != 1)
            .map(e -> e.getKey() + " " + e.getValue() + " times").toList());
    }

    /** Exactly these, and each once. */
    void once(String what, Map<String, Integer> times, Collection<String> expected) {
        once(what, times, expected.size());
        none(what + ", missing", expected.stream().filter(one -> !times.containsKey(one)).toList());
    }

    void unique(String what, List<String> numbers) {
        check(what + ", twice", numbers.size() - new HashSet<>(numbers).size(), 0);
    }

    /** Nothing of this kind may be there; some of it is shown. */
    void none(String what, List<String> found) {
        check(what, found.size(), 0);
        found.stream().limit(SHOWN).forEach(one -> wrong.add("    " + one));
    }

    List<String> wrong() {
        return wrong;
    }

    String table() {
        return String.format("%-50s %8s %8s%n", "", "found", "expected") + lines.stream().collect(Collectors.joining("\n"));
    }
}
