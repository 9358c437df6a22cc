// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.as2;

import io.acornhub.interchange.As2Message;
import io.acornhub.interchange.As2Message.State;
import io.acornhub.interchange.As2Messages;
import io.acornhub.interchange.Interchange;
import io.acornhub.routing.Queues;
import io.acornhub.routing.WorkMessage;
import io.acornhub.routing.internal.StageTools;
import io.acornhub.routing.internal.Transmissions;
import java.time.Clock;
import java.util.Optional;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/**
 * Outbound: a stored interchange becomes a message once. Its bytes and message id are archived and committed before the first post,
 * and every attempt posts the same, which is how AS2 tells a repeat from a second document.
 */
@Component("as2Sending")
public class As2Sending {
    private final StageTools tools;
    private final Transmissions transmissions;
    private final As2Partners partners;
    private final As2Messages messages;
    private final As2Packing packing;
    private final As2Exchange exchange;
    private final Clock clock;

    As2Sending(StageTools tools, Transmissions transmissions, As2Partners partners, As2Messages messages, As2Packing packing,
               As2Exchange exchange, Clock clock) {
        this.tools = tools;
        this.transmissions = transmissions;
        this.partners = partners;
        this.messages = messages;
        this.packing = packing;
        this.exchange = exchange;
        this.clock = clock;
    }

    public void post(WorkMessage message, @Header("AcornConnection") String connection) {
        tools.traced(Queues.OUTBOUND_SEND, message, () -> {
            transmissions.open(message).ifPresent(interchange -> send(interchange, partners.of(connection)));
            return null;
        });
    }

    private void send(Interchange interchange, As2Partner partner) {
        Optional<As2Message> begun = messages.lastOf(interchange.id()).filter(m -> goesOn(m, interchange));
        As2Message packed = begun.isPresent() ? begun.get() : packing.pack(interchange, partner);
        begin(interchange, packed).ifPresent(message -> exchange.post(partner, message));
    }

    /** A post of that message may have got through; any other state was decided, so that the next post is a message of its own. */
    private static boolean goesOn(As2Message message, Interchange interchange) {
        return interchange.status() == Interchange.Status.STAGED && message.state() == State.POSTING;
    }

    /** Commits which message carries the interchange and that it is posted now; empty where the interchange has left meanwhile. */
    private Optional<As2Message> begin(Interchange interchange, As2Message packed) {
        return tools.transaction().execute(status -> {
            Interchange locked = tools.interchanges().lock(interchange.id());
            if (locked.status() != Interchange.Status.READY && locked.status() != Interchange.Status.STAGED) {
                return Optional.empty();
            }
            Optional<As2Message> last = messages.lastOf(interchange.id());
            As2Message message = last.filter(m -> goesOn(m, locked)).orElse(packed);
            if (message == packed && last.stream().noneMatch(m -> m.id().equals(packed.id()))) {
                last.filter(m -> m.state() == State.AWAITING_MDN).ifPresent(m -> messages.decided(m.id(), State.EXPIRED, null, null, null,
                    clock.instant(), "the interchange was sent again by hand as " + packed.messageId()));
                messages.insert(packed);
                messages.step(packed.id(), clock.instant(), "packed", packed.words(), packed.messageSha256());
                tools.interchanges().status(interchange.id(), Interchange.Status.STAGED);
            }
            messages.state(message.id(), State.POSTING, message.attempts() + 1, null, "posted " + (message.attempts() + 1)
                + " times, no answer yet");
            return messages.find(message.id());
        });
    }
}
