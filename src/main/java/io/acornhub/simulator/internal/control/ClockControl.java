// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.acornhub.simulator.internal.base.Json;
import io.acornhub.simulator.internal.base.Problem;
import io.acornhub.simulator.internal.base.SimulatedClock;
import io.acornhub.simulator.internal.http.Answer;
import io.acornhub.simulator.internal.http.Call;
import io.acornhub.simulator.internal.http.Endpoint;
import io.acornhub.simulator.internal.http.Routes;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** {@code GET|POST /_sim/clock}: {@code {"advance": "PT15M"}}, {@code {"set": "2026-12-01T00:00:00Z"}}, {@code {"running": false}}. */
public final class ClockControl {
    private final SimulatedClock clock;

    public ClockControl(SimulatedClock clock) {
        this.clock = clock;
    }

    public void addTo(Routes routes) {
        routes.add(Endpoint.control("GET", "clock", call -> shown()));
        routes.add(Endpoint.control("POST", "clock", this::move));
    }

    private Answer move(Call call) {
        JsonNode body = call.json();
        try {
            if (body.has("running") && !body.path("running").asBoolean()) {
                clock.stop();
            }
            if (body.has("set")) {
                clock.set(Instant.parse(body.path("set").asText()));
            }
            if (body.has("advance")) {
                clock.advance(Duration.parse(body.path("advance").asText()));
            }
            if (body.path("running").asBoolean()) {
                clock.start();
            }
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Problem.invalid(e.getMessage());
        }
        return shown();
    }

    private Answer shown() {
        return Answer.ok(Json.object().put("now", clock.instant().toString()).put("running", !clock.stopped()));
    }
}
