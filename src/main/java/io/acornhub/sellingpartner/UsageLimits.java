// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/** The usage plans as this process keeps them; an operation is there from its first call on. */
public interface UsageLimits {

    /**
     * @param rate calls a second: of the plan, or as Amazon said it last
     * @param available calls that could be made now without waiting
     * @param blockedFor how long no call is made because Amazon throttled; zero where it did not
     */
    record Limit(Operation operation, BigDecimal rate, long available, Duration blockedFor) {
    }

    List<Limit> of(String connection);
}
