// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.http;

import io.acornhub.simulator.UsagePlans.Plan;
import io.acornhub.simulator.internal.access.Account;
import io.acornhub.simulator.internal.access.Limits;
import io.acornhub.simulator.internal.access.Tokens;
import io.acornhub.simulator.internal.base.Problem;
import io.acornhub.simulator.internal.base.Rule;
import io.acornhub.simulator.internal.base.Rules;
import io.acornhub.simulator.internal.base.SimulatedClock;
import io.acornhub.simulator.internal.base.State;
import io.acornhub.simulator.internal.faults.Distortions;
import io.acornhub.simulator.internal.faults.Fault;
import io.acornhub.simulator.internal.faults.FaultKind;
import io.acornhub.simulator.internal.faults.Faults;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of every call: region, operation, token, role, limit, faults, work, faults again. What it says of itself in headers is
 * what Amazon says: a request id on every answer, the rate on 20x, 400 and 404 alone.
 */
public final class Gateway {
    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
    private static final int LARGEST_BODY = 5 * 1024 * 1024;
    private static final Set<Integer> WITH_RATE = Set.of(200, 201, 202, 204, 400, 404);
    private final Routes routes;
    private final Tokens tokens;
    private final Limits limits;
    private final Faults faults;
    private final Calls calls;
    private final Rules rules;
    private final State state;
    private final SimulatedClock clock;

    /**
     * What goes back.
     *
     * @param answer null: nothing, the connection is closed
     * @param hold how long to wait before it is closed
     */
    public record Outcome(Answer answer, Map<String, String> headers, Duration hold) {
    }

    public Gateway(Routes routes, Tokens tokens, Limits limits, Faults faults, Calls calls, Rules rules, State state,
                   SimulatedClock clock) {
        this.routes = routes;
        this.tokens = tokens;
        this.limits = limits;
        this.faults = faults;
        this.calls = calls;
        this.rules = rules;
        this.state = state;
        this.clock = clock;
    }

    public Outcome handle(Call call) {
        String region = region(call.path());
        String path = region == null ? call.path() : call.path().substring(3);
        Routes.Found found = routes.find(call.method(), path).orElse(null);
        if (found != null && found.endpoint().access() == Endpoint.Access.OPEN && !found.endpoint().operation().equals("token")) {
            call.pathValues(found.values());
            return new Outcome(answer(call, found.endpoint()), Map.of(), null);
        }
        return amazons(call, region, found);
    }

    /** {@code /na}, {@code /eu} and {@code /fe} before the path stand for the regions' hosts. */
    private static String region(String path) {
        boolean prefixed = path.matches("/(na|eu|fe)/.*");
        return prefixed ? path.substring(1, 3).toUpperCase(Locale.ROOT) : null;
    }

    private Outcome amazons(Call call, String region, Routes.Found found) {
        String requestId = UUID.randomUUID().toString();
        String operation = found == null ? "unknown" : found.endpoint().operation();
        Fault fault = null;
        Answer answer;
        try {
            if (found == null) {
                throw Problem.unauthorized("");
            }
            call.pathValues(found.values());
            admit(call, region, found.endpoint());
            fault = faults.next(operation, call.account() == null ? null : call.account().name(), furtherPage(call)).orElse(null);
            answer = work(call, found.endpoint(), fault);
        } catch (Problem e) {
            answer = Answer.of(e);
        }
        boolean closed = answer == null;
        String outcome = closed ? fault == null ? "down" : fault.fault().word() : String.valueOf(answer.status());
        calls.add(new Calls.Entry(clock.instant(), operation, call.account() == null ? null : call.account().name(),
            String.join("&", call.query().keySet()), outcome, fault == null ? null : fault.fault().word(), requestId));
        if (closed) {
            return new Outcome(null, Map.of(), held(fault) ? fault.hold() : Duration.ZERO);
        }
        boolean bare = fault != null && fault.fault() == FaultKind.BARE_THROTTLE;
        return new Outcome(answer, bare ? Map.of() : headers(answer, requestId, found), null);
    }

    private static boolean held(Fault fault) {
        return fault != null && (fault.fault() == FaultKind.TIMEOUT_AFTER || fault.fault() == FaultKind.TIMEOUT_BEFORE);
    }

    private static boolean furtherPage(Call call) {
        return call.query().containsKey("nextToken") || call.query().containsKey("paginationToken");
    }

    /** Everything that stands before the operation itself, faults apart. */
    private void admit(Call call, String region, Endpoint endpoint) {
        if (endpoint.access() == Endpoint.Access.OPEN) {
            return;
        }
        if (region != null && faults.down(region)) {
            throw Problem.unavailable();
        }
        String token = call.header("x-amz-access-token");
        if (endpoint.access() == Endpoint.Access.GRANTLESS) {
            tokens.grantless(token);
            return;
        }
        Account account = tokens.account(token);
        call.account(account);
        if (faults.down(account.region())) {
            throw Problem.unavailable();
        }
        if (region != null && !region.equals(account.region())) {
            throw Problem.unauthorized("The access token belongs to another region.");
        }
        if (account.group().withoutRole().contains(endpoint.operation())) {
            throw Problem.unauthorized("The application has no role for the operation.");
        }
        if (endpoint.plan() != null && !limits.take(endpoint.operation(), account, endpoint.plan())) {
            throw Problem.quotaExceeded();
        }
        String agent = call.header("user-agent");
        if (rules.on(Rule.USER_AGENT) && (agent == null || agent.isBlank() || agent.length() > 500)) {
            throw Problem.invalid("The header user-agent is missing or has more than 500 characters.");
        }
    }

    /** The answer, or null where the connection is to be closed. */
    private Answer work(Call call, Endpoint endpoint, Fault fault) {
        FaultKind kind = fault == null ? null : fault.fault();
        if (kind != null && kind.when() == FaultKind.When.BEFORE) {
            return instead(call, kind);
        }
        call.fault(fault);
        Answer answer = answer(call, endpoint);
        if (kind == null || kind.when() == FaultKind.When.PAGE) {
            return answer;
        }
        return switch (kind) {
            case ERROR_500_AFTER -> Answer.of(Problem.internalFailure());
            case TIMEOUT_AFTER, CLOSE_AFTER -> null;
            default -> answer.json() == null ? answer
                : Answer.of(answer.status(), Distortions.of(kind, answer.json()));
        };
    }

    private Answer instead(Call call, FaultKind kind) {
        switch (kind) {
            case ERROR_500 -> throw Problem.internalFailure();
            case ERROR_503 -> throw Problem.unavailable();
            case THROTTLE -> throw Problem.quotaExceeded();
            case ERROR_401 -> throw new Problem(401, "Unauthorized", "Access to requested resource is denied.", "");
            case ERROR_403 -> throw Problem.unauthorized("");
            case ERROR_404 -> throw Problem.notFound("The requested resource does not exist.");
            case INVALID_INPUT_WHILE_PAGING -> throw Problem.invalid("The value of nextToken is not valid.");
            case TOKEN_EXPIRED_WHILE_PAGING -> {
                tokens.expire(call.header("x-amz-access-token"));
                throw Problem.unauthorized("The access token you provided has expired.");
            }
            case BARE_THROTTLE -> {
                return Answer.bytes(429, new byte[0], "text/html", Map.of());
            }
            default -> {
                return null;
            }
        }
    }

    private Answer answer(Call call, Endpoint endpoint) {
        try {
            boolean posts = !call.method().equals("GET") && !call.method().equals("DELETE");
            if (posts && call.body().length > LARGEST_BODY && endpoint.access() != Endpoint.Access.OPEN) {
                throw new Problem(413, "RequestTooLarge", "The request has more than " + LARGEST_BODY + " bytes.", "");
            }
            String type = call.header("content-type");
            boolean json = type != null && type.toLowerCase(Locale.ROOT).startsWith("application/json");
            if (posts && endpoint.access() != Endpoint.Access.OPEN && !json) {
                throw new Problem(415, "UnsupportedMediaType", "The content type must be application/json.", "");
            }
            return state.with(() -> endpoint.handler().handle(call));
        } catch (Problem e) {
            return Answer.of(e);
        } catch (RuntimeException e) {
            LOG.error("{} failed in the simulator", endpoint.operation(), e);
            return Answer.of(Problem.internalFailure());
        }
    }

    private Map<String, String> headers(Answer answer, String requestId, Routes.Found found) {
        Map<String, String> headers = new HashMap<>(answer.headers());
        headers.put("x-amzn-RequestId", requestId);
        if (found != null && found.endpoint().plan() != null && WITH_RATE.contains(answer.status())) {
            Plan plan = limits.plan(found.endpoint().operation(), found.endpoint().plan());
            headers.put("x-amzn-RateLimit-Limit", plan.rate().stripTrailingZeros().toPlainString());
        }
        return headers;
    }
}
