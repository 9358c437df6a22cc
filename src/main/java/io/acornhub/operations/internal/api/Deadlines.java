// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.api;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Deadlines and the time left, for people. */
final class Deadlines {
    private Deadlines() {
    }

    static Views.DeadlineView of(String what, Instant due, Instant now) {
        Duration left = Duration.between(now, due).truncatedTo(ChronoUnit.SECONDS);
        return new Views.DeadlineView(what, due, left.toString(), left.isNegative());
    }

    /** For example {@code in 5 h 12 min} or {@code 2 d 3 h ago}. */
    static String inWords(Instant due, Instant now) {
        Duration distance = Duration.between(now, due);
        Duration length = distance.abs();
        String words = length.toDays() > 0 ? length.toDays() + " d " + length.toHoursPart() + " h"
            : length.toHours() > 0 ? length.toHours() + " h " + length.toMinutesPart() + " min" : length.toMinutes() + " min";
        return distance.isNegative() ? words + " ago" : "in " + words;
    }
}
