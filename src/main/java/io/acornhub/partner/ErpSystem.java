// SPDX-License-Identifier: Apache-2.0
package io.acornhub.partner;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One file of {@code config/erp}: a system on the other side of the hub.
 *
 * @param adapter which adapter speaks to it, for example {@code idoc} or {@code database}
 * @param settings where it is, as the adapter and its routes need it; relative paths lie in the data folder
 * @param bundles mapping bundle by what it maps: a canonical title for what is delivered, a message type such as ORDRSP for
 *                what is collected, or both parts of an IDoc such as DESADV.DELVRY03 where types differ
 * @param values what mappings may write for this system (client, ports, partner numbers), read as {@code erp.<name>}
 * @param codeLists as for {@link Partner}
 * @param channels where its files are picked up besides the folder {@code inbox}, as for {@link Partner}
 */
public record ErpSystem(String name, String title, boolean enabled, String adapter, Map<String, String> settings,
                        Map<String, String> bundles, Map<String, String> values, String codeLists,
                        List<Channel> channels) {

    /**
     * The bundle that reads what is collected.
     *
     * @param message message type such as DESADV
     * @param idocType IDoc type such as DELVRY03, which may have a bundle of its own; null where there is none
     */
    public Optional<String> bundleFor(String message, String idocType) {
        return Optional.ofNullable(bundles.get(message + "." + idocType)).or(() -> Optional.ofNullable(bundles.get(message)));
    }
}
