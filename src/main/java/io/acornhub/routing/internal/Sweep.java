// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import io.acornhub.interchange.Document;
import io.acornhub.interchange.DocumentState;
import io.acornhub.interchange.Interchange;
import io.acornhub.interchange.Leases;
import io.acornhub.routing.HubSettings;
import io.acornhub.routing.Queues;
import io.acornhub.routing.WorkMessage;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Finds what a crash left between the database and the queues and sends it on again. Ingress, interventions and reports of
 * status have such a gap: they commit the database before any message exists. So has a retry: the broker stores a delayed
 * message only after the commit that takes the failed one away. Sending once too often is harmless, since every stage knows
 * what it has done; each failed attempt counts as a sign of life, so that work between two attempts is left alone.
 */
@Component("sweep")
public class Sweep {
    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    private static final int MOST = 500;
    private final StageTools tools;
    private final Leases leases;
    private final WorkSender sender;
    private final Outboxes outboxes;
    private final Deliveries deliveries;

    public Sweep(StageTools tools, Leases leases, WorkSender sender, Outboxes outboxes, Deliveries deliveries) {
        this.tools = tools;
        this.leases = leases;
        this.sender = sender;
        this.outboxes = outboxes;
        this.deliveries = deliveries;
    }

    /** One look; only one hub process at a time looks. */
    public void run() {
        if (!leases.holds("sweep")) {
            return;
        }
        HubSettings.Sweep settings = tools.settings().sweep();
        Map<String, Boolean> idle = new HashMap<>();
        for (Interchange stranded : interchanges(Interchange.Status.RECEIVED, settings.ingressAfter())) {
            boolean fromPartner = stranded.side() == Interchange.Side.PARTNER;
            resend(idle, Queues.name(fromPartner ? Queues.INBOUND_IDENTIFY : Queues.OUTBOUND_IDENTIFY),
                WorkMessage.ofInterchange(stranded.id()));
        }
        for (Interchange.Status status : List.of(Interchange.Status.READY, Interchange.Status.STAGED)) {
            for (Interchange stranded : interchanges(status, settings.stageAfter())) {
                resend(idle, outboxes.queueOf(stranded), WorkMessage.ofInterchange(stranded.id()));
            }
        }
        documents(idle, DocumentState.RECEIVED, settings.stageAfter());
        documents(idle, DocumentState.TRANSLATED, settings.stageAfter());
        Instant now = Instant.now();
        for (Deliveries.Stale stale : deliveries.stale(now.minus(settings.stageAfter()), now.minus(settings.ingressAfter()), MOST)) {
            resend(idle, Queues.name(Queues.INBOUND_DELIVER, stale.system()),
                new WorkMessage(stale.interchange(), List.of(stale.document())));
        }
    }

    private List<Interchange> interchanges(Interchange.Status status, Duration after) {
        Timestamp since = Timestamp.from(Instant.now().minus(after));
        return tools.interchanges().select("where status = ? and received_at < ? and not exists (select 1 from event e where e.subject = "
            + "interchange.id and e.at > ?) and not exists (select 1 from parked p where p.subject = "
            + "interchange.id and p.replayed_at is null) and not exists (select 1 from submission s where s.interchange_id = "
            + "interchange.id and s.look_at is not null) "
            + "order by received_at limit " + MOST, status.name(), since, since);
    }

    private void documents(Map<String, Boolean> idle, DocumentState state, Duration after) {
        List<Document> stranded = tools.documents().select("where state = ? and updated_at < ? order by updated_at limit " + MOST,
            state.name(), Timestamp.from(Instant.now().minus(after)));
        for (Document document : stranded) {
            resend(idle, Queues.name(HubInterventions.goesOnWith(document)),
                new WorkMessage(document.interchangeId(), List.of(document.id())));
        }
    }

    /** @param idle whether nothing waited in a queue before this look: what the look itself sends must not keep the rest back */
    private void resend(Map<String, Boolean> idle, String queue, WorkMessage message) {
        if (idle.computeIfAbsent(queue, sender::isEmpty)) {
            LOG.info("sweep     {} lay still, sent to {}", message.trace(), queue);
            sender.send(queue, message);
        }
    }
}
