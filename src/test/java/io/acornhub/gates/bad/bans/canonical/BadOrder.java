// SPDX-License-Identifier: Apache-2.0
package io.acornhub.gates.bad.bans.canonical;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A canonical document that knows a framework and counts money in binary fractions. */
public class BadOrder {
    @JsonProperty
    double price;

    Double total() {
        return price;
    }
}
