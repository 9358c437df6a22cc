// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import io.acornhub.archive.Archive;
import io.acornhub.erp.Claim;
import io.acornhub.erp.Collected;
import io.acornhub.erp.ErpCollector;
import io.acornhub.interchange.ChannelFault;
import io.acornhub.interchange.Document;
import io.acornhub.interchange.DocumentState;
import io.acornhub.interchange.Event;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.HubId;
import io.acornhub.interchange.Interchange;
import io.acornhub.interchange.Leases;
import io.acornhub.interchange.Light;
import io.acornhub.interchange.MappingFault;
import io.acornhub.partner.ErpSystem;
import io.acornhub.routing.Queues;
import io.acornhub.routing.WorkMessage;
import io.acornhub.routing.internal.watch.StageWatch;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Outbound: takes documents out of an ERP system's interface tables. The claim's key is the ingress key, so a row that comes
 * again after a crash finds what was stored and is only finished.
 */
@Component("collecting")
public class Collecting {
    private static final Logger LOG = LoggerFactory.getLogger(Collecting.class);
    private static final int MOST = 50;
    private final StageTools tools;
    private final ErpCollector collector;
    private final CanonicalStore canonical;
    private final Archive archive;
    private final Leases leases;
    private final StageWatch watch;

    public Collecting(StageTools tools, ErpCollector collector, CanonicalStore canonical, Archive archive, Leases leases,
                      StageWatch watch) {
        this.tools = tools;
        this.collector = collector;
        this.canonical = canonical;
        this.archive = archive;
        this.leases = leases;
        this.watch = watch;
    }

    /** Rows to work on now; none while another hub process holds the lease, nor while the tables cannot be used, which is said once. */
    public List<Claim> claim(@Header("AcornErpSystem") String systemName) {
        if (!leases.holds("collect " + systemName)) {
            return List.of();
        }
        ErpSystem system = system(systemName);
        String stage = StageWatch.stage(Queues.OUTBOUND_COLLECT, systemName);
        try {
            collector.reap(system);
            List<Claim> claims = collector.claim(system, MOST);
            watch.works(stage);
            return claims;
        } catch (ChannelFault e) {
            if (watch.fails(stage, e.getMessage())) {
                LOG.error("{} {} cannot be looked at, and is again at its pace: {}", Queues.OUTBOUND_COLLECT, systemName, e.getMessage());
            }
            return List.of();
        }
    }

    /** Stores what a claim holds; null where the ERP's row cannot be taken, which it is told. */
    public Taken store(Claim claim, @Header("AcornErpSystem") String systemName) {
        ErpSystem system = system(systemName);
        try {
            Collected collected = collector.read(system, claim);
            String key = "rows/" + systemName + "/" + claim.key();
            Optional<Interchange> known = tools.interchanges().ofIngress(key);
            String json = canonical.write(collected.document());
            if (known.isPresent() && !known.get().fileName().endsWith(collected.contentHash().substring(0, 16))) {
                collector.refuse(system, claim, List.of(Fault.onPath(FaultCode.COLLECTED_ROW_CHANGED, "doc_key", claim.key(),
                    "Row " + claim.key() + " was collected before with other content; insert a new doc_version instead of changing it.")));
                return null;
            }
            WorkMessage message = known.map(this::again).orElseGet(() -> insert(system, key, claim, collected, json));
            return new Taken(collected, message);
        } catch (MappingFault fault) {
            tools.log(Queues.OUTBOUND_COLLECT, claim.key(), "refused: " + fault.faults().get(0).inWords());
            collector.refuse(system, claim, fault.faults());
            return null;
        }
    }

    /** A row that is stored, and the work it makes. */
    public record Taken(Collected collected, WorkMessage message) {
    }

    public boolean finish(Taken taken, @Header("AcornErpSystem") String systemName) {
        ErpSystem system = system(systemName);
        return collector.finish(system, taken.collected(), taken.message().trace());
    }

    private WorkMessage again(Interchange known) {
        return new WorkMessage(known.id(), tools.documents().ofInterchange(known.id()).stream().map(Document::id).toList());
    }

    private WorkMessage insert(ErpSystem system, String key, Claim claim, Collected collected, String json) {
        Archive.Entry entry;
        try {
            entry = archive.store(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Instant now = Instant.now();
        String id = HubId.next();
        String documentId = HubId.next();
        String name = claim.key() + "#" + collected.contentHash().substring(0, 16);
        Interchange row = new Interchange(id, "OUTBOUND", Interchange.Side.ERP, system.name(), system.name(), key, name, entry.sha256(),
            entry.size(), 1, null, system.name(), null, null, null, Interchange.Status.ACCEPTED, null, now, now, null, 0, null);
        Event event = Event.next(documentId, 0, null, now, Queues.OUTBOUND_COLLECT, "collected", "row " + claim.key());
        Document document = new Document(documentId, id, 1, "OUTBOUND", null, system.name(), claim.docType(), null, null, null, null, 0L,
            entry.size(), collected.document().type(), canonical.keep(json), collected.document().poNumber(), null, DocumentState.RECEIVED,
            Queues.OUTBOUND_COLLECT, null, null, Map.of(Light.VALIDATED, Light.Colour.AMBER), null, now, now, event.seq(), event.hash());
        tools.transaction().executeWithoutResult(status -> {
            tools.interchanges().insert(row);
            tools.interchanges().event(id, Queues.OUTBOUND_COLLECT, "collected", "row " + claim.key());
            tools.documents().insert(List.of(document), List.of(event));
        });
        tools.log(Queues.OUTBOUND_COLLECT, documentId, "row " + claim.key());
        return new WorkMessage(id, List.of(documentId));
    }

    private ErpSystem system(String name) {
        return tools.configuration().erpSystem(name).orElseThrow();
    }
}
