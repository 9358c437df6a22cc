// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.faults;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * A fault that somebody set.
 *
 * @param fault what happens
 * @param operation Amazon's operation id, or {@code token}; null: every operation of Amazon's, not the token
 * @param account a vendor group's name; null: all
 * @param share of the calls, 0 to 1; null: every one
 * @param count how often at most; null: as long as it is set
 * @param after how many calls are left alone first
 * @param storm how many calls follow the same way once one was hit; 0: none
 * @param hold how long an answer is held back before the connection is closed, by the real clock; null: 35 s
 */
public record Fault(FaultKind fault, String operation, String account, BigDecimal share, Integer count, int after, int storm,
                    Duration hold) {

    public Fault {
        if (fault == null) {
            throw new IllegalArgumentException("a fault says which: {\"fault\": ...}");
        }
        if (share != null && (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0)) {
            throw new IllegalArgumentException("share is from 0 to 1, not " + share);
        }
        if (count != null && count < 0 || after < 0 || storm < 0 || hold != null && hold.isNegative()) {
            throw new IllegalArgumentException("count, after, storm and hold are not below zero");
        }
        hold = hold == null ? Duration.ofSeconds(35) : hold;
    }
}
