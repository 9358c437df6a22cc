// SPDX-License-Identifier: Apache-2.0
package io.acornhub.partner;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which faults of segments and elements do not reject a partner's set: it is taken and answered as accepted with errors (AK501
 * and AK901 are E). Faults of the set itself, its counts and numbers, always reject.
 *
 * @param any all faults of segments and elements
 * @param codes those named, as list and code: {@code AK304 1}, {@code AK403 7}
 */
public record ErrorTolerance(boolean any, Set<String> codes) {
    public static final ErrorTolerance NONE = new ErrorTolerance(false, Set.of());
    private static final String ANY = "any";
    private static final Pattern CODE = Pattern.compile("AK(304|403) \\d{1,2}");

    public ErrorTolerance {
        codes = Set.copyOf(codes);
    }

    /** @param list AK304 or AK403 of a fault, null where no standard names it */
    public boolean takes(String list, String code) {
        return ("AK304".equals(list) || "AK403".equals(list)) && (any || codes.contains(list + " " + code));
    }

    /** As one text, for settings; {@link #of} reads it again. */
    public String text() {
        return any ? ANY : String.join(",", new TreeSet<>(codes));
    }

    public static ErrorTolerance of(String text) {
        if (text == null || text.isBlank()) {
            return NONE;
        }
        return text.equals(ANY) ? new ErrorTolerance(true, Set.of())
            : new ErrorTolerance(false, Arrays.stream(text.split(",")).collect(Collectors.toSet()));
    }

    /** Whether a text names a code that can be tolerated. */
    public static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }
}
