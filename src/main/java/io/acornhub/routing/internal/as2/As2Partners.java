// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.as2;

import io.acornhub.channel.as2.As2Settings;
import io.acornhub.interchange.ChannelFault;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.FaultException;
import io.acornhub.partner.Channel;
import io.acornhub.partner.Configuration;
import io.acornhub.partner.Partner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The enabled AS2 channels of all partners. One whose settings cannot be read is named in the log and is not there. */
@Component
class As2Partners {
    private static final Logger LOG = LoggerFactory.getLogger(As2Partners.class);
    private final List<As2Partner> all = new ArrayList<>();

    As2Partners(Configuration configuration) {
        for (Partner partner : configuration.partners()) {
            partner.channels().stream().filter(c -> c.enabled() && Channel.AS2.equals(c.type())).forEach(c -> add(partner, c));
        }
    }

    private void add(Partner partner, Channel channel) {
        try {
            all.add(new As2Partner(partner.name(), channel, As2Settings.of(channel)));
        } catch (FaultException e) {
            LOG.error("config    config/partners/{}.yaml, channel {}: left out: {}", partner.name(), channel.name(), e.getMessage());
        }
    }

    /** The channel of a pair of identifiers, the first where two have the same. */
    Optional<As2Partner> of(String ownId, String partnerId) {
        return all.stream().filter(p -> p.settings().ownId().equals(ownId) && p.settings().partnerId().equals(partnerId)).findFirst();
    }

    /** @throws ChannelFault where it is not there */
    As2Partner of(String connection) {
        return all.stream().filter(p -> p.connection().equals(connection)).findFirst().orElseThrow(() -> new ChannelFault(Fault.of(
            FaultCode.TARGET_UNREACHABLE, "AS2 channel " + connection
                + " is not configured; see config/partners and the start of the log.")));
    }
}
