// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acornhub.simulator.internal.base.Json;
import io.acornhub.simulator.internal.base.Problem;
import io.acornhub.simulator.internal.faults.Fault;
import io.acornhub.simulator.internal.faults.Faults;
import io.acornhub.simulator.internal.http.Answer;
import io.acornhub.simulator.internal.http.Call;
import io.acornhub.simulator.internal.http.Endpoint;
import io.acornhub.simulator.internal.http.Routes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code GET|PUT|POST|DELETE /_sim/faults}. PUT sets exactly what its body says, {@code {"seed": 7, "faults": [{"fault": "error503",
 * "operation": "getPurchaseOrders", "share": 0.05}], "regionsDown": ["EU"]}}; POST adds one fault; DELETE takes everything back.
 */
public final class FaultControl {
    private static final Set<String> REGIONS = Set.of("NA", "EU", "FE");
    private final Faults faults;
    private final Routes routes;

    public FaultControl(Faults faults, Routes routes) {
        this.faults = faults;
        this.routes = routes;
    }

    public void addTo(Routes to) {
        to.add(Endpoint.control("GET", "faults", call -> shown()));
        to.add(Endpoint.control("PUT", "faults", this::set));
        to.add(Endpoint.control("POST", "faults", this::add));
        to.add(Endpoint.control("DELETE", "faults", call -> {
            faults.clear();
            return shown();
        }));
    }

    private Answer set(Call call) {
        JsonNode body = call.json();
        for (String name : fieldNames(body)) {
            if (!Set.of("seed", "faults", "regionsDown").contains(name)) {
                throw Problem.invalid("'" + name + "' is none of seed, faults, regionsDown.");
            }
        }
        List<Fault> read = new ArrayList<>();
        body.path("faults").forEach(fault -> read.add(fault(fault)));
        Set<String> down = new TreeSet<>();
        body.path("regionsDown").forEach(region -> down.add(region.asText()));
        if (!REGIONS.containsAll(down)) {
            throw Problem.invalid("regionsDown names other regions than NA, EU, FE: " + down + ".");
        }
        faults.set(read, body.has("seed") ? body.path("seed").asLong() : null);
        faults.regionsDown(down);
        return shown();
    }

    private Answer add(Call call) {
        faults.add(fault(call.json()));
        return shown();
    }

    private Fault fault(JsonNode json) {
        Fault fault = Bodies.read(json, Fault.class);
        if (fault.operation() != null && !routes.operations().contains(fault.operation())) {
            throw Problem.invalid("operation '" + fault.operation() + "' is none of " + routes.operations() + ".");
        }
        return fault;
    }

    private static List<String> fieldNames(JsonNode json) {
        List<String> names = new ArrayList<>();
        json.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private Answer shown() {
        ObjectNode shown = Json.object().put("seed", faults.seed());
        ArrayNode all = shown.putArray("faults");
        faults.all().forEach(state -> all.add(Json.MAPPER.<ObjectNode>valueToTree(state.fault()).put("hits", state.hits())));
        ArrayNode down = shown.putArray("regionsDown");
        faults.regionsDown().forEach(down::add);
        return Answer.ok(shown);
    }
}
