// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import io.acornhub.canonical.CanonicalDocument;
import io.acornhub.canonical.ProcessingStatus;
import io.acornhub.canonical.ShipmentNotice;
import io.acornhub.interchange.Document;
import io.acornhub.interchange.DocumentChange;
import io.acornhub.interchange.Fault;
import io.acornhub.lifecycle.DeadlineEvents;
import io.acornhub.lifecycle.DocumentKeys;
import io.acornhub.lifecycle.Finding;
import io.acornhub.lifecycle.OrderBook;
import io.acornhub.lifecycle.OrderLifecycle;
import io.acornhub.lifecycle.Verdicts;
import io.acornhub.lifecycle.guards.GuardSettings;
import io.acornhub.lifecycle.guards.Guards;
import io.acornhub.partner.Agreement;
import io.acornhub.partner.Partner;
import io.acornhub.routing.Queues;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Outbound: completes what the ERP said by what is known of the order, and holds what must not be sent as it is. */
@Component("guarding")
public class Guarding extends DocumentStage {
    private final CanonicalStore canonical;
    private final OrderLifecycle lifecycle;
    private final Addressee addressee;
    private final Completion completion;
    private final DeadlineEvents deadlines;
    private final StatusAnswers statusAnswers;
    private final OutboundAgreements agreements;

    public Guarding(StageTools tools, CanonicalStore canonical, OrderLifecycle lifecycle, Addressee addressee, Completion completion,
                    DeadlineEvents deadlines, StatusAnswers statusAnswers, OutboundAgreements agreements) {
        super(Queues.OUTBOUND_GUARD, tools);
        this.canonical = canonical;
        this.lifecycle = lifecycle;
        this.addressee = addressee;
        this.completion = completion;
        this.deadlines = deadlines;
        this.statusAnswers = statusAnswers;
        this.agreements = agreements;
    }

    @Override
    protected Step work(Document document) {
        CanonicalDocument content = canonical.read(document);
        if (content instanceof ProcessingStatus status) {
            return change -> statusAnswers.apply(change, document, status);
        }
        Partner partner = addressee.of(document, content).on(document.createdAt());
        OrderBook book = lifecycle.book(partner, content, document.id());
        CanonicalDocument completed = completion.of(content, partner, book, document.id());
        Optional<Fault> conflict = agreements.conflict(partner, completed);
        if (conflict.isPresent()) {
            return change -> decide(change, document, partner, completed, new Verdicts(List.of(), List.of(conflict.get()), List.of()));
        }
        Agreement agreement = agreements.of(partner, completed);
        List<Finding> findings = Guards.check(completed, book, GuardSettings.of(partner, agreement,
            tools.configuration().codeLists()));
        Verdicts verdicts = Verdicts.of(findings, agreement);
        return change -> decide(change, document, partner, completed, verdicts);
    }

    private void decide(DocumentChange change, Document document, Partner partner, CanonicalDocument content, Verdicts verdicts) {
        change.partner(partner.name()).canonical(content.type(), canonical.keep(canonical.write(content)))
            .business(content.businessKey(), content.vendorCode());
        DocumentKeys.of(content).forEach(key -> change.key(key.kind(), key.value()));
        if (content instanceof ShipmentNotice notice) {
            // held or not, the goods have left
            deadlines.shipped(partner, notice, document.id(), document.createdAt());
        }
        Holds holds = document.releasedBy() == null ? Holds.of(verdicts) : Holds.NONE;
        if (!holds.isEmpty()) {
            holds.write(change, Queues.OUTBOUND_GUARD);
            tools.log(Queues.OUTBOUND_GUARD, document.id(), document.message() + " " + content.documentNumber() + " held: "
                + holds.first().inWords());
            return;
        }
        change.faults(document.releasedBy() == null ? verdicts.warnings() : List.of()).done(Queues.OUTBOUND_GUARD)
            .event(Queues.OUTBOUND_GUARD, "guarded",
                document.releasedBy() == null ? "every guard passed" : "released by " + document.releasedBy());
        tools.log(Queues.OUTBOUND_GUARD, document.id(), document.message() + " " + content.documentNumber() + " passed");
    }

    @Override
    protected void handOn(Emission emission, String interchange, List<Document> passed) {
        List<Document> leaving = passed.stream().filter(d -> d.partner() != null).toList();
        if (!leaving.isEmpty()) {
            emission.addAll(Queues.OUTBOUND_ENVELOPE, interchange, ids(leaving), tools.settings().flow().batch());
        }
    }
}
