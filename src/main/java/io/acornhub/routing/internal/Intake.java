// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import io.acornhub.archive.Archive;
import io.acornhub.interchange.HubId;
import io.acornhub.interchange.Interchange;
import io.acornhub.interchange.Interchanges;
import io.acornhub.routing.Queues;
import io.acornhub.routing.WorkMessage;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What every source shares: bytes that are archived become an interchange, RECEIVED, under a key that never makes a second one.
 * Only when this has returned may the sender be answered or the original be deleted; a message for the next stage that is lost
 * after that is sent by the sweep.
 */
@Component
public class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    private static final int LONGEST_NAME = 255;
    private final Interchanges interchanges;
    private final TransactionTemplate transaction;

    public Intake(Interchanges interchanges, TransactionTemplate transaction) {
        this.interchanges = interchanges;
        this.transaction = transaction;
    }

    /**
     * Where bytes came from.
     *
     * @param direction INBOUND on the way to the ERP, OUTBOUND on the way to the partner
     * @param counterpart name of the partner or ERP system
     * @param channel under which the pick-up is recorded, unique in the hub
     */
    public record Origin(String direction, Interchange.Side side, String counterpart, String channel) {

        /** The stage that reads what came from here. */
        public String next() {
            return side == Interchange.Side.PARTNER ? Queues.INBOUND_IDENTIFY : Queues.OUTBOUND_IDENTIFY;
        }
    }

    /** @param isNew false where the key came before; the interchange is the earlier one then */
    public record Taken(Interchange interchange, boolean isNew) {

        public WorkMessage message() {
            return WorkMessage.ofInterchange(interchange.id());
        }
    }

    /** What came under this key before. */
    public Optional<Interchange> known(Origin origin, String key) {
        return interchanges.ofIngress(origin.channel() + "/" + key);
    }

    public Taken take(Origin origin, String key, String name, Archive.Entry stored) {
        return take(origin, key, name, stored, taken -> { });
    }

    /**
     * @param key of the sender's for this delivery; the same again is the same delivery
     * @param name as the sender calls it, to be shown only, never a path
     * @param besides what is to be written in the same transaction
     */
    public Taken take(Origin origin, String key, String name, Archive.Entry stored, Consumer<Interchange> besides) {
        String ingress = origin.channel() + "/" + key;
        Interchange row = new Interchange(HubId.next(), origin.direction(), origin.side(), origin.counterpart(), origin.channel(), ingress,
            shortened(name), stored.sha256(), stored.size(), 1, null, null, null, null, null, Interchange.Status.RECEIVED, null,
            Instant.now(), null, null, 0, null);
        try {
            transaction.executeWithoutResult(status -> {
                interchanges.insert(row);
                interchanges.event(row.id(), "receive", "received", "file " + name + ", " + stored.size() + " bytes, SHA-256 "
                    + stored.sha256());
                besides.accept(row);
            });
        } catch (DuplicateKeyException e) {
            return new Taken(interchanges.ofIngress(ingress).orElseThrow(() -> e), false);
        }
        LOG.info("receive   {} file {} from {}, {} bytes", row.id(), name, origin.counterpart(), stored.size());
        return new Taken(row, true);
    }

    private static String shortened(String name) {
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }
}
