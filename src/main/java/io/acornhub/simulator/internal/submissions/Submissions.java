// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.submissions;

import com.fasterxml.jackson.databind.JsonNode;
import io.acornhub.simulator.internal.access.Account;
import io.acornhub.simulator.internal.base.Json;
import io.acornhub.simulator.internal.base.Problem.ApiError;
import io.acornhub.simulator.internal.submissions.Submission.Kind;
import io.acornhub.simulator.internal.submissions.Submission.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Everything that vendors sent, in the order it came, with indexes by number and by order. Guarded by the state's lock. */
public final class Submissions {
    private final List<Submission> all = new ArrayList<>();
    private final Map<Kind, Map<String, List<Submission>>> byNumber = new EnumMap<>(Kind.class);
    private final Map<Kind, Map<String, List<Submission>>> acceptedByOrder = new EnumMap<>(Kind.class);

    public Submissions() {
        for (Kind kind : Kind.values()) {
            byNumber.put(kind, new HashMap<>());
            acceptedByOrder.put(kind, new HashMap<>());
        }
    }

    public Submission add(Kind kind, Account account, String number, List<String> orders, String transactionId, Instant received,
                          JsonNode document) {
        Submission submission = new Submission(kind, account, number, orders, transactionId, received, Json.write(document));
        all.add(submission);
        byNumber.get(kind).computeIfAbsent(number, key -> new ArrayList<>(1)).add(submission);
        return submission;
    }

    public void judge(Submission submission, Verdict verdict, List<ApiError> reasons) {
        boolean repeated = verdict == Verdict.ACCEPTED && of(submission.kind(), submission.number()).stream()
            .anyMatch(s -> s != submission && s.verdict() == Verdict.ACCEPTED && Arrays.equals(s.document(), submission.document()));
        submission.judge(verdict, reasons, repeated);
        if (verdict == Verdict.ACCEPTED) {
            submission.orders().forEach(order -> acceptedByOrder.get(submission.kind())
                .computeIfAbsent(order, key -> new ArrayList<>(1)).add(submission));
        }
    }

    public List<Submission> all() {
        return Collections.unmodifiableList(all);
    }

    public List<Submission> of(Kind kind, String number) {
        return byNumber.get(kind).getOrDefault(number, List.of());
    }

    public List<Submission> accepted(Kind kind, String order) {
        return acceptedByOrder.get(kind).getOrDefault(order, List.of());
    }

    /** The numbers of a kind with what came under each. */
    public Map<String, List<Submission>> numbers(Kind kind) {
        return Collections.unmodifiableMap(byNumber.get(kind));
    }
}
