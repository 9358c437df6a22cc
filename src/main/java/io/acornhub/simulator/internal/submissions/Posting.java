// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.submissions;

import com.fasterxml.jackson.databind.JsonNode;
import io.acornhub.simulator.Timing;
import io.acornhub.simulator.internal.base.Agenda;
import io.acornhub.simulator.internal.base.Json;
import io.acornhub.simulator.internal.base.Problem;
import io.acornhub.simulator.internal.base.Rule;
import io.acornhub.simulator.internal.base.Rules;
import io.acornhub.simulator.internal.base.SimulatedClock;
import io.acornhub.simulator.internal.http.Answer;
import io.acornhub.simulator.internal.http.Call;
import io.acornhub.simulator.internal.shapes.Shapes;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** What all POSTs of documents do alike: check the form, open one transaction, keep each document and process it when its time comes. */
public final class Posting {
    private final Submissions submissions;
    private final Transactions transactions;
    private final Agenda agenda;
    private final SimulatedClock clock;
    private final Timing timing;
    private final Rules rules;

    public Posting(Submissions submissions, Transactions transactions, Agenda agenda, SimulatedClock clock, Timing timing, Rules rules) {
        this.submissions = submissions;
        this.transactions = transactions;
        this.agenda = agenda;
        this.clock = clock;
        this.timing = timing;
        this.rules = rules;
    }

    /**
     * What a request holds.
     *
     * @param model and {@code definition}: the form it must have
     * @param list the member that holds the documents
     * @param number of a document, as the vendor calls it
     * @param orders the purchase orders a document is about
     */
    public record Form(Submission.Kind kind, String model, String definition, String list, Function<JsonNode, String> number,
                       Function<JsonNode, List<String>> orders) {
    }

    /** What Amazon does with a document at its time; {@code ignored}: spelled so that it is taken and has no effect. */
    @FunctionalInterface
    public interface Processing {
        void process(Submission submission, JsonNode document, boolean ignored, Instant time);
    }

    public Answer take(Call call, Form form, Processing processing) {
        JsonNode body = call.json();
        boolean ignored = !Shapes.check(form.model(), form.definition(), body, rules.on(Rule.WRONG_CASE_WITHOUT_EFFECT)).wrongCase()
            .isEmpty();
        if (body.path(form.list()).isEmpty()) {
            throw Problem.invalid("The request has no " + form.list() + ".");
        }
        String transaction = transactions.open(call.account());
        Instant now = clock.instant();
        for (JsonNode document : body.path(form.list())) {
            Submission submission = submissions.add(form.kind(), call.account(), form.number().apply(document),
                form.orders().apply(document), transaction, now, document);
            agenda.at(now.plus(timing.effectAfter()), time -> processing.process(submission, document, ignored, time));
        }
        return Answer.payload(202, Json.object().put("transactionId", transaction));
    }
}
