// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing;

import io.acornhub.channel.CertificateEntry;
import java.time.Duration;
import java.time.Instant;

/**
 * A certificate of a connection in the calendar.
 *
 * @param connection partner or ERP system and channel, such as {@code amazon-us-as2}
 * @param partner whose channel it is: name of the partner or ERP system
 * @param until when the hub ceases to use it; null where it cannot be read
 * @param successor the certificate that does its work from then on; null where there is none
 */
public record CertificateDay(String connection, String partner, CertificateEntry entry, Instant until, CertificateEntry successor) {

    /** Whole days left; 0 on the last day, negative once it has passed. */
    public long daysLeft(Instant now) {
        return Math.floorDiv(Duration.between(now, until).toSeconds(), Duration.ofDays(1).toSeconds());
    }

    /** When the successor is used from; null where there is none. */
    public Instant successorFrom() {
        return successor == null ? null : successor.configured().from() != null ? successor.configured().from() : successor.notBefore();
    }
}
