// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.acornhub.simulator.SimulatorSettings;
import io.acornhub.simulator.UsagePlans.Plan;
import io.acornhub.simulator.internal.access.Accounts;
import io.acornhub.simulator.internal.access.Limits;
import io.acornhub.simulator.internal.access.Tokens;
import io.acornhub.simulator.internal.base.Agenda;
import io.acornhub.simulator.internal.base.Json;
import io.acornhub.simulator.internal.base.Problem;
import io.acornhub.simulator.internal.base.Rules;
import io.acornhub.simulator.internal.base.SimulatedClock;
import io.acornhub.simulator.internal.base.State;
import io.acornhub.simulator.internal.faults.Faults;
import io.acornhub.simulator.internal.http.Answer;
import io.acornhub.simulator.internal.http.Call;
import io.acornhub.simulator.internal.http.Calls;
import io.acornhub.simulator.internal.http.Endpoint;
import io.acornhub.simulator.internal.http.Gateway;
import io.acornhub.simulator.internal.http.Routes;
import io.acornhub.simulator.internal.lwa.TokenEndpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The static sandbox. It wants a token like the real one, answers what matches literally, and answers all else as if it were broken:
 * a request without a body with a bare list of errors, one with a body with 500. Five calls a second, fifteen at once, over all
 * operations.
 */
public final class Sandbox {
    private static final Plan SHARED = Plan.of("5", 15);
    private final Gateway gateway;
    private final int cases;

    /**
     * @param folder with files of cases, {@code *.json}
     * @throws IllegalArgumentException if a file is none, or the folder has none, saying which
     */
    public Sandbox(SimulatorSettings settings, Path folder) {
        SimulatedClock clock = new SimulatedClock(settings.clock());
        Tokens tokens = new Tokens(new Accounts(settings.vendorGroups()), clock, settings.timing());
        Routes routes = new Routes();
        new TokenEndpoint(tokens).addTo(routes);
        List<SandboxCase> all = read(folder);
        cases = all.size();
        Map<String, List<SandboxCase>> byPath = new LinkedHashMap<>();
        // paths without placeholders first: the first that fits wins
        all.stream().sorted(Comparator.comparing((SandboxCase one) -> one.path().contains("{")))
            .forEach(one -> byPath.computeIfAbsent(one.method() + " " + one.path(), key -> new ArrayList<>()).add(one));
        byPath.values().forEach(same -> routes.add(endpoint(same)));
        gateway = new Gateway(routes, tokens, new Limits(settings.usagePlans(), clock), new Faults(settings.seed()), new Calls(),
            new Rules(settings.rules()), new State(new Agenda(clock)), clock);
    }

    public Gateway gateway() {
        return gateway;
    }

    /** How many cases were found. */
    public int cases() {
        return cases;
    }

    private static Endpoint endpoint(List<SandboxCase> same) {
        List<SandboxCase> byWeight = same.stream().sorted(Comparator.comparing(SandboxCase::weight).reversed()).toList();
        SandboxCase first = same.get(0);
        return Endpoint.of("sandbox", first.method(), first.path(), SHARED, call -> byWeight.stream().filter(one -> one.fits(call))
            .findFirst().map(SandboxCase::answer).orElseGet(() -> unmatched(call)));
    }

    private static Answer unmatched(Call call) {
        if (call.body().length > 0) {
            throw Problem.internalFailure();
        }
        return Answer.of(400, Json.array().add(Json.object().put("code", "InvalidInput")
            .put("message", "Could not match input arguments")));
    }

    private static List<SandboxCase> read(Path folder) {
        List<SandboxCase> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json")).sorted().toList()) {
                JsonNode json = Json.MAPPER.readTree(Files.readAllBytes(file));
                if (json == null || !json.path("cases").isArray()) {
                    throw new IllegalArgumentException(file + " is no file of sandbox cases: it has no list \"cases\"");
                }
                for (JsonNode one : json.path("cases")) {
                    all.add(new SandboxCase(one));
                }
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a file of sandbox cases in " + folder + " is no JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the sandbox cases of " + folder, e);
        }
        if (all.isEmpty()) {
            throw new IllegalArgumentException("no sandbox cases in " + folder);
        }
        return all;
    }
}
