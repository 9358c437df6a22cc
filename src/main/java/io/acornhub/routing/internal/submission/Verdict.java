// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.submission;

import com.fasterxml.jackson.databind.JsonNode;
import io.acornhub.routing.SubmissionSettings;
import io.acornhub.routing.internal.submission.AmazonReads.Read;
import io.acornhub.sellingpartner.Answer;
import io.acornhub.sellingpartner.ApiError;
import io.acornhub.sellingpartner.Call;
import io.acornhub.sellingpartner.Connection;
import io.acornhub.sellingpartner.Operation;
import io.acornhub.sellingpartner.Region;
import io.acornhub.sellingpartner.Submission;
import io.acornhub.sellingpartner.Submission.Proof;
import io.acornhub.sellingpartner.SubmissionState;
import io.acornhub.sellingpartner.Submissions;
import io.acornhub.sellingpartner.TransactionStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What one look makes of a submission that Amazon has: the state of its transaction, then an independent read, then the clock.
 * getTransaction says Success of shipments only; of the others a Failure that has not come within 15 minutes does not come.
 */
@Component
class Verdict {
    private final AmazonReads reads;
    private final Posted posted;
    private final Submissions submissions;
    private final SubmissionOutcomes outcomes;
    private final SubmissionSettings settings;
    private final Clock clock;

    Verdict(AmazonReads reads, Posted posted, Submissions submissions, SubmissionOutcomes outcomes, SubmissionSettings settings,
            Clock clock) {
        this.reads = reads;
        this.posted = posted;
        this.submissions = submissions;
        this.outcomes = outcomes;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param prover asked after the transaction; null where it was asked already or there is none
     * @param found what it said where it was asked already; null where not
     */
    void decide(Connection connection, Prover prover, Submission s, Finding found) {
        if (settles(s, found, s.transactionState())) {
            return;
        }
        Instant now = clock.instant();
        boolean inTime = now.isBefore(s.postedAt().plus(settings.assumedAfter()));
        String said = s.transactionState();
        if (connection.region() != Region.FE && s.transactionId() != null && !"Success".equalsIgnoreCase(said)
            && (s.state() == SubmissionState.SUBMITTED || settings.lookAfter(s.postedAt(), now.minus(Duration.ofMinutes(5))) != null)) {
            Read read = reads.get(connection, Call.of(Operation.GET_TRANSACTION).path("transactionId", s.transactionId()));
            if (!read.asked()) {
                later(s, now.plus(read.after()), read.words());
                return;
            }
            said = status(read);
            note(s, said, read);
            if ("Failure".equalsIgnoreCase(said)) {
                String failure = said;
                Proof proof = reads.proof(read, errors(read.json()));
                posted.change(s.id(), SubmissionStates.WITH_AMAZON, at -> outcomes.rejected(at, SubmissionState.FAILED, failure, proof));
                return;
            }
        }
        Finding seen = found != null || prover == null || inTime && s.looks() == 0 && !"Success".equalsIgnoreCase(said) ? found
            : prover.look(connection, List.of(s)).get(s.id());
        if (!settles(s, seen, said)) {
            open(s, said, seen, inTime, now);
        }
    }

    /** Whether an independent read decides. */
    private boolean settles(Submission s, Finding finding, String said) {
        if (finding == null || finding.kind() != Finding.Kind.AS_SENT && finding.kind() != Finding.Kind.OTHER) {
            return false;
        }
        posted.change(s.id(), SubmissionStates.WITH_AMAZON, at -> {
            submissions.answer(s.id(), clock.instant(), SubmissionStates.proofOf(s.operation()), 200, finding.proof().requestId(),
                finding.proof().sha256(), finding.words());
            if (finding.kind() == Finding.Kind.AS_SENT) {
                outcomes.confirmed(at, said, finding.proof());
            } else {
                outcomes.rejected(at, SubmissionState.FAILED, said, finding.proof());
            }
        });
        return true;
    }

    /** Nothing decides it: the clock may. */
    private void open(Submission s, String said, Finding seen, boolean inTime, Instant now) {
        boolean success = "Success".equalsIgnoreCase(said);
        String shown = seen == null ? "" : "; " + seen.words();
        if (s.state() == SubmissionState.SUBMITTED && (success || !inTime)) {
            Instant next = next(s, seen, now, 0);
            String words = success ? "Amazon reports Success of its transaction" : "no Failure within " + minutes(settings.assumedAfter())
                + " of posting, which Amazon counts as success" + (said == null ? "" : " (its transaction is " + said + ")");
            posted.change(s.id(), SubmissionStates.WITH_AMAZON, at -> outcomes.assumed(at, said, next, words + shown, success));
        } else if (s.state() == SubmissionState.SUBMITTED) {
            posted.change(s.id(), SubmissionStates.WITH_AMAZON, at -> submissions.save(at.submission().looked(said, settings.lookAfter(
                s.postedAt(), now) == null ? s.postedAt().plus(settings.assumedAfter()) : settings.lookAfter(s.postedAt(), now), null)));
        } else {
            Instant next = next(s, seen, now, s.looks() + 1);
            String words = s.reason() == null ? "" : s.reason().replaceFirst("; .*$", "");
            posted.change(s.id(), SubmissionStates.WITH_AMAZON, at -> submissions.save(at.submission().looked(said, next, words + shown
                + (next == null ? "; it is not looked for any more" : ""))));
        }
    }

    private Instant next(Submission s, Finding seen, Instant now, int reads) {
        if (seen != null && seen.kind() == Finding.Kind.NOT_ASKED) {
            return now.plus(seen.after());
        }
        Instant look = settings.lookAfter(s.postedAt(), now);
        return look != null ? look : seen != null && seen.kind() == Finding.Kind.NO_WAY ? null
            : settings.proofAfter(s.postedAt(), now, reads);
    }

    private void later(Submission s, Instant next, String words) {
        posted.change(s.id(), SubmissionStates.WITH_AMAZON, at -> submissions.save(at.submission().looked(s.transactionState(), next,
            s.state() == SubmissionState.SUBMITTED ? words : s.reason())));
    }

    /** Keeps an answer that says something new. */
    private void note(Submission s, String said, Read read) {
        if (said == null || !said.equalsIgnoreCase(s.transactionState())) {
            String sha256 = reads.keep(read.answer().body());
            Answer answer = read.answer();
            posted.change(s.id(), now -> true, at -> submissions.answer(s.id(), answer.at(), Operation.GET_TRANSACTION, answer.status(),
                answer.requestId(), sha256, said == null ? String.valueOf(read.words()) : "Failure".equalsIgnoreCase(said)
                    ? errors(read.json()) : said));
        }
    }

    private static String status(Read read) {
        return read.got() ? TransactionStatus.of(read.json()).said() : null;
    }

    /** Amazon publishes no list of codes, so all of it is told. */
    private static String errors(JsonNode json) {
        List<ApiError> all = TransactionStatus.of(json).errors();
        return all.isEmpty() ? "Failure without a reason" : "Failure: " + all.stream().map(ApiError::inWords)
            .collect(Collectors.joining("; "));
    }

    private static String minutes(Duration time) {
        return time.toMinutes() < 2 ? time.toSeconds() + " seconds" : time.toMinutes() + " minutes";
    }
}
