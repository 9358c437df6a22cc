// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.http;

import io.acornhub.interchange.Document;
import io.acornhub.interchange.DocumentChange;
import io.acornhub.interchange.DocumentState;
import io.acornhub.interchange.HttpPosts;
import io.acornhub.interchange.Light;
import io.acornhub.routing.Interventions.Outcome;
import io.acornhub.routing.Queues;
import io.acornhub.routing.internal.Deliveries;
import io.acornhub.routing.internal.StageTools;
import io.acornhub.routing.internal.Transmissions;
import io.acornhub.routing.internal.WorkSender;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a person found out about a post whose outcome nobody knew: the other side has it, so it is not posted again. */
@Component
public class PostedArrivals {
    private final StageTools tools;
    private final HttpPosts posts;
    private final Deliveries deliveries;
    private final Transmissions transmissions;
    private final WorkSender sender;
    private final Clock clock;

    public PostedArrivals(StageTools tools, HttpPosts posts, Deliveries deliveries, Transmissions transmissions, WorkSender sender,
                          Clock clock) {
        this.tools = tools;
        this.posts = posts;
        this.deliveries = deliveries;
        this.transmissions = transmissions;
        this.sender = sender;
        this.clock = clock;
    }

    /** Of a document that was posted to an ERP system, or of the interchange that it left in; nothing where no one asks. */
    public Optional<Outcome> arrived(String documentId, String who, String reason) {
        String words = "it arrived, as " + who + " says: " + reason;
        Optional<Document> document = tools.documents().find(documentId);
        String outgoing = document.map(Document::outgoingId).orElse(null);
        List<String> systems = document.isEmpty() ? List.of() : posts.unknown(documentId);
        List<String> connections = outgoing == null ? List.of() : posts.unknown(outgoing);
        systems.forEach(system -> atSystem(system, documentId, words, who));
        connections.forEach(connection -> atPartner(connection, outgoing, words, who));
        return systems.isEmpty() && connections.isEmpty() ? Optional.empty()
            : Optional.of(new Outcome(true, "Document " + documentId + " counts as delivered."));
    }

    private void atSystem(String system, String documentId, String words, String who) {
        String queue = Queues.name(Queues.INBOUND_DELIVER, system);
        tools.transaction().executeWithoutResult(status -> {
            Document locked = tools.documents().lock(List.of(documentId)).get(0);
            posts.done(system, documentId, words, clock.instant());
            deliveries.set(system, "DELIVERED", Map.of(documentId, words.length() > 120 ? words.substring(0, 120) : words));
            tools.parked().open(documentId).stream().filter(p -> p.queue().equals(queue)).forEach(p -> tools.parked().taken(p.id(), who));
            DocumentChange change = new DocumentChange(locked).event("operations", "arrived", system + ": " + words);
            if (deliveries.complete(documentId)) {
                change.state(DocumentState.DELIVERED).light(Light.DELIVERED, Light.Colour.GREEN);
            }
            tools.documents().apply(List.of(change));
        });
        sender.takeFromParked(queue, documentId);
    }

    private void atPartner(String connection, String interchange, String words, String who) {
        List<String> queues = tools.parked().open(interchange).stream().map(p -> p.queue()).toList();
        tools.transaction().executeWithoutResult(status -> {
            posts.done(connection, interchange, words, clock.instant());
            tools.parked().open(interchange).forEach(p -> tools.parked().taken(p.id(), who));
            transmissions.sent(tools.interchanges().find(interchange).orElseThrow(), words, Light.Colour.GREEN);
        });
        queues.forEach(queue -> sender.takeFromParked(queue, interchange));
    }
}
