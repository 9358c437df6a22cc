// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * One request as it was made, or could not be made. Of what was said only the address is kept, no body and no secret.
 *
 * @param target path and parameters
 * @param subject what it is about: an order, a shipment, an invoice, a transaction, a report; null where that is many
 * @param attempt 1, or more where the same call was repeated
 * @param status null where no answer came
 * @param requestId what Amazon's support asks for; null where there was none
 * @param rateLimit calls a second as Amazon says it; null where it said nothing
 * @param words Amazon's errors, or why no answer came; null where all is well
 */
public record KeptCall(String connection, String operation, String method, String target, String subject, int attempt, Instant startedAt,
                       long millis, Integer status, String requestId, BigDecimal rateLimit, Outcome outcome, String words) {

    /** What came of the request. */
    public enum Outcome {
        ANSWERED, REFUSED, THROTTLED,
        /** A GET without an answer; repeated, sooner or later. */
        UNAVAILABLE,
        /** A POST that Amazon may or may not have taken. */
        UNKNOWN,
        /** Nothing left the hub: no place in the usage plan, no token, no connection. */
        NOT_SENT
    }
}
