// SPDX-License-Identifier: Apache-2.0
package io.acornhub.erp.http;

import io.acornhub.channel.http.Outcome;
import io.acornhub.channel.http.Posting;
import io.acornhub.channel.http.Receiver;
import io.acornhub.channel.http.TlsContexts;
import io.acornhub.erp.Delivered;
import io.acornhub.erp.Delivery;
import io.acornhub.erp.ErpAdapter;
import io.acornhub.erp.PostedDeliveries;
import io.acornhub.erp.PostedDeliveries.Verdict;
import io.acornhub.erp.PostedDeliveries.Verdict.What;
import io.acornhub.partner.ErpSystem;
import io.acornhub.partner.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Posts each document to the URL of the setting {@code url}: in the format of the bundle that the system names for its kind, else as
 * canonical JSON. Settings are those of {@link Receiver}.
 *
 * <p>Exactly once: the document's id is the key of the post (headers Idempotency-Key and, signed, webhook-id) on every attempt, and the
 * receiver takes one key once. What it was seen to take is not posted again. A receiver that cannot tell repeats says {@code
 * retryUnknown: "false"}: then a post whose outcome nobody knows waits for a person.
 */
public final class HttpAdapter implements ErpAdapter {
    private static final Set<Integer> LATER = Set.of(408, 425, 429, 503);
    private final PostedDeliveries deliveries;
    private final Secrets secrets;
    private final TlsContexts tls;
    private final Clock clock;

    public HttpAdapter(PostedDeliveries deliveries, Secrets secrets, TlsContexts tls, Clock clock) {
        this.deliveries = deliveries;
        this.secrets = secrets;
        this.tls = tls;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "http";
    }

    @Override
    public boolean twoPhase() {
        return true;
    }

    @Override
    public void prepare(ErpSystem system, List<Delivery> all) {
        deliveries.prepare(system, all);
    }

    @Override
    public Delivered commit(ErpSystem system, List<Delivery> all) {
        String url = system.settings().get("url");
        if (url == null || url.isBlank()) {
            throw new IllegalArgumentException("config/erp/" + system.name() + ".yaml: settings.url is missing");
        }
        return deliveries.commit(system, all, new JsonWay(system, Receiver.of(system.settings(), "application/json")));
    }

    private final class JsonWay implements PostedDeliveries.Way {
        private final ErpSystem system;
        private final Receiver receiver;

        JsonWay(ErpSystem system, Receiver receiver) {
            this.system = system;
            this.receiver = receiver;
        }

        @Override
        public Posting posting(Delivery delivery) {
            byte[] body = delivery.rendered() == null ? delivery.json().getBytes(StandardCharsets.UTF_8) : delivery.rendered();
            try {
                Posting posting = receiver.posting(delivery.documentId(), Posting.Body.of(body), secrets, clock,
                    tls.of(system, clock.instant()));
                return posting.with(Map.of("Acorn-Document", delivery.document().type()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Verdict verdict(Delivery delivery, Outcome.Answered answer) {
            if (answer.isGood() || answer.status() == 409 && receiver.conflictIsDelivered()) {
                return new Verdict(What.TAKEN, "key " + delivery.documentId() + ", HTTP " + answer.status(), Duration.ZERO);
            }
            if (LATER.contains(answer.status())) {
                return new Verdict(What.LATER, answer.inWords(), answer.retryAfter(clock));
            }
            return new Verdict(answer.status() >= 500 ? What.UNKNOWN : What.REFUSED, answer.inWords(), answer.retryAfter(clock));
        }

        @Override
        public boolean isRepeatable() {
            return receiver.retryUnknown();
        }

        @Override
        public String whereToLook(Delivery delivery) {
            return "Look there for " + delivery.document().businessKey() + " or for the key " + delivery.documentId() + ".";
        }
    }
}
