// SPDX-License-Identifier: Apache-2.0
package io.acornhub.partner;

import java.util.Map;

/**
 * One file of {@code config/erp}: a system on the other side of the hub.
 *
 * @param adapter which adapter speaks to it, for example {@code idoc} or {@code database}
 * @param settings where it is, as the adapter and its routes need it; relative paths lie in the data folder
 * @param bundles mapping bundle by what it maps: a canonical title for what is delivered, a message type such as ORDRSP for
 *                what is collected
 * @param values what mappings may write for this system (client, ports, partner numbers), read as {@code erp.<name>}
 * @param codeLists as for {@link Partner}
 */
public record ErpSystem(String name, String title, boolean enabled, String adapter, Map<String, String> settings,
                        Map<String, String> bundles, Map<String, String> values, String codeLists) {
}
