// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sellingpartner;

import java.time.Instant;

/**
 * One document that leaves by the API in one request, and what became of it (a row of table {@code submission}).
 *
 * @param subject what an independent read finds it by: PO number, shipment identifier, invoice number
 * @param attempt how often it was posted
 * @param transactionState what getTransaction said last, in Amazon's words; null before
 * @param waitingSince since when the API could not take it; null when it could
 * @param lookAt when it is looked at next; null when nothing more is looked for
 * @param looks how often it was looked at in this state; while it waits to be posted: how often it was tried
 * @param evidence SHA-256 of the answer that decided, in the archive
 */
public record Submission(String id, String interchangeId, String documentId, String partner, String connection, Operation operation,
                         String subject, String vendorCode, SubmissionState state, int attempt, String transactionId,
                         String transactionState, String requestId, Instant waitingSince, Instant postedAt, Instant lookAt, int looks,
                         Instant decidedAt, String reason, String evidence, String evidenceRequest) {

    /** Committed before the POST; {@code giveUpAt} is when an answer that has not come will not come. */
    public Submission posting(Instant at, Instant giveUpAt) {
        return new Submission(id, interchangeId, documentId, partner, connection, operation, subject, vendorCode, SubmissionState.POSTING,
            attempt + 1, null, null, null, waitingSince, at, giveUpAt, looks, null, null, null, null);
    }

    /** It waits to be posted, again or for the first time. */
    public Submission ready(Instant since, Instant next, int tries, String why) {
        return new Submission(id, interchangeId, documentId, partner, connection, operation, subject, vendorCode, SubmissionState.READY,
            attempt, null, null, null, since, postedAt, next, tries, null, why, null, null);
    }

    public Submission unknown(Instant next, String why) {
        return new Submission(id, interchangeId, documentId, partner, connection, operation, subject, vendorCode, SubmissionState.UNKNOWN,
            attempt, null, null, null, null, postedAt, next, 0, null, why, null, null);
    }

    /** Amazon has it. A transaction id can be null: it was found by a look. */
    public Submission submitted(String transaction, String request, Instant next, String why) {
        return new Submission(id, interchangeId, documentId, partner, connection, operation, subject, vendorCode,
            SubmissionState.SUBMITTED, attempt, transaction, null, request, null, postedAt, next, 0, null, why, null, null);
    }

    /** Looked at without a decision. */
    public Submission looked(String said, Instant next, String why) {
        return new Submission(id, interchangeId, documentId, partner, connection, operation, subject, vendorCode, state, attempt,
            transactionId, said, requestId, waitingSince, postedAt, next, looks + 1, decidedAt, why, evidence, evidenceRequest);
    }

    /** What was found; {@code next} null when nothing more is looked for. */
    public Submission decided(SubmissionState found, String said, Instant at, Instant next, Proof proof) {
        return new Submission(id, interchangeId, documentId, partner, connection, operation, subject, vendorCode, found, attempt,
            transactionId, said, requestId, null, postedAt, next, 0, at, proof.words(), proof.sha256(), proof.requestId());
    }

    /**
     * What a decision rests on.
     *
     * @param sha256 of the answer in the archive; null where the clock decided
     */
    public record Proof(String words, String sha256, String requestId) {
        public static Proof of(String words) {
            return new Proof(words, null, null);
        }
    }

    /** As sentences name it. */
    public String inWords() {
        return operation.id() + " " + subject;
    }
}
