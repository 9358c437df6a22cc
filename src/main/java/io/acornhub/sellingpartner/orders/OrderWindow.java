// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner.orders;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * The time one look asks for. Amazon takes at most 7 days at once and nothing older than 6 months (facts, section 2.1).
 *
 * @param catchesUp whether more has to be read before the present is reached
 */
public record OrderWindow(Instant from, Instant until, boolean catchesUp) {
    public static final Duration WIDEST = Duration.ofDays(7);
    private static final int MONTHS = 6;
    /** So that the oldest moment is not too old when Amazon reads it. */
    private static final Duration MARGIN = Duration.ofHours(1);

    /**
     * The next window of a connection. It begins before what was reached, since an order may show late and an empty answer
     * proves nothing.
     */
    public static OrderWindow next(Instant reached, Instant now, Duration overlap) {
        Instant earliest = now.atOffset(ZoneOffset.UTC).minusMonths(MONTHS).toInstant().plus(MARGIN);
        Instant from = reached.minus(overlap);
        if (from.isBefore(earliest)) {
            from = earliest;
        }
        if (from.isAfter(now.minus(overlap))) {
            // The clock was put back, or nothing has passed since.
            from = now.minus(overlap);
        }
        Instant until = from.plus(WIDEST);
        return until.isBefore(now) ? new OrderWindow(from, until, true) : new OrderWindow(from, now, false);
    }
}
