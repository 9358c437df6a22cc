// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import io.acornhub.interchange.Document;
import io.acornhub.interchange.Documents;
import io.acornhub.interchange.Interchange;
import io.acornhub.interchange.Interchanges;
import io.acornhub.partner.Configuration;
import io.acornhub.partner.Direction;
import io.acornhub.partner.Partner;
import io.acornhub.routing.HubSettings;
import io.acornhub.routing.StageListener;
import io.acornhub.routing.WorkMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What every stage needs: the stores, the transaction, the log with the trace id, the listeners. */
@Component
public class StageTools {
    private static final Logger LOG = LoggerFactory.getLogger("io.acornhub.stage");
    private final Documents documents;
    private final Interchanges interchanges;
    private final ParkedWork parked;
    private final TransactionTemplate transaction;
    private final Configuration configuration;
    private final HubSettings settings;
    private final List<StageListener> listeners;
    private final StatusReports reports;
    private final ThreadLocal<Instant> begun = new ThreadLocal<>();
    private final ThreadLocal<Map<String, Interchange>> known = new ThreadLocal<>();

    public StageTools(Documents documents, Interchanges interchanges, ParkedWork parked, TransactionTemplate transaction,
                      Configuration configuration, HubSettings settings, List<StageListener> listeners, StatusReports reports) {
        this.documents = documents;
        this.interchanges = interchanges;
        this.parked = parked;
        this.transaction = transaction;
        this.configuration = configuration;
        this.settings = settings;
        this.listeners = listeners;
        this.reports = reports;
    }

    public Documents documents() {
        return documents;
    }

    /**
     * An interchange as it was when the stage's run first asked for it: documents of one message mostly share theirs, and what
     * stages read of it does not change.
     */
    public Interchange interchange(String id) {
        Map<String, Interchange> run = known.get();
        return run == null ? interchanges.find(id).orElseThrow() : run.computeIfAbsent(id, i -> interchanges.find(i).orElseThrow());
    }

    public Interchanges interchanges() {
        return interchanges;
    }

    public ParkedWork parked() {
        return parked;
    }

    public TransactionTemplate transaction() {
        return transaction;
    }

    public Configuration configuration() {
        return configuration;
    }

    /**
     * The partner of a document with the agreements that held when it came in: for one from the partner when its file was received,
     * for one from the ERP when the document was made.
     */
    public Partner partner(Document document) {
        Partner partner = configuration.partner(document.partner()).orElseThrow();
        boolean inbound = Direction.INBOUND.name().equals(document.direction());
        return partner.dated() ? partner.on(inbound ? interchange(document.interchangeId()).receivedAt() : document.createdAt()) : partner;
    }

    public HubSettings settings() {
        return settings;
    }

    /** What the ERP is told of the documents it gave. */
    public StatusReports reports() {
        return reports;
    }

    /** Runs a stage's work with its trace id in the log. */
    public <T> T traced(String stage, WorkMessage message, Supplier<T> work) {
        MDC.put("trace", message.trace());
        MDC.put("stage", stage);
        begun.set(Instant.now());
        known.set(new HashMap<>());
        try {
            return work.get();
        } finally {
            begun.remove();
            known.remove();
            MDC.remove("trace");
            MDC.remove("stage");
        }
    }

    /** One line a document and stage. */
    public void log(String stage, String id, String text) {
        LOG.info("{} {} {}", String.format("%-20s", stage), id, text);
    }

    /** Tells the listeners of documents done, by partner. */
    public void count(String stage, List<Document> done) {
        Map<String, Integer> byPartner = new HashMap<>();
        done.forEach(d -> byPartner.merge(d.partner() == null ? "none" : d.partner(), 1, Integer::sum));
        Instant from = begun.get() == null ? Instant.now() : begun.get();
        byPartner.forEach((partner, number) -> listeners.forEach(l -> l.stageDone(stage, partner, number,
            Duration.between(from, Instant.now()))));
    }

    public void failed(String stage, String partner, String family) {
        listeners.forEach(l -> l.stageFailed(stage, partner, family));
    }
}
