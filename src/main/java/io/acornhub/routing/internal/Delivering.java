// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import io.acornhub.canonical.CanonicalDocument;
import io.acornhub.erp.Delivered;
import io.acornhub.erp.Delivery;
import io.acornhub.erp.ErpAdapter;
import io.acornhub.erp.ErpAdapters;
import io.acornhub.interchange.Document;
import io.acornhub.interchange.DocumentChange;
import io.acornhub.interchange.DocumentState;
import io.acornhub.interchange.Documents;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.Interchange;
import io.acornhub.interchange.Light;
import io.acornhub.interchange.MappingFault;
import io.acornhub.partner.ErpSystem;
import io.acornhub.partner.Partner;
import io.acornhub.routing.Queues;
import io.acornhub.routing.WorkMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/**
 * Inbound: hands documents to one ERP system, exactly once. The adapter prepares, the hub commits PREPARED, the adapter
 * commits, the hub commits DELIVERED; whatever line a crash hits, the next try goes on from the row's state.
 */
@Component("delivery")
public class Delivering {
    private final StageTools tools;
    private final Deliveries deliveries;
    private final ErpAdapters adapters;
    private final CanonicalStore canonical;
    private final Mapper mapper;

    public Delivering(StageTools tools, Deliveries deliveries, ErpAdapters adapters, CanonicalStore canonical, Mapper mapper) {
        this.tools = tools;
        this.deliveries = deliveries;
        this.adapters = adapters;
        this.canonical = canonical;
        this.mapper = mapper;
    }

    public Emission run(WorkMessage message, @Header("AcornErpSystem") String systemName) {
        String stage = Queues.INBOUND_DELIVER + "." + systemName;
        return tools.traced(stage, message, () -> {
            ErpSystem system = tools.configuration().erpSystem(systemName).orElseThrow();
            ErpAdapter adapter = adapters.of(system);
            Emission emission = new Emission();
            Map<String, String> status = deliveries.status(systemName, message.documents());
            Map<String, Delivery> open = new LinkedHashMap<>();
            for (Document document : tools.documents().find(message.documents())) {
                String at = status.get(document.id());
                if (Deliveries.PENDING.equals(at) || Deliveries.PREPARED.equals(at)) {
                    render(document, system, stage, open);
                }
            }
            List<Delivery> all = List.copyOf(open.values());
            if (!all.isEmpty()) {
                deliver(system, adapter, all, stage);
            }
            deliveries.status(systemName, message.documents()).forEach((id, at) -> {
                if (Deliveries.PARKED.equals(at)) {
                    emission.address(Queues.parked(Queues.name(Queues.INBOUND_DELIVER, systemName)),
                        new WorkMessage(message.interchange(), List.of(id)));
                }
            });
            return emission;
        });
    }

    private void render(Document document, ErpSystem system, String stage, Map<String, Delivery> open) {
        try {
            Interchange from = tools.interchange(document.interchangeId());
            Partner partner = document.partner() == null ? null : tools.configuration().partner(document.partner()).orElseThrow();
            CanonicalDocument content = canonical.read(document.canonicalType(), canonical.json(document));
            String bundle = system.bundles().get(document.canonicalType());
            byte[] rendered = bundle == null ? null : mapper.toErp(bundle, canonical.json(document), system, partner, document, from);
            open.put(document.id(), new Delivery(document.id(), document.partner(), content, canonical.json(document), rendered,
                from.controlNumber(), document.groupControl(), document.setControl()));
        } catch (MappingFault fault) {
            park(document.id(), system, stage, fault.faults(), "MAPPING");
        }
    }

    private void park(String id, ErpSystem system, String stage, List<Fault> faults, String family) {
        tools.transaction().executeWithoutResult(status -> {
            Document locked = tools.documents().lock(List.of(id)).get(0);
            DocumentChange change = new DocumentChange(locked).faults(faults).light(Light.DELIVERED, Light.Colour.RED)
                .event(stage, "parked", faults.get(0).inWords());
            deliveries.set(system.name(), Deliveries.PARKED, id);
            deliveries.failed(system.name(), List.of(id), faults.get(0).inWords());
            tools.parked().park(id, Queues.name(Queues.INBOUND_DELIVER, system.name()), family, faults.get(0).inWords());
            tools.documents().apply(List.of(change));
        });
        tools.log(stage, id, "parked: " + faults.get(0).inWords());
    }

    private void deliver(ErpSystem system, ErpAdapter adapter, List<Delivery> all, String stage) {
        if (adapter.twoPhase()) {
            tools.transaction().executeWithoutResult(s -> prepare(system, adapter, all));
        }
        Delivered result = adapter.commit(system, all);
        tools.transaction().executeWithoutResult(s -> delivered(system, result.references(), stage));
        result.refused().forEach((id, faults) -> park(id, system, stage, faults, "CHANNEL"));
    }

    /** With the rows locked, so that two messages for one document never both prepare: the second would overwrite or double. */
    private void prepare(ErpSystem system, ErpAdapter adapter, List<Delivery> all) {
        Map<String, String> status = deliveries.lock(system.name(), all.stream().map(Delivery::documentId).toList());
        List<Delivery> fresh = all.stream().filter(d -> Deliveries.PENDING.equals(status.get(d.documentId()))).toList();
        if (!fresh.isEmpty()) {
            adapter.prepare(system, fresh);
            Map<String, String> prepared = new HashMap<>();
            fresh.forEach(d -> prepared.put(d.documentId(), null));
            deliveries.set(system.name(), Deliveries.PREPARED, prepared);
        }
    }

    private void delivered(ErpSystem system, Map<String, String> references, String stage) {
        Documents documents = tools.documents();
        if (references.isEmpty()) {
            return;
        }
        List<Document> rows = documents.lock(references.keySet());
        Map<String, String> status = deliveries.status(system.name(), references.keySet());
        List<Document> locked = rows.stream().filter(d -> !Deliveries.DELIVERED.equals(status.get(d.id()))).toList();
        deliveries.set(system.name(), Deliveries.DELIVERED, references);
        List<DocumentChange> changes = new ArrayList<>();
        for (Document document : locked) {
            String reference = references.get(document.id());
            DocumentChange change = new DocumentChange(document).event(stage, "delivered", system.title() + ": " + reference)
                .key("delivery", reference)
                .key(StatusAnswers.OUR_NUMBER, system.bundles().containsKey(document.canonicalType()) ? Mapper.number(document) : null);
            if (deliveries.complete(document.id())) {
                change.state(DocumentState.DELIVERED).light(Light.DELIVERED, Light.Colour.GREEN);
            }
            changes.add(change);
            tools.log(stage, document.id(), document.message() + " " + document.businessKey() + ": " + reference);
        }
        documents.apply(changes);
        tools.count(stage, locked);
    }
}
