// SPDX-License-Identifier: Apache-2.0
package io.acornhub.partner.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known word that somebody who mistyped one probably meant. */
final class Nearest {
    private Nearest() {
    }

    /** Empty where none is near: more than a third of the word would have to change. */
    static Optional<String> of(String word, Collection<String> known) {
        String wanted = word.toLowerCase(Locale.ROOT);
        return known.stream().min(Comparator.comparingInt((String k) -> changes(wanted, k.toLowerCase(Locale.ROOT)))
            .thenComparing(Comparator.naturalOrder())).filter(k -> changes(wanted, k.toLowerCase(Locale.ROOT)) <= (word.length() + 2) / 3);
    }

    /** {@code ; did you mean 'x'} or nothing. */
    static String hint(String word, Collection<String> known) {
        return of(word, known).map(near -> "; did you mean '" + near + "'").orElse("");
    }

    /** Levenshtein distance, one row at a time. */
    private static int changes(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
