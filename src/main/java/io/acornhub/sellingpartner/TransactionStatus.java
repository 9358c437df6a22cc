// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What Amazon says of a transaction, in the shapes of every API that has them. It is one of three words or, one day, another;
 * {@code Success} is never said of acknowledgements and invoices, so what stays {@code PROCESSING} long enough has to be proved otherwise.
 *
 * @param id null where it is missing
 * @param said Amazon's word as it came; null where there was none
 * @param errors empty, though the transaction may have failed
 */
public record TransactionStatus(String id, State state, String said, List<ApiError> errors) {

    /** Amazon's words, and one for those that are new. */
    public enum State {
        PROCESSING, SUCCESS, FAILURE, OTHER
    }

    public static TransactionStatus of(JsonNode answer) {
        JsonNode content = Lenient.content(answer);
        JsonNode nested = Lenient.field(content, "transactionStatus");
        JsonNode transaction = nested.isObject() ? nested : content;
        String said = Lenient.text(transaction, "status");
        JsonNode errors = Lenient.field(transaction, "errors");
        List<JsonNode> all = errors.isObject() && !Lenient.field(errors, "errors").isMissingNode()
            ? Lenient.list(errors, "errors") : Lenient.list(transaction, "errors");
        return new TransactionStatus(Lenient.text(transaction, "transactionId"), Lenient.constant(State.class, said).orElse(State.OTHER),
            said, all.stream().map(TransactionStatus::error).toList());
    }

    private static ApiError error(JsonNode error) {
        String code = Lenient.text(error, "code");
        String message = Lenient.text(error, "message");
        return new ApiError(code == null ? "no code" : code, message == null ? "" : message, Lenient.text(error, "details"));
    }

    /** The id in the answer to a POST; null where it is missing. */
    public static String idOf(JsonNode answer) {
        return Lenient.text(Lenient.content(answer), "transactionId");
    }
}
