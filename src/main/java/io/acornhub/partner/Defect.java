// SPDX-License-Identifier: Apache-2.0
package io.acornhub.partner;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something in {@code config/} that somebody should see to.
 *
 * @param file as a person would open it
 * @param line from 1; 0 where the whole file is meant
 * @param text what is wrong and what to do
 */
public record Defect(Level level, String file, int line, String text) {
    private static final Pattern PLACED = Pattern.compile("(?s)(.+?[.](?:ya?ml|csv|json|ftl|xml|properties))(?::(\\d+))?: (.*)");

    /** An ERROR keeps something from working, a WARNING will, or may not be meant. */
    public enum Level {
        ERROR, WARNING
    }

    /** One that was found as a text {@code file:line: what is wrong}. */
    public static Defect parse(Level level, String text) {
        Matcher placed = PLACED.matcher(text);
        return placed.matches() ? new Defect(level, placed.group(1), placed.group(2) == null ? 0 : Integer.parseInt(placed.group(2)),
            placed.group(3)) : new Defect(level, null, 0, text);
    }

    @Override
    public String toString() {
        return file == null ? text : file + (line == 0 ? "" : ":" + line) + ": " + text;
    }
}
