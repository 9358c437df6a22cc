// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator;

import java.math.BigDecimal;
import java.util.Map;

/**
 * The limits on calls. Each operation has Amazon's own rate and burst per vendor group, unless it is named here.
 *
 * @param enforced false: no call is ever refused for its number
 * @param factor multiplies every rate (not the bursts), so that a long run can go faster than Amazon allows
 * @param operations rate (calls a second) and burst by Amazon's operation id
 */
public record UsagePlans(boolean enforced, BigDecimal factor, Map<String, Plan> operations) {

    public UsagePlans {
        factor = factor == null ? BigDecimal.ONE : factor;
        operations = operations == null ? Map.of() : Map.copyOf(operations);
    }

    /**
     * A bucket: {@code burst} calls at once, refilled at {@code rate} a second.
     *
     * @param rate calls a second; 0 never refills
     */
    public record Plan(BigDecimal rate, int burst) {
        public static Plan of(String rate, int burst) {
            return new Plan(new BigDecimal(rate), burst);
        }
    }

    public static UsagePlans amazons() {
        return new UsagePlans(true, BigDecimal.ONE, Map.of());
    }

    public static UsagePlans none() {
        return new UsagePlans(false, BigDecimal.ONE, Map.of());
    }
}
