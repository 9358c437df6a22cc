// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.submission;

import com.fasterxml.jackson.databind.JsonNode;
import io.acornhub.interchange.Interchange;
import io.acornhub.routing.SubmissionSettings;
import io.acornhub.routing.WorkMessage;
import io.acornhub.routing.internal.Outboxes;
import io.acornhub.routing.internal.StageTools;
import io.acornhub.routing.internal.WorkSender;
import io.acornhub.sellingpartner.Connection;
import io.acornhub.sellingpartner.Lenient;
import io.acornhub.sellingpartner.Operation;
import io.acornhub.sellingpartner.Submission;
import io.acornhub.sellingpartner.SubmissionState;
import io.acornhub.sellingpartner.Submissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What is done after a POST whose outcome nobody knows (facts, section 5.4). An acknowledgment goes again, since it replaces the one
 * before line by line; one with a rejected line is looked for first, since Rejected is final. A shipment confirmation is looked for
 * and goes again under the same identifier if it is not there. An invoice never goes again unseen.
 */
@Component
class Recovery {
    private static final int INVOICE_LOOKS = 2;
    private final Posted posted;
    private final Submissions submissions;
    private final SubmissionOutcomes outcomes;
    private final AmazonReads reads;
    private final StageTools tools;
    private final WorkSender sender;
    private final Outboxes outboxes;
    private final SubmissionSettings settings;
    private final Clock clock;

    Recovery(Posted posted, Submissions submissions, SubmissionOutcomes outcomes, AmazonReads reads, StageTools tools, WorkSender sender,
             Outboxes outboxes, SubmissionSettings settings, Clock clock) {
        this.posted = posted;
        this.submissions = submissions;
        this.outcomes = outcomes;
        this.reads = reads;
        this.tools = tools;
        this.sender = sender;
        this.outboxes = outboxes;
        this.settings = settings;
        this.clock = clock;
    }

    /** How long after an unknown outcome it is looked for. */
    static Duration patience(Operation operation, SubmissionSettings settings) {
        return operation == Operation.SUBMIT_INVOICES ? settings.unknownInvoiceAfter() : settings.unknownAfter();
    }

    /** A POST whose answer was never written: the process that made it ended, or its answer does not come any more. */
    void givenUp(Submission submission) {
        String words = "no answer to the POST of " + submission.postedAt() + " was recorded; the hub or the connection was cut off";
        posted.change(submission.id(), s -> s.state() == SubmissionState.POSTING && s.attempt() == submission.attempt(),
            at -> outcomes.unknown(at, clock.instant(), words));
    }

    /** What waited goes to its queue again. */
    void post(Submission submission) {
        Interchange[] request = new Interchange[1];
        posted.change(submission.id(), s -> s.state() == SubmissionState.READY && s.lookAt() != null, at -> {
            Submission s = at.submission();
            submissions.save(s.ready(s.waitingSince(), null, s.looks(), s.reason()));
            request[0] = at.request();
        });
        if (request[0] != null) {
            sender.send(outboxes.queueOf(request[0]), WorkMessage.ofInterchange(request[0].id()));
        }
    }

    /** Those of one operation whose outcome is unknown and that are due. */
    void recover(Connection connection, Prover prover, List<Submission> unknown) {
        List<Submission> looked = new ArrayList<>();
        for (Submission submission : unknown) {
            if (overtaken(submission)) {
                posted.change(submission.id(), SubmissionStates.UNKNOWN, at -> outcomes.overtaken(at,
                    "nobody knows whether it arrived, and a later one about " + submission.subject() + " was sent since"));
            } else if (prover == null || replaces(submission)) {
                again(submission, "it replaces what may have arrived");
            } else {
                looked.add(submission);
            }
        }
        Map<String, Finding> found = looked.isEmpty() ? Map.of() : prover.look(connection, looked);
        looked.forEach(s -> decide(s, found.get(s.id())));
    }

    /** Whether a later document about the same subject has been sent: this one would undo it. */
    private boolean overtaken(Submission submission) {
        return submission.operation() == Operation.SUBMIT_ACKNOWLEDGEMENT
            && submissions.of(submission.partner(), submission.operation(), submission.subject()).stream()
                .anyMatch(o -> o.id().compareTo(submission.id()) > 0 && o.attempt() > 0);
    }

    private boolean replaces(Submission submission) {
        if (submission.operation() != Operation.SUBMIT_ACKNOWLEDGEMENT) {
            return false;
        }
        JsonNode answer = reads.document(submission, "acknowledgements");
        return Lenient.list(answer, "items").stream().flatMap(i -> Lenient.list(i, "itemAcknowledgements").stream())
            .noneMatch(a -> Lenient.is(Lenient.text(a, "acknowledgementCode"), "REJECTED"));
    }

    private void decide(Submission submission, Finding finding) {
        Instant now = clock.instant();
        switch (finding.kind()) {
            case NOT_ASKED -> posted.change(submission.id(), SubmissionStates.UNKNOWN, at -> submissions.save(at.submission().unknown(
                now.plus(finding.after()), finding.words())));
            case NO_WAY -> posted.change(submission.id(), SubmissionStates.UNKNOWN, at -> outcomes.held(at,
                "Amazon may or may not have it, and " + finding.words() + ". Look in Vendor Central: if it is there, say that it arrived;"
                    + " if it is not, send it again with the same number"));
            case AS_SENT -> posted.change(submission.id(), SubmissionStates.UNKNOWN, at -> {
                outcomes.taken(at, at.submission().submitted(null, null, null, finding.words()), "it had arrived: " + finding.words());
                outcomes.confirmed(at, null, finding.proof());
                answer(at.submission(), finding);
            });
            case OTHER -> posted.change(submission.id(), SubmissionStates.UNKNOWN, at -> {
                answer(at.submission(), finding);
                if (submission.operation() == Operation.SUBMIT_INVOICES) {
                    // a number is never used again: what is there under it is ours, and Amazon says what is wrong with it
                    outcomes.rejected(at, SubmissionState.FAILED, null, finding.proof());
                    return;
                }
                outcomes.held(at, "it is not sent again, since " + finding.words() + ". Correct it in the ERP, or send it again if Amazon"
                    + " is to have this");
            });
            case NOT_SHOWN -> notShown(submission, finding, now);
            default -> throw new IllegalStateException("no rule for " + finding.kind());
        }
    }

    /** Not found: what can be there without being shown yet is waited for, then it goes again. */
    private void notShown(Submission submission, Finding finding, Instant now) {
        Instant next = switch (submission.operation()) {
            case SUBMIT_INVOICES -> submission.looks() + 1 < INVOICE_LOOKS ? now.plus(settings.unknownInvoiceAfter()) : null;
            case SUBMIT_ACKNOWLEDGEMENT -> now.isBefore(submission.postedAt().plus(settings.assumedAfter()))
                ? submission.postedAt().plus(settings.assumedAfter()) : null;
            default -> null;
        };
        if (next == null) {
            again(submission, finding.words());
            return;
        }
        posted.change(submission.id(), SubmissionStates.UNKNOWN, at -> submissions.save(at.submission().looked(null, next,
            finding.words())));
    }

    private void again(Submission submission, String why) {
        Interchange[] request = new Interchange[1];
        posted.change(submission.id(), SubmissionStates.UNKNOWN, at -> {
            submissions.save(at.submission().ready(null, null, 0, "sent again: " + why));
            tools.interchanges().status(at.request().id(), Interchange.Status.READY);
            at.change().event(SubmissionOutcomes.STAGE, "sent again", why);
            request[0] = at.request();
        });
        if (request[0] != null) {
            sender.send(outboxes.queueOf(request[0]), WorkMessage.ofInterchange(request[0].id()));
        }
    }

    private void answer(Submission s, Finding finding) {
        submissions.answer(s.id(), clock.instant(), SubmissionStates.proofOf(s.operation()), 200, finding.proof().requestId(),
            finding.proof().sha256(), finding.words());
    }
}
