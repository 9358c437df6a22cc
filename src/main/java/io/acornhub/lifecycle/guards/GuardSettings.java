// SPDX-License-Identifier: Apache-2.0
package io.acornhub.lifecycle.guards;

import io.acornhub.partner.CodeLists;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * What an agreement and its partner say to guards.
 *
 * @param values {@code settings} of the agreement
 * @param codeLists the code lists, {@code owner} being the partner's folder of them, null for none
 * @param zone the partner's zone, for rules that speak of days
 */
public record GuardSettings(Map<String, String> values, CodeLists codeLists, String owner, ZoneId zone) {

    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name)).filter(v -> !v.isBlank());
    }

    /** A number of the settings, or what holds without it. */
    public BigDecimal number(String name, String otherwise) {
        return new BigDecimal(value(name).orElse(otherwise).strip());
    }
}
