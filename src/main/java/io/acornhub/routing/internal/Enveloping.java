// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import io.acornhub.canonical.CanonicalDocument;
import io.acornhub.interchange.Document;
import io.acornhub.interchange.DocumentChange;
import io.acornhub.interchange.Interchange;
import io.acornhub.lifecycle.OrderLifecycle;
import io.acornhub.partner.Agreement;
import io.acornhub.partner.Partner;
import io.acornhub.routing.Queues;
import io.acornhub.routing.WorkMessage;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Outbound: canonical document to what its agreement says: an interchange, or the body of a request. What is written is proven
 * first; the life of the order is asked in the transaction that stores it, so that nothing leaves that it refuses.
 */
@Component("enveloping")
public class Enveloping extends DocumentStage {
    private final CanonicalStore canonical;
    private final OutboundAgreements agreements;
    private final List<Envelopes> forms;
    private final OrderLifecycle lifecycle;
    private final Outboxes outboxes;
    private final Clock clock;

    public Enveloping(StageTools tools, CanonicalStore canonical, OutboundAgreements agreements, List<Envelopes> forms,
                      OrderLifecycle lifecycle, Outboxes outboxes, Clock clock) {
        super(Queues.OUTBOUND_ENVELOPE, tools);
        this.canonical = canonical;
        this.agreements = agreements;
        this.forms = forms;
        this.lifecycle = lifecycle;
        this.outboxes = outboxes;
        this.clock = clock;
    }

    @Override
    protected Step work(Document document) {
        Partner partner = tools.partner(document);
        CanonicalDocument content = canonical.read(document);
        Agreement agreement = agreements.of(partner, content);
        Envelopes form = forms.stream().filter(f -> f.takes(partner, agreement)).findFirst().orElseThrow();
        Envelopes.Sealed sealed = form.seal(document, content, partner, agreement);
        return change -> store(change, document, partner, agreement, content, sealed);
    }

    private void store(DocumentChange change, Document document, Partner partner, Agreement agreement, CanonicalDocument content,
                       Envelopes.Sealed sealed) {
        Holds illegal = Holds.of(lifecycle.sent(partner, content, document.id(), clock.instant()));
        if (!illegal.isEmpty()) {
            illegal.write(change, Queues.OUTBOUND_ENVELOPE);
            tools.log(Queues.OUTBOUND_ENVELOPE, document.id(), agreement.document() + " " + content.documentNumber() + " held: "
                + illegal.first().inWords());
            return;
        }
        sealed.store(change);
        change.done(Queues.OUTBOUND_ENVELOPE);
    }

    @Override
    protected void handOn(Emission emission, String interchange, List<Document> passed) {
        for (Document document : passed) {
            Interchange out = tools.interchange(document.outgoingId());
            emission.address(outboxes.queueOf(out), WorkMessage.ofInterchange(out.id()));
        }
    }
}
