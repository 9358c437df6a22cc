// SPDX-License-Identifier: Apache-2.0
package io.acornhub.partner;

import java.util.Map;

/**
 * A connection to a partner.
 *
 * @param type names the pair of route templates {@code <type>-source} and {@code <type>-sink}
 * @param enabled one that is not makes no routes, and its agreements are as if they were not there
 * @param settings the templates' parameters; relative paths lie in the data folder
 */
public record Channel(String name, String type, boolean enabled, Map<String, String> settings) {
    /** The type of a channel that is a connection to the Selling Partner API. */
    public static final String SPAPI = "spapi";

    public boolean isSpapi() {
        return SPAPI.equals(type);
    }
}
