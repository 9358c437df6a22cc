// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner;

import java.util.List;
import java.util.Optional;

/** The connections of {@code config/partners}. */
public interface Connections {
    List<Connection> all();

    /** By the connection's own name. */
    default Optional<Connection> find(String name) {
        return all().stream().filter(c -> c.name().equals(name)).findFirst();
    }

    /** The connection that a partner's channel is. */
    default Optional<Connection> of(String partner, String channel) {
        return all().stream().filter(c -> c.partner().equals(partner) && c.channel().equals(channel)).findFirst();
    }
}
