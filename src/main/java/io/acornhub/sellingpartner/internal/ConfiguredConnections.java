// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner.internal;

import io.acornhub.partner.Channel;
import io.acornhub.partner.Configuration;
import io.acornhub.partner.Partner;
import io.acornhub.sellingpartner.Connection;
import io.acornhub.sellingpartner.Connections;
import java.util.ArrayList;
import java.util.List;

/** Every enabled channel of type {@code spapi}; one whose settings are bad is no connection, and the problems say why. */
public final class ConfiguredConnections implements Connections {
    private final List<Connection> connections = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    public ConfiguredConnections(Configuration configuration) {
        for (Partner partner : configuration.partners()) {
            for (Channel channel : partner.channels()) {
                if (channel.isSpapi() && channel.enabled()) {
                    add(partner, channel);
                }
            }
        }
    }

    private void add(Partner partner, Channel channel) {
        ConnectionReader reader = new ConnectionReader(partner, channel);
        Connection connection = reader.read();
        if (connection != null) {
            connections.add(connection);
        }
        problems.addAll(reader.problems());
    }

    @Override
    public List<Connection> all() {
        return List.copyOf(connections);
    }

    @Override
    public List<String> problems() {
        return List.copyOf(problems);
    }
}
