// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle;

import io.acornhub.interchange.Fault;

/** What a rule or guard found. {@code rule} is the name that an agreement sets to hold, warn or off. */
public record Finding(String rule, Fault fault) {
}
