// SPDX-License-Identifier: Apache-2.0
package io.acornhub.canonical;

import java.time.LocalDate;

/** Days at the fulfilment centre, both ends included; an open end is null. */
public record Window(LocalDate from, LocalDate to) {
}
