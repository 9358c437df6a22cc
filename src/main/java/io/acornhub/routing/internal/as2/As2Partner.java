// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.as2;

import io.acornhub.channel.Certificates;
import io.acornhub.channel.as2.As2Profile;
import io.acornhub.channel.as2.As2Settings;
import io.acornhub.interchange.Interchange;
import io.acornhub.partner.Channel;
import io.acornhub.routing.internal.Intake;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/**
 * An enabled AS2 channel of a partner.
 *
 * @param partner the partner's name in the hub
 */
record As2Partner(String partner, Channel channel, As2Settings settings) {

    /** As routes and queues call it. */
    String connection() {
        return partner + "-" + channel.name();
    }

    Intake.Origin origin() {
        return new Intake.Origin("INBOUND", Interchange.Side.PARTNER, partner, connection());
    }

    As2Profile profile(Certificates certificates, Instant moment) {
        return As2Profile.of(channel, certificates, moment);
    }

    /**
     * Whether an asynchronous receipt may be posted there: the sender of a message could name any host otherwise, one inside the
     * house too. An entry of {@code mdnHosts} without a port stands for the ports 80 and 443 and that of {@code url}.
     */
    boolean mayPostTo(String address) {
        URI to;
        try {
            to = URI.create(address);
        } catch (IllegalArgumentException e) {
            return false;
        }
        String scheme = to.getScheme() == null ? "" : to.getScheme().toLowerCase(Locale.ROOT);
        if (to.getHost() == null || to.getUserInfo() != null || !Set.of("http", "https").contains(scheme)) {
            return false;
        }
        String host = to.getHost().toLowerCase(Locale.ROOT);
        int port = to.getPort() >= 0 ? to.getPort() : "https".equals(scheme) ? 443 : 80;
        URI own = settings.url();
        boolean usual = port == 80 || port == 443 || own != null && own.getPort() == port && host.equalsIgnoreCase(own.getHost());
        return settings.mdnHosts().contains(host + ":" + port) || usual && settings.mdnHosts().contains(host);
    }
}
