// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.analytics;

import com.fasterxml.jackson.databind.JsonNode;
import io.acornhub.simulator.internal.base.Json;
import io.acornhub.simulator.internal.base.Problem;
import io.acornhub.simulator.internal.http.Answer;
import io.acornhub.simulator.internal.http.Call;
import io.acornhub.simulator.internal.http.Endpoint;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/** How long a report or query takes, and what becomes of the next ones where somebody decides it. */
final class Outcomes {
    private static final Set<String> NAMES = Set.of("DONE", "FATAL", "CANCELLED");
    private Duration queued = Duration.ofSeconds(15);
    private Duration processed = Duration.ofSeconds(45);
    private boolean compressed = true;
    private final Deque<String> next = new ArrayDeque<>();

    /** {@code POST /_sim/analytics}: {@code {"queued": "PT1M", "processed": "PT5M", "compressed": false, "next": ["FATAL"]}}. */
    Endpoint endpoint() {
        return Endpoint.control("POST", "analytics", this::set);
    }

    private Answer set(Call call) {
        JsonNode json = call.json();
        try {
            Duration newQueued = json.has("queued") ? Duration.parse(json.path("queued").asText()) : queued;
            Duration newProcessed = json.has("processed") ? Duration.parse(json.path("processed").asText()) : processed;
            json.path("next").forEach(name -> {
                if (!NAMES.contains(name.asText())) {
                    throw Problem.invalid("next: '" + name.asText() + "' is none of " + NAMES);
                }
            });
            queued = newQueued;
            processed = newProcessed;
            compressed = json.path("compressed").asBoolean(compressed);
            json.path("next").forEach(name -> next.add(name.asText()));
        } catch (DateTimeException e) {
            throw Problem.invalid("queued and processed are ISO 8601 durations such as PT5M");
        }
        return Answer.ok(Json.object().put("queued", queued.toString()).put("processed", processed.toString())
            .put("compressed", compressed).put("waiting", next.size()));
    }

    Duration queued() {
        return queued;
    }

    Duration processed() {
        return processed;
    }

    boolean compressed() {
        return compressed;
    }

    /** What the next one comes to; empty: what its content says. */
    String take() {
        return next.isEmpty() ? "" : next.poll();
    }
}
