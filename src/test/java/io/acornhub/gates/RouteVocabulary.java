// SPDX-License-Identifier: Apache-2.0
package io.acornhub.gates;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The closed word lists of {@code routes/README.md}: what the text says is what the gate checks. A list is the table or the
 * bullets under its heading, the word in the first pair of backticks of each line.
 *
 * @param beans beans that routes may call
 * @param values placeholders that the hub sets, without braces
 */
record RouteVocabulary(Set<String> directions, Set<String> stages, Set<String> beans, Set<String> values) {
    private static final Pattern WORD = Pattern.compile("^[|*-] *`([^`]+)`");

    static RouteVocabulary read(Path readme) {
        try {
            List<String> lines = Files.readAllLines(readme);
            return new RouteVocabulary(words(lines, "Directions"), words(lines, "Stages"), words(lines, "Beans"),
                words(lines, "Values"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> words(List<String> lines, String heading) {
        Set<String> words = new LinkedHashSet<>();
        boolean inside = false;
        for (String line : lines) {
            if (line.startsWith("#")) {
                inside = line.replaceFirst("^#+ *", "").equals(heading);
            } else if (inside) {
                Matcher word = WORD.matcher(line);
                if (word.find() && !words.add(word.group(1))) {
                    throw new IllegalStateException("routes/README.md lists '" + word.group(1) + "' twice under " + heading);
                }
            }
        }
        if (words.isEmpty()) {
            throw new IllegalStateException("routes/README.md lists nothing under the heading " + heading);
        }
        return words;
    }

    /** Direction and stage that a name begins with, such as inbound-deliver of inbound-deliver-sap; null if it does not. */
    String stageOf(String name) {
        List<String> found = new ArrayList<>();
        for (String direction : directions) {
            for (String stage : stages) {
                String start = direction + "-" + stage;
                if (name.equals(start) || name.startsWith(start + "-")) {
                    found.add(start);
                }
            }
        }
        return found.stream().max(Comparator.comparingInt(String::length)).orElse(null);
    }
}
