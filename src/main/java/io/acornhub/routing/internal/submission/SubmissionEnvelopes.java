// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.submission;

import io.acornhub.canonical.CanonicalDocument;
import io.acornhub.interchange.Document;
import io.acornhub.interchange.DocumentChange;
import io.acornhub.interchange.DocumentState;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.HubId;
import io.acornhub.interchange.Interchange;
import io.acornhub.interchange.Light;
import io.acornhub.interchange.MappingFault;
import io.acornhub.partner.Agreement;
import io.acornhub.partner.Partner;
import io.acornhub.routing.Queues;
import io.acornhub.routing.internal.CanonicalStore;
import io.acornhub.routing.internal.Envelopes;
import io.acornhub.routing.internal.Mapper;
import io.acornhub.routing.internal.Outgoing;
import io.acornhub.routing.internal.StageTools;
import io.acornhub.sellingpartner.Operation;
import io.acornhub.sellingpartner.Submission;
import io.acornhub.sellingpartner.SubmissionState;
import io.acornhub.sellingpartner.Submissions;
import org.springframework.stereotype.Component;

/**
 * The body of one request, checked by its bundle's schema, with the row that says what becomes of it. One document a request: the
 * errors of a transaction do not say which of several they are about.
 */
@Component
public class SubmissionEnvelopes implements Envelopes {
    private final StageTools tools;
    private final CanonicalStore canonical;
    private final Mapper mapper;
    private final Outgoing outgoing;
    private final Submissions submissions;

    public SubmissionEnvelopes(StageTools tools, CanonicalStore canonical, Mapper mapper, Outgoing outgoing, Submissions submissions) {
        this.tools = tools;
        this.canonical = canonical;
        this.mapper = mapper;
        this.outgoing = outgoing;
        this.submissions = submissions;
    }

    @Override
    public boolean takes(Partner partner, Agreement agreement) {
        return partner.channel(agreement.channel()).isSpapi();
    }

    @Override
    public Sealed seal(Document document, CanonicalDocument content, Partner partner, Agreement agreement) {
        Operation operation = Operation.of(agreement.document()).filter(Operation::isPost).orElseThrow(() -> new MappingFault(Fault.of(
            FaultCode.AGREEMENT_MISSING, "'" + agreement.document() + "' of config/partners/" + partner.name() + ".yaml is no operation "
                + "that posts a document. Name one such as submitAcknowledgement, restart and replay.")));
        byte[] body = mapper.toJson(agreement, canonical.json(document), partner, document);
        return change -> store(change, content, partner, agreement, operation, body);
    }

    private void store(DocumentChange change, CanonicalDocument content, Partner partner, Agreement agreement, Operation operation,
                       byte[] body) {
        Interchange stored = outgoing.storeBody(partner, agreement.channel(), operation.id(), body);
        submissions.ofDocument(change.id()).stream().filter(s -> s.state() != SubmissionState.SUPERSEDED).forEach(s -> submissions.save(
            s.decided(SubmissionState.SUPERSEDED, s.transactionState(), stored.receivedAt(), null, Submission.Proof.of(
                "sent again as " + stored.controlNumber()))));
        submissions.insert(new Submission(HubId.next(), stored.id(), change.id(), partner.name(), partner.name() + "-"
            + agreement.channel(), operation, content.documentNumber(), content.vendorCode(), SubmissionState.READY, 0, null, null, null,
            null, null, null, 0, null, null, null, null));
        change.leaves(stored.id(), null, null, null).state(DocumentState.ENVELOPED).light(Light.DELIVERED, Light.Colour.AMBER)
            .light(Light.ACKNOWLEDGED, Light.Colour.AMBER).event(Queues.OUTBOUND_ENVELOPE, "enveloped", operation.id()
                + " in request " + stored.controlNumber() + ", file " + stored.fileName());
        tools.log(Queues.OUTBOUND_ENVELOPE, change.id(), operation.id() + " " + content.documentNumber() + " in request "
            + stored.controlNumber());
    }
}
