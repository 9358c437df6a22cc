// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import io.acornhub.canonical.PurchaseOrder;
import io.acornhub.interchange.Document;
import io.acornhub.interchange.DocumentState;
import io.acornhub.interchange.Interchange;
import io.acornhub.interchange.Light;
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
        Partner partner = tools.configuration().partner(document.partner()).orElseThrow();
        Agreement agreement = partner.agreement(Direction.INBOUND, document.message(), document.release()).orElseThrow();
        CanonicalText text = mapper.toCanonical(agreement.bundle(), sources.x12(interchange, document), partner, document, interchange);
        PurchaseOrder order = (PurchaseOrder) canonical.read(text.type().title(), text.json());
        String kept = canonical.keep(text.json());
        return change -> {
            change.canonical(text.type().title(), kept).business(order.poNumber(), order.vendorCode()).state(DocumentState.TRANSLATED)
                .light(Light.VALIDATED, Light.Colour.GREEN).key("purchase order", order.poNumber())
                .key("vendor code", order.vendorCode()).done(Queues.INBOUND_TRANSLATE)
                .event(Queues.INBOUND_TRANSLATE, "translated", text.type().title() + " " + order.poNumber() + ", " + order.lines().size()
                    + " lines, by " + agreement.bundle());
            tools.log(Queues.INBOUND_TRANSLATE, document.id(), document.message() + " " + order.poNumber() + ": " + text.type().title()
                + " with " + order.lines().size() + " lines");
        };
    }

    @Override
    protected void handOn(Emission emission, String interchange, List<Document> passed) {
        emission.addAll(Queues.INBOUND_DISPATCH, interchange, ids(passed), tools.settings().flow().batch());
    }
}
