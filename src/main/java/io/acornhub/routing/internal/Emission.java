// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal;

import io.acornhub.routing.WorkMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a stage hands on, by the queue that gets it. Routes split {@link #forStage} themselves, so that the flow stands in
 * {@code routes/}; the same input always gives the same emission, also when the work was done before a crash.
 */
public final class Emission {
    private final Map<String, List<WorkMessage>> messages = new LinkedHashMap<>();
    private final List<Addressed> addressed = new ArrayList<>();

    /** A message and the full name of the queue it goes to. */
    public record Addressed(String queue, WorkMessage message) {
    }

    Emission add(String stage, WorkMessage message) {
        messages.computeIfAbsent(stage, s -> new ArrayList<>()).add(message);
        return this;
    }

    /** For queues whose name depends on data: one for each ERP system, channel, or parked queue. */
    Emission address(String queue, WorkMessage message) {
        addressed.add(new Addressed(queue, message));
        return this;
    }

    /** Cuts many documents into messages of at most {@code size}. */
    Emission addAll(String stage, String interchange, List<String> documents, int size) {
        for (int from = 0; from < documents.size(); from += size) {
            add(stage, new WorkMessage(interchange, List.copyOf(documents.subList(from, Math.min(documents.size(), from + size)))));
        }
        return this;
    }

    public List<WorkMessage> forStage(String stage) {
        return messages.getOrDefault(stage, List.of());
    }

    public List<Addressed> getAddressed() {
        return addressed;
    }
}
