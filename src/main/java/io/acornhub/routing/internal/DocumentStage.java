// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import io.acornhub.interchange.Document;
import io.acornhub.interchange.DocumentChange;
import io.acornhub.interchange.DocumentState;
import io.acornhub.interchange.Documents;
import io.acornhub.interchange.Light;
import io.acornhub.interchange.MappingFault;
import io.acornhub.routing.Queues;
import io.acornhub.routing.WorkMessage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A stage that works on documents, by the transaction protocol (ARCHITECTURE.md): compute without locks; then in one
 * database transaction lock the rows, leave out those whose {@code stage_done} row exists, write the rest; then hand on.
 * A message that comes again after a crash finds its work done and hands the same on again.
 */
abstract class DocumentStage {
    private static final Set<DocumentState> STOPPED = EnumSet.of(DocumentState.HELD, DocumentState.PARKED, DocumentState.REJECTED,
        DocumentState.DROPPED);
    protected final StageTools tools;
    private final String stage;

    /** What one document's work writes inside the stage's transaction. */
    protected interface Step {
        void write(DocumentChange change);
    }

    protected DocumentStage(String stage, StageTools tools) {
        this.stage = stage;
        this.tools = tools;
    }

    /** The work on one document, outside any transaction; {@link MappingFault} parks this document alone. */
    protected abstract Step work(Document document);

    /**
     * Locks whatever else the steps of one message will write, in an order that is the same for every message, so that two of them
     * never wait for each other in a ring. Inside the stage's transaction, before the first step.
     */
    protected void lockAhead(Collection<Step> steps) {
        // most stages write their own documents only
    }

    /** What is handed on for documents that passed the stage. */
    protected abstract void handOn(Emission emission, String interchange, List<Document> passed);

    /** In which order the documents of one transaction are written. */
    protected List<Document> inOrder(List<Document> documents) {
        return documents;
    }

    public Emission run(WorkMessage message) {
        return tools.traced(stage, message, () -> {
            Documents documents = tools.documents();
            Set<String> done = documents.done(stage, message.documents());
            Map<String, Step> steps = new LinkedHashMap<>();
            for (Document document : documents.find(message.documents())) {
                if (!done.contains(document.id()) && !STOPPED.contains(document.state())) {
                    steps.put(document.id(), attempt(document));
                }
            }
            List<Document> before = new ArrayList<>();
            tools.transaction().executeWithoutResult(status -> before.addAll(write(steps)));
            tools.count(stage, before);
            return emission(message);
        });
    }

    private Step attempt(Document document) {
        try {
            return work(document);
        } catch (MappingFault fault) {
            return change -> {
                change.state(DocumentState.PARKED).faults(fault.faults()).light(Light.VALIDATED, Light.Colour.RED)
                    .event(stage, "parked", fault.faults().get(0).inWords());
                tools.parked().park(document.id(), Queues.name(stage), "MAPPING", fault.faults().get(0).inWords());
                tools.log(stage, document.id(), "parked: " + fault.faults().get(0).inWords());
            };
        }
    }

    private List<Document> write(Map<String, Step> steps) {
        List<Document> locked = tools.documents().lock(steps.keySet());
        Set<String> done = tools.documents().done(stage, steps.keySet());
        lockAhead(steps.values());
        List<DocumentChange> changes = new ArrayList<>();
        List<Document> written = new ArrayList<>();
        for (Document document : inOrder(locked)) {
            if (!done.contains(document.id()) && !STOPPED.contains(document.state())) {
                DocumentChange change = new DocumentChange(document);
                steps.get(document.id()).write(change);
                changes.add(change);
                written.add(document);
            }
        }
        tools.documents().apply(changes);
        for (int i = 0; i < written.size(); i++) {
            tools.reports().stage(stage, written.get(i), changes.get(i));
        }
        return written;
    }

    private Emission emission(WorkMessage message) {
        Emission emission = new Emission();
        Set<String> done = tools.documents().done(stage, message.documents());
        List<Document> passed = new ArrayList<>();
        for (Document document : tools.documents().find(message.documents())) {
            if (document.state() == DocumentState.PARKED) {
                emission.address(Queues.parked(Queues.name(stage)), new WorkMessage(message.interchange(), List.of(document.id())));
            } else if (done.contains(document.id()) && !STOPPED.contains(document.state())) {
                passed.add(document);
            }
        }
        if (!passed.isEmpty()) {
            handOn(emission, message.interchange(), passed);
        }
        return emission;
    }

    protected static List<String> ids(List<Document> documents) {
        return documents.stream().map(Document::id).toList();
    }
}
