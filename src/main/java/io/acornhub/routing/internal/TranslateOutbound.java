// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import io.acornhub.canonical.CanonicalDocument;
import io.acornhub.interchange.Document;
import io.acornhub.interchange.DocumentChange;
import io.acornhub.interchange.DocumentState;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.Interchange;
import io.acornhub.interchange.Light;
import io.acornhub.interchange.MappingFault;
import io.acornhub.lifecycle.DocumentKeys;
import io.acornhub.partner.ErpSystem;
import io.acornhub.routing.Queues;
import io.acornhub.translation.CanonicalText;
import java.util.List;
import org.springframework.stereotype.Component;

/** Outbound: what an ERP system wrote (an IDoc, rows of interface tables) to its canonical document. */
@Component("translationOutbound")
public class TranslateOutbound extends DocumentStage {
    private final Sources sources;
    private final Mapper mapper;
    private final CanonicalStore canonical;

    public TranslateOutbound(StageTools tools, Sources sources, Mapper mapper, CanonicalStore canonical) {
        super(Queues.OUTBOUND_TRANSLATE, tools);
        this.sources = sources;
        this.mapper = mapper;
        this.canonical = canonical;
    }

    @Override
    protected Step work(Document document) {
        if (document.canonical() != null) {
            return change -> translated(change, document, document.canonicalType(), canonical.json(document), "by the adapter");
        }
        ErpSystem system = tools.configuration().erpSystem(document.erpSystem()).orElseThrow();
        String bundle = system.bundleFor(document.message(), document.release()).orElse(null);
        if (bundle == null) {
            throw new MappingFault(Fault.at(FaultCode.AGREEMENT_MISSING, "EDI_DC40", 1, document.message(), "config/erp/" + system.name()
                + ".yaml names no bundle for message type " + document.message() + ". Add one under 'bundles', restart and replay."));
        }
        Interchange interchange = tools.interchange(document.interchangeId());
        byte[] source = document.message().equals(FileIntake.CSV) ? sources.csv(interchange, document, system.settings())
            : sources.own(interchange, document);
        CanonicalText text = mapper.fromErp(bundle, source, system, document);
        return change -> translated(change, document, text.type().title(), text.json(), "by " + bundle);
    }

    private void translated(DocumentChange change, Document document, String type, String json, String how) {
        CanonicalDocument content = canonical.read(type, json);
        change.canonical(type, canonical.keep(json)).business(content.businessKey(), content.vendorCode()).state(DocumentState.TRANSLATED)
            .light(Light.VALIDATED, Light.Colour.GREEN).done(Queues.OUTBOUND_TRANSLATE)
            .event(Queues.OUTBOUND_TRANSLATE, "translated", type + " " + content.documentNumber() + ", " + how);
        DocumentKeys.of(content).forEach(key -> change.key(key.kind(), key.value()));
        tools.log(Queues.OUTBOUND_TRANSLATE, document.id(), document.message() + " " + content.documentNumber() + ": " + type);
    }

    @Override
    protected void handOn(Emission emission, String interchange, List<Document> passed) {
        emission.addAll(Queues.OUTBOUND_GUARD, interchange, ids(passed), tools.settings().flow().batch());
    }
}
