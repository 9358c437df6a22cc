// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.http;

import io.acornhub.partner.Channel;
import io.acornhub.partner.Configuration;
import io.acornhub.partner.ErpSystem;
import io.acornhub.partner.Partner;
import io.acornhub.routing.HubSettings;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Channels by the name of their connection, {@code <partner>-<channel>} or {@code <system>-<channel>}. */
@Component
class Doors {
    private final Configuration configuration;
    private final HubSettings settings;
    private final Map<String, DoorSettings> known = new ConcurrentHashMap<>();

    Doors(Configuration configuration, HubSettings settings) {
        this.configuration = configuration;
        this.settings = settings;
    }

    /** @throws IllegalArgumentException naming what is wrong with the channel */
    DoorSettings of(String counterpart, String connection) {
        return known.computeIfAbsent(connection, name -> DoorSettings.of(channel(counterpart, name).orElseThrow(
            () -> new IllegalArgumentException("there is no channel of connection " + name)).settings(), settings.flow().largest()));
    }

    /** The channel of a connection to a partner or, where no partner has it, to an ERP system. */
    Optional<Channel> channel(String counterpart, String connection) {
        String name = connection.substring(Math.min(connection.length(), counterpart.length() + 1));
        return configuration.partner(counterpart).map(Partner::channels).or(() -> configuration.erpSystem(counterpart)
            .map(ErpSystem::channels)).flatMap(channels -> channels.stream().filter(c -> c.name().equals(name)).findFirst());
    }
}
