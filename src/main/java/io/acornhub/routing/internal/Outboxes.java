// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import io.acornhub.interchange.Interchange;
import io.acornhub.routing.Queues;
import org.springframework.stereotype.Component;

/** Which queue an outgoing interchange goes to: one for each partner's channel. */
@Component
public class Outboxes {

    public String queueOf(Interchange interchange) {
        return queueOf(interchange.counterpart(), interchange.channel());
    }

    public String queueOf(String partner, String channel) {
        return Queues.name(Queues.OUTBOUND_SEND, partner + "-" + channel);
    }
}
