// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner;

import java.time.Duration;
import java.time.Instant;

/**
 * How old a connection's client secret is.
 *
 * @param fingerprint of the secret; null where there is none to be read, and {@code problem} says why
 * @param since when it was made: as the partner file says, else when the hub first saw it
 * @param said whether the partner file says it
 * @param expiresAt when Amazon refuses it: 180 days after it was made
 */
public record SecretAge(Connection connection, String fingerprint, Instant since, boolean said, Instant expiresAt, String problem) {
    /** Amazon's rule: every call fails once the secret is older. */
    public static final Duration LIFE = Duration.ofDays(180);

    /** Whole days left; 0 on the last day, negative once it has passed. */
    public long daysLeft(Instant now) {
        return Math.floorDiv(Duration.between(now, expiresAt).toSeconds(), Duration.ofDays(1).toSeconds());
    }
}
