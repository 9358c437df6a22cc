// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.checks;

import io.acornhub.partner.Channel;
import io.acornhub.partner.Configuration;
import io.acornhub.partner.Defect;
import io.acornhub.partner.ErpSystem;
import io.acornhub.partner.Partner;
import io.acornhub.partner.Places;
import java.util.ArrayList;
import java.util.List;

/**
 * An enabled channel with whose it is.
 *
 * @param folder of its file: {@code partners} or {@code erp}
 * @param owner name of the partner or ERP system
 * @param usage the partner's, P or T; null for an ERP system
 */
record Connection(String folder, String owner, String usage, Channel channel) {

    static List<Connection> of(Configuration configuration) {
        List<Connection> all = new ArrayList<>();
        for (Partner partner : configuration.partners()) {
            partner.channels().stream().filter(Channel::enabled)
                .forEach(channel -> all.add(new Connection("partners", partner.name(), partner.usage(), channel)));
        }
        for (ErpSystem system : configuration.erpSystems()) {
            system.channels().stream().filter(Channel::enabled)
                .forEach(channel -> all.add(new Connection("erp", system.name(), null, channel)));
        }
        return all;
    }

    String name() {
        return owner + "-" + channel.name();
    }

    String setting(String key) {
        return channel.settings().getOrDefault(key, "").strip();
    }

    Defect error(Places places, String below, String text) {
        return places.ofChannel(Defect.Level.ERROR, folder, owner, channel.name(), below, text);
    }

    Defect warning(Places places, String below, String text) {
        return places.ofChannel(Defect.Level.WARNING, folder, owner, channel.name(), below, text);
    }
}
