// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner.internal;

import java.time.Duration;
import java.time.Instant;

/** What asking for a token comes to. */
sealed interface TokenAnswer {

    /** @param renewAt about a minute before it ends */
    record Token(String value, Instant at, Instant renewAt, Instant endsAt) implements TokenAnswer {
        /** Without its value, which belongs into no log. */
        @Override
        public String toString() {
            return "Token[until " + endsAt + "]";
        }
    }

    /**
     * @param code LWA's error, such as {@code invalid_client}; null where it said none
     * @param again whether the same request may succeed later
     * @param after how long to wait at least
     */
    record None(String code, String reason, boolean again, Duration after) implements TokenAnswer {
    }
}
