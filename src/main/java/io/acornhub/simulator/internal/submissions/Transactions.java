// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.submissions;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.acornhub.simulator.UsagePlans.Plan;
import io.acornhub.simulator.internal.access.Account;
import io.acornhub.simulator.internal.base.Json;
import io.acornhub.simulator.internal.base.Problem;
import io.acornhub.simulator.internal.base.Problem.ApiError;
import io.acornhub.simulator.internal.base.Rule;
import io.acornhub.simulator.internal.base.Rules;
import io.acornhub.simulator.internal.base.SimulatedClock;
import io.acornhub.simulator.internal.http.Answer;
import io.acornhub.simulator.internal.http.Call;
import io.acornhub.simulator.internal.http.Endpoint;
import io.acornhub.simulator.internal.http.Routes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What getTransaction says. A transaction is {@code Processing} until its outcome is known, and that can be for ever. */
public final class Transactions {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);
    private static final ApiError WITHHELD = new ApiError("NotAvailable", "Error details are not available.");
    private final Map<String, Transaction> byId = new HashMap<>();
    private final SimulatedClock clock;
    private final Rules rules;

    private static final class Transaction {
        private final Account account;
        private Instant known;
        private String status;
        private List<ApiError> errors = List.of();

        private Transaction(Account account) {
            this.account = account;
        }
    }

    public Transactions(SimulatedClock clock, Rules rules) {
        this.clock = clock;
        this.rules = rules;
    }

    public void addTo(Routes routes) {
        routes.add(Endpoint.of("getTransaction", "GET", "/vendor/transactions/v1/transactions/{transactionId}", Plan.of("10", 10),
            this::get));
    }

    /** A new transaction's id: a time stamp and a UUID, 51 characters. */
    public String open(Account account) {
        String id = STAMP.format(clock.instant()) + "-" + UUID.randomUUID();
        byId.put(id, new Transaction(account));
        return id;
    }

    /** It failed; that is said from a time on. Errors of several documents of one request add up. */
    public void failed(String id, Instant known, List<ApiError> errors) {
        Transaction transaction = byId.get(id);
        List<ApiError> all = new ArrayList<>(transaction.errors);
        all.addAll(errors);
        transaction.errors = all;
        transaction.status = "Failure";
        transaction.known = known;
    }

    /** It succeeded, which is said from a time on, unless another document of the request failed. */
    public void succeeded(String id, Instant known) {
        Transaction transaction = byId.get(id);
        if (transaction.status == null) {
            transaction.status = "Success";
            transaction.known = known;
        }
    }

    private Answer get(Call call) {
        if (rules.on(Rule.TRANSACTION_REGION) && call.account().region().equals("FE")) {
            throw Problem.unauthorized("The operation is not available in this region.");
        }
        String id = call.pathValue("transactionId");
        Transaction transaction = byId.get(id);
        if (transaction == null || transaction.account != call.account()) {
            throw Problem.notFound("There is no transaction " + id + ".");
        }
        boolean known = transaction.status != null && !clock.instant().isBefore(transaction.known);
        ObjectNode payload = Json.object();
        ObjectNode status = payload.putObject("transactionStatus").put("transactionId", id)
            .put("status", known ? transaction.status : "Processing");
        if (known && !transaction.errors.isEmpty()) {
            ArrayNode errors = status.putArray("errors");
            transaction.errors.stream().map(e -> rules.on(Rule.REASONS_WITHHELD) ? WITHHELD : e).forEach(e -> errors.addObject()
                .put("code", e.code()).put("message", e.message()).put("details", e.details()));
        }
        return Answer.payload(200, payload);
    }
}
