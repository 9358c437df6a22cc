// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.api;

import io.acornhub.sellingpartner.Connection;
import io.acornhub.sellingpartner.Connections;
import io.acornhub.sellingpartner.KeptCall;
import io.acornhub.sellingpartner.KeptCalls;
import io.acornhub.sellingpartner.SecretAge;
import io.acornhub.sellingpartner.SecretCalendar;
import io.acornhub.sellingpartner.UsageLimits;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/connections")
@Tag(name = "Connections", description = "Connections to Amazon's Selling Partner API: secrets, usage plans, calls")
class ConnectionController {
    private static final Duration LAST_DAY = Duration.ofHours(24);
    private final Connections connections;
    private final SecretCalendar calendar;
    private final UsageLimits limits;
    private final KeptCalls calls;
    private final Clock clock;

    ConnectionController(Connections connections, SecretCalendar calendar, UsageLimits limits, KeptCalls calls, Clock clock) {
        this.connections = connections;
        this.calendar = calendar;
        this.limits = limits;
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * @param vendorCodes empty for all of the vendor group
     * @param throttled requests of the last 24 hours that Amazon answered with 429
     * @param calls requests of the last 24 hours by operation and outcome
     * @param lastCall null where none is kept
     * @param usagePlans operations called since this process started
     */
    record ConnectionView(String name, String partner, String channel, String region, String marketplace, String endpoint,
                          List<String> vendorCodes, SecretView secret, long throttled, List<CountView> calls, CallView lastCall,
                          List<UsageView> usagePlans) {
    }

    /** @param countedFrom PARTNER_FILE or FIRST_SEEN */
    record SecretView(Instant issuedAt, String countedFrom, Instant expiresAt, Long daysLeft, String problem) {
    }

    record CountView(String operation, String outcome, Integer status, long calls, Instant lastAt) {
    }

    /** @param ratePerSecond as Amazon said it last, else of the published plan */
    record UsageView(String operation, BigDecimal ratePerSecond, long available, long blockedSeconds) {
    }

    record CallView(String operation, String method, String target, String subject, int attempt, Instant startedAt, long millis,
                    Integer status, String requestId, BigDecimal rateLimit, String outcome, String words) {
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Each connection with the age of its secret, its calls of the last day and its usage plans")
    List<ConnectionView> list() {
        Instant now = clock.instant();
        return calendar.look().stream().map(age -> view(age, now)).toList();
    }

    @GetMapping(path = "/{name}/calls", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Requests to Amazon, newest first, each with the request id that its support asks for")
    List<CallView> calls(@PathVariable String name,
        @Parameter(description = "Amazon's operation id, such as getPurchaseOrders") @RequestParam(required = false) String operation,
        @Parameter(description = "an order, shipment, invoice, transaction or report") @RequestParam(required = false) String subject,
        @RequestParam(defaultValue = Parameters.DEFAULT_LIMIT) int limit) {
        Connection connection = connections.find(name).orElseThrow(() -> Refusal.unknown("connection", name));
        String wanted = Parameters.text(operation) == null ? null : io.acornhub.sellingpartner.Operation.of(operation.strip())
            .orElseThrow(() -> Refusal.bad("operation must be one of Amazon's operation ids, not '" + operation + "'.")).id();
        return calls.latest(connection.name(), wanted, Parameters.text(subject), Parameters.limit(limit)).stream()
            .map(ConnectionController::call).toList();
    }

    private ConnectionView view(SecretAge age, Instant now) {
        Connection connection = age.connection();
        List<KeptCalls.Count> counts = calls.counts(connection.name(), now.minus(LAST_DAY));
        long throttled = counts.stream().filter(c -> c.outcome() == KeptCall.Outcome.THROTTLED).mapToLong(KeptCalls.Count::calls).sum();
        return new ConnectionView(connection.name(), connection.partner(), connection.channel(), connection.region().name(),
            connection.marketplace(), connection.endpoint().toString(), connection.vendorCodes(), secret(age, now), throttled,
            counts.stream().map(c -> new CountView(c.operation(), c.outcome().name(), c.status(), c.calls(), c.last())).toList(),
            calls.latest(connection.name(), null, null, 1).stream().findFirst().map(ConnectionController::call).orElse(null),
            limits.of(connection.name()).stream().map(l -> new UsageView(l.operation().id(), l.rate(), l.available(),
                l.blockedFor().toSeconds())).toList());
    }

    private static SecretView secret(SecretAge age, Instant now) {
        return age.fingerprint() == null ? new SecretView(null, null, null, null, age.problem())
            : new SecretView(age.since(), age.said() ? "PARTNER_FILE" : "FIRST_SEEN", age.expiresAt(), age.daysLeft(now), null);
    }

    private static CallView call(KeptCall c) {
        return new CallView(c.operation(), c.method(), c.target(), c.subject(), c.attempt(), c.startedAt(), c.millis(), c.status(),
            c.requestId(), c.rateLimit(), c.outcome().name(), c.words());
    }
}
