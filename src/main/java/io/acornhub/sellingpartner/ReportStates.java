// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** Answers about reports and queries, read. */
final class ReportStates {
    private ReportStates() {
    }

    /** The answer's object; null where none came. */
    static JsonNode content(CallResult result) {
        try {
            return result instanceof CallResult.Answered answered ? Lenient.content(Lenient.read(answered.answer().body())) : null;
        } catch (Lenient.UnreadableAnswer e) {
            return null;
        }
    }

    static ReportState created(CallResult result, String field) {
        JsonNode content = content(result);
        String id = content == null ? null : Lenient.text(content, field);
        if (id != null) {
            return new ReportState.Underway(id, "IN_QUEUE");
        }
        return new ReportState.NotKnown(result instanceof CallResult.Answered ? new CallResult.Unavailable("the answer has no " + field,
            Duration.ofMinutes(1)) : result);
    }
}
