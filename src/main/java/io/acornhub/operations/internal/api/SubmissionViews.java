// SPDX-License-Identifier: Apache-2.0
package io.acornhub.operations.internal.api;

import io.acornhub.sellingpartner.Settlements;
import io.acornhub.sellingpartner.SettledInvoice;
import io.acornhub.sellingpartner.Submission;
import io.acornhub.sellingpartner.SubmissionState;
import io.acornhub.sellingpartner.Submissions;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** The JSON of what was posted by API, and of what Amazon says of invoices. */
@Component
class SubmissionViews {
    private final Submissions submissions;
    private final Settlements settlements;

    SubmissionViews(Submissions submissions, Settlements settlements) {
        this.submissions = submissions;
        this.settlements = settlements;
    }

    @Schema(description = "One document posted by API and what became of it")
    record SubmissionView(String id, String documentId, String interchangeId, String partner, String connection, String operation,
                          @Schema(description = "PO number, shipment identifier, invoice number") String subject,
                          @Schema(description = "READY, POSTING, UNKNOWN, SUBMITTED, ASSUMED_ACCEPTED (no Failure in time, or Success), "
                              + "CONFIRMED (an independent read shows it), FAILED, REFUSED, HELD, SUPERSEDED") String state,
                          int attempt, String transactionId, String transactionState, String requestId, Instant postedAt, Instant nextLook,
                          Instant decidedAt, String reason, @Schema(description = "SHA-256 of the answer that decided, in the archive")
                          String evidence, @Schema(description = "In one sentence") String words, List<Submissions.AnswerRow> answers) {
    }

    @Schema(description = "What Amazon says of an invoice and its payment")
    record Settlement(String identifier, String status, String currency, BigDecimal amount, BigDecimal paid, BigDecimal queued,
                      BigDecimal discount, BigDecimal quantityVariance, BigDecimal priceVariance, Instant dueDate,
                      List<String> remittances, Instant modifiedAt, Instant readAt, List<SettledInvoice.Line> lines) {
    }

    List<SubmissionView> list(List<SubmissionState> states, String partner, int limit) {
        return submissions.list(states, partner, limit).stream().map(this::view).toList();
    }

    /** Every time a document left by API, newest first. */
    List<SubmissionView> ofDocument(String documentId) {
        return submissions.ofDocument(documentId).stream().map(this::view).toList();
    }

    /** Null where nothing is known. */
    Settlement settlement(String partner, String invoiceNumber) {
        return settlements.find(partner, invoiceNumber).map(k -> {
            SettledInvoice i = k.invoice();
            return new Settlement(i.identifier(), i.status(), i.currency(), OrderViews.money(i.amount()), OrderViews.money(i.paid()),
                OrderViews.money(i.queued()), OrderViews.money(i.discount()), OrderViews.money(i.quantityVariance()),
                OrderViews.money(i.priceVariance()), i.dueDate(), i.remittances(), i.modifiedAt(), k.readAt(), i.lines());
        }).orElse(null);
    }

    private SubmissionView view(Submission s) {
        return new SubmissionView(s.id(), s.documentId(), s.interchangeId(), s.partner(), s.connection(), s.operation().id(), s.subject(),
            s.state().name(), s.attempt(), s.transactionId(), s.transactionState(), s.requestId(), s.postedAt(), s.lookAt(), s.decidedAt(),
            s.reason(), s.evidence(), words(s), submissions.answers(s.id()));
    }

    private static String words(Submission s) {
        String what = s.operation().id() + " " + s.subject();
        String why = s.reason() == null ? "" : ": " + s.reason();
        return switch (s.state()) {
            case READY -> what + (s.waitingSince() == null ? " goes out next" + why : " waits since " + s.waitingSince() + why) + ".";
            case POSTING -> what + " is posted now.";
            case UNKNOWN -> what + " was posted and nobody knows whether it arrived" + why + ".";
            case SUBMITTED -> what + " was taken by Amazon" + (s.transactionId() == null ? "" : " as transaction " + s.transactionId())
                + why + ".";
            case ASSUMED_ACCEPTED -> what + " counts as accepted, which nothing shows" + why + ".";
            case CONFIRMED -> what + " is confirmed" + why + ".";
            case FAILED -> what + " failed" + why + ".";
            case REFUSED -> what + " was refused" + why + ".";
            case HELD -> what + " waits for a person" + why + ".";
            case SUPERSEDED -> what + " was replaced" + why + ".";
        };
    }
}
