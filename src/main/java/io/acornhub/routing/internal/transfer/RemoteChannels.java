// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.transfer;

import io.acornhub.partner.Channel;
import io.acornhub.partner.Configuration;
import io.acornhub.partner.ErpSystem;
import io.acornhub.partner.Partner;
import org.springframework.stereotype.Component;

/** Channels by the name of their connection, so that endpoints carry that name and nothing of the settings. */
@Component
class RemoteChannels {
    private final Configuration configuration;

    RemoteChannels(Configuration configuration) {
        this.configuration = configuration;
    }

    /** @throws IllegalArgumentException naming what is to be corrected in the channel's file */
    RemoteSettings of(String connection) {
        for (Partner partner : configuration.partners()) {
            for (Channel channel : partner.channels()) {
                if (connection.equals(partner.name() + "-" + channel.name())) {
                    return RemoteSettings.of(connection, channel);
                }
            }
        }
        for (ErpSystem system : configuration.erpSystems()) {
            for (Channel channel : system.channels()) {
                if (connection.equals(system.name() + "-" + channel.name())) {
                    return RemoteSettings.of(connection, channel);
                }
            }
        }
        throw new IllegalArgumentException("there is no connection " + connection);
    }
}
