// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner;

import java.time.Duration;
import java.util.List;

/** What came of a call. */
public sealed interface CallResult {

    /** Amazon took it: 200 or 202. */
    record Answered(Answer answer) implements CallResult {
    }

    /**
     * Amazon refuses it and would again: 400, 404, 413, 415, and 401 or 403 with a new token.
     *
     * @param errors as Amazon says them; never empty
     */
    record Refused(Answer answer, List<ApiError> errors) implements CallResult {
        /** No right to this operation: role, region, application or grant. */
        public boolean denied() {
            return answer.status() == 401 || answer.status() == 403;
        }

        public String inWords() {
            return answer.status() + " " + errors.get(0).inWords();
        }
    }

    /**
     * Not done, and may be tried again: throttled, no token to be had, nobody there; of a GET also 5xx and no answer in time.
     *
     * @param after how long to wait at least
     */
    record Unavailable(String reason, Duration after) implements CallResult {
    }

    /** A POST that Amazon may or may not have taken: 5xx, no answer in time, connection lost after it was sent. */
    record OutcomeUnknown(String reason) implements CallResult {
    }
}
