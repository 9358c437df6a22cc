// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator;

import java.time.Duration;

/**
 * How long Amazon takes, by the simulator's clock.
 *
 * @param tokenLifetime of an access token; Amazon's is an hour
 * @param secretLifetime of a client secret that says when it was issued; Amazon's is 180 days
 * @param effectAfter from a submission to its effect (order acknowledged, units on their way); zero: at once
 * @param failureAfter from a submission to {@code Failure} of its transaction; Amazon says within 15 minutes
 * @param successAfter from an advance shipment notice to {@code Success} of its transaction
 * @param receiptAfter from a shipment's estimated delivery (else its shipped date) to the receipt of its units
 * @param referenceAfter from a transport request to Amazon's reference number (ARN) and to its labels
 * @param paymentTerms from an invoice's date to its payment, where the invoice names no days
 */
public record Timing(Duration tokenLifetime, Duration secretLifetime, Duration effectAfter, Duration failureAfter,
                     Duration successAfter, Duration receiptAfter, Duration referenceAfter, Duration paymentTerms) {

    public static Timing defaults() {
        return new Timing(Duration.ofHours(1), Duration.ofDays(180), Duration.ZERO, Duration.ofMinutes(2), Duration.ofMinutes(1),
            Duration.ofDays(1), Duration.ofMinutes(10), Duration.ofDays(30));
    }
}
