// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import io.acornhub.canonical.CanonicalDocument;
import io.acornhub.canonical.PurchaseOrder;
import io.acornhub.canonical.PurchaseOrderChange;
import io.acornhub.interchange.Document;
import io.acornhub.interchange.DocumentState;
import io.acornhub.interchange.Interchange;
import io.acornhub.interchange.Light;
import io.acornhub.lifecycle.ChangeByOrder;
import io.acornhub.lifecycle.DocumentKeys;
import io.acornhub.partner.Agreement;
import io.acornhub.partner.Direction;
import io.acornhub.partner.Partner;
import io.acornhub.routing.Queues;
import io.acornhub.translation.CanonicalText;
import java.util.List;
import org.springframework.stereotype.Component;

/** Inbound: one transaction set to its canonical document, by the bundle its agreement names. */
@Component("translationInbound")
public class TranslateInbound extends DocumentStage {
    private final Sources sources;
    private final Mapper mapper;
    private final CanonicalStore canonical;

    public TranslateInbound(StageTools tools, Sources sources, Mapper mapper, CanonicalStore canonical) {
        super(Queues.INBOUND_TRANSLATE, tools);
        this.sources = sources;
        this.mapper = mapper;
        this.canonical = canonical;
    }

    @Override
    protected Step work(Document document) {
        Interchange interchange = tools.interchange(document.interchangeId());
        Partner partner = tools.partner(document);
        Agreement agreement = partner.agreement(Direction.INBOUND, document.message(), document.release()).orElseThrow();
        CanonicalText text = mapper.toCanonical(agreement, sources.ofPartner(interchange, document), partner, document, interchange);
        CanonicalDocument content = canonical.read(text.type().title(), text.json());
        if (content instanceof PurchaseOrder order && ChangeByOrder.isChange(order)) {
            PurchaseOrderChange asChange = ChangeByOrder.of(order, interchange.controlNumber());
            return translated(document, asChange, canonical.write(asChange), agreement.bundle());
        }
        return translated(document, content, text.json(), agreement.bundle());
    }

    private Step translated(Document document, CanonicalDocument content, String json, String bundle) {
        String kept = canonical.keep(json);
        return change -> {
            change.canonical(content.type(), kept).business(content.businessKey(), content.vendorCode()).state(DocumentState.TRANSLATED)
                .light(Light.VALIDATED, Light.Colour.GREEN).done(Queues.INBOUND_TRANSLATE)
                .event(Queues.INBOUND_TRANSLATE, "translated", content.type() + " " + content.documentNumber() + " by " + bundle);
            DocumentKeys.of(content).forEach(key -> change.key(key.kind(), key.value()));
            tools.log(Queues.INBOUND_TRANSLATE, document.id(), document.message() + " " + content.documentNumber() + ": " + content.type());
        };
    }

    @Override
    protected void handOn(Emission emission, String interchange, List<Document> passed) {
        emission.addAll(Queues.INBOUND_DISPATCH, interchange, ids(passed), tools.settings().flow().batch());
    }
}
