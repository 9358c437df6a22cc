// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.edi;

import com.fasterxml.jackson.databind.JsonNode;
import io.acornhub.simulator.internal.base.Json;
import io.acornhub.simulator.internal.base.Problem;
import io.acornhub.simulator.internal.http.Answer;
import io.acornhub.simulator.internal.http.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What somebody decides of Amazon's next 997s: {@code A}, {@code E}, {@code R}, or {@code none} (no 997 at all). Guarded by the
 * state's lock.
 */
final class AnswerScript {
    private static final Set<String> ANSWERS = Set.of("A", "E", "R", "none");
    private final List<Entry> entries = new ArrayList<>();

    private static final class Entry {
        private final String document;
        private final String answer;
        private int left;

        private Entry(String document, String answer, int left) {
            this.document = document;
            this.answer = answer;
            this.left = left;
        }
    }

    /** {@code POST /_sim/edi/answers}: {@code {"document": "855", "answer": "R", "count": 1}}; without document it is for any. */
    Answer set(Call call) {
        JsonNode body = call.json();
        String answer = body.path("answer").asText();
        int count = body.path("count").asInt(1);
        if (!ANSWERS.contains(answer) || count < 1) {
            throw Problem.invalid("answer is one of A, E, R, none; count is above zero");
        }
        entries.add(new Entry(body.path("document").asText(""), answer, count));
        return Answer.ok(Json.object().put("waiting", entries.size()));
    }

    /** What is decided for the next set of a code; empty: nothing. */
    String next(String code) {
        for (Entry entry : entries) {
            if (entry.document.isEmpty() || entry.document.equals(code)) {
                entry.left--;
                entries.removeIf(one -> one.left == 0);
                return entry.answer;
            }
        }
        return "";
    }
}
