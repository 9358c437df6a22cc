// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Amazon's answer as it came.
 *
 * @param requestId {@code x-amzn-RequestId}, which support asks for; null where there was none
 * @param rateLimit {@code x-amzn-RateLimit-Limit}, calls a second; null where there was none
 */
public record Answer(int status, byte[] body, String requestId, BigDecimal rateLimit, Instant at) {
}
