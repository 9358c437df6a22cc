// SPDX-License-Identifier: Apache-2.0
package io.acornhub.partner;

import java.util.Map;

/**
 * A connection to a partner.
 *
 * @param type names the pair of route templates {@code <type>-source} and {@code <type>-sink}
 * @param settings the templates' parameters; relative paths lie in the data folder
 */
public record Channel(String name, String type, Map<String, String> settings) {
}
