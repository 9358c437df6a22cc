// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner.internal;

import io.acornhub.sellingpartner.CallResult;
import io.acornhub.sellingpartner.DocumentResult;
import io.acornhub.sellingpartner.Lenient;
import io.acornhub.sellingpartner.ReportState;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** What reports and queries have in common: looking again ever more rarely, and why one failed. */
public final class ReportWait {
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int LONGEST_REASON = 500;

    private ReportWait() {
    }

    /** Looks until it is decided or the time is over; then it is as it was last. */
    public static ReportState until(Clock clock, Duration atMost, Supplier<ReportState> look) {
        Instant end = clock.instant().plus(atMost);
        Duration pause = FIRST;
        while (true) {
            ReportState state = look.get();
            boolean again = state instanceof ReportState.Underway
                || state instanceof ReportState.NotKnown not && not.result() instanceof CallResult.Unavailable;
            if (!again || clock.instant().plus(pause).isAfter(end)) {
                return state;
            }
            try {
                Pause.until(clock, clock.instant().plus(pause));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return state;
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : pause.multipliedBy(2);
        }
    }

    /** The reason that stands in the document of a failure, else why it is not known. */
    public static String reason(String status, DocumentResult document) {
        if (document == null) {
            return status + ", and Amazon gives no reason";
        }
        if (document instanceof DocumentResult.Missing missing) {
            return status + ", and its reason cannot be fetched: " + missing.reason();
        }
        String text = ((DocumentResult.Content) document).text().strip();
        try {
            String details = Lenient.text(Lenient.read(text.getBytes(StandardCharsets.UTF_8)), "errorDetails");
            text = details == null ? text : details;
        } catch (Lenient.UnreadableAnswer e) {
            // the text says it as it is
        }
        return status + ": " + (text.length() > LONGEST_REASON ? text.substring(0, LONGEST_REASON) : text);
    }
}
