// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel.http;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** What became of a post. */
public sealed interface Outcome {

    /**
     * An answer came.
     *
     * @param headers by name in small letters
     * @param text the body, at most 64 KiB of it
     */
    record Answered(int status, Map<String, String> headers, String text) implements Outcome {
        private static final int WORDS = 500;

        public boolean isGood() {
            return status >= 200 && status < 300;
        }

        /** How long the other side asks to be left alone; zero where it does not say. */
        public Duration retryAfter(Clock clock) {
            String after = headers.getOrDefault("retry-after", "").strip();
            if (after.matches("\\d{1,9}")) {
                return Duration.ofSeconds(Long.parseLong(after));
            }
            try {
                Duration until = Duration.between(clock.instant(), ZonedDateTime.parse(after, DateTimeFormatter.RFC_1123_DATE_TIME));
                return until.isNegative() ? Duration.ZERO : until;
            } catch (DateTimeException e) {
                return Duration.ZERO;
            }
        }

        /** Status and the beginning of the body on one line, for a person. */
        public String inWords() {
            String plain = text.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip();
            return status + (plain.isEmpty() ? "" : " " + (plain.length() > WORDS ? plain.substring(0, WORDS) + "…" : plain));
        }
    }

    /** Certain: the other side has not got all of it, so it cannot have worked on it. */
    record NotSent(String reason) implements Outcome {
    }

    /** All of it was handed over and no answer came: nobody knows. */
    record Unknown(String reason) implements Outcome {
    }
}
