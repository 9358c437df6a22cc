// SPDX-License-Identifier: Apache-2.0
package io.acornhub.partner;

import java.time.Duration;
import java.time.LocalDate;

/** A dated policy: {@code document} is due {@code within} so long after the order, for orders received from {@code from} on. */
public record Deadline(String document, LocalDate from, Duration within) {
}
