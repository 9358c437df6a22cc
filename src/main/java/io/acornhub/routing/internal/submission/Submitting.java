// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.submission;

import io.acornhub.interchange.ChannelFault;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.Interchange;
import io.acornhub.routing.Queues;
import io.acornhub.routing.SubmissionSettings;
import io.acornhub.routing.WorkMessage;
import io.acornhub.routing.internal.StageTools;
import io.acornhub.sellingpartner.Answer;
import io.acornhub.sellingpartner.ApiError;
import io.acornhub.sellingpartner.Call;
import io.acornhub.sellingpartner.CallResult;
import io.acornhub.sellingpartner.Connection;
import io.acornhub.sellingpartner.Connections;
import io.acornhub.sellingpartner.Lenient;
import io.acornhub.sellingpartner.SellingPartner;
import io.acornhub.sellingpartner.Submission;
import io.acornhub.sellingpartner.Submission.Proof;
import io.acornhub.sellingpartner.SubmissionState;
import io.acornhub.sellingpartner.Submissions;
import io.acornhub.sellingpartner.TransactionStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/**
 * Outbound: posts the body of one request. POSTING is committed before the POST and the answer after it, so whoever finds POSTING
 * long afterwards knows that nobody knows. What Amazon has not processed waits as a row and is posted when the API takes it; neither
 * throttling nor an outage uses up the attempts of a queue.
 */
@Component("submitting")
public class Submitting {
    private static final Duration TURN = Duration.ofSeconds(15);
    private static final int LONGEST_DOUBLING = 9;
    private final StageTools tools;
    private final Submissions submissions;
    private final Posted posted;
    private final SubmissionOutcomes outcomes;
    private final AmazonReads reads;
    private final SellingPartner amazon;
    private final Connections connections;
    private final Pauses pauses;
    private final SubmissionSettings settings;
    private final Clock clock;

    public Submitting(StageTools tools, Submissions submissions, Posted posted, SubmissionOutcomes outcomes, AmazonReads reads,
                      SellingPartner amazon, Connections connections, Pauses pauses, SubmissionSettings settings, Clock clock) {
        this.tools = tools;
        this.submissions = submissions;
        this.posted = posted;
        this.outcomes = outcomes;
        this.reads = reads;
        this.amazon = amazon;
        this.connections = connections;
        this.pauses = pauses;
        this.settings = settings;
        this.clock = clock;
    }

    public void post(WorkMessage message, @Header("AcornConnection") String name) {
        tools.traced(Queues.OUTBOUND_SEND, message, () -> {
            Submission submission = submissions.ofInterchange(message.interchange()).orElseThrow();
            Connection connection = connections.find(name).orElseThrow(() -> new ChannelFault(Fault.of(FaultCode.TARGET_UNREACHABLE,
                "Connection " + name + " is not configured; see config/partners and the start of the log.")));
            Instant pause = pauses.until(name, submission.operation());
            Instant now = clock.instant();
            if (pause != null) {
                posted.change(submission.id(), s -> isNext(s, now), at -> waits(at.submission(), pause, "the API cannot be reached"));
            } else if (begin(submission, now)) {
                post(submissions.find(submission.id()).orElseThrow(), connection);
            }
            return null;
        });
    }

    private static boolean isNext(Submission submission, Instant now) {
        return submission.state() == SubmissionState.READY && (submission.lookAt() == null || !submission.lookAt().isAfter(now));
    }

    /** Commits that it is posted now; false where it is not its turn. Documents about one subject go one after the other. */
    private boolean begin(Submission submission, Instant now) {
        boolean[] begun = new boolean[1];
        posted.change(submission.id(), s -> isNext(s, now), at -> {
            Submission s = at.submission();
            boolean earlier = submissions.of(s.partner(), s.operation(), s.subject()).stream().anyMatch(o -> o.id().compareTo(s.id()) < 0
                && (o.state() == SubmissionState.READY || o.state() == SubmissionState.POSTING || o.state() == SubmissionState.UNKNOWN));
            if (earlier) {
                submissions.save(s.ready(s.waitingSince(), now.plus(TURN), s.looks(), "an earlier document about " + s.subject()
                    + " goes first"));
                return;
            }
            submissions.save(s.posting(now, now.plus(settings.postingGrace())));
            tools.interchanges().status(at.request().id(), Interchange.Status.STAGED);
            begun[0] = true;
        });
        return begun[0];
    }

    private void post(Submission submission, Connection connection) {
        CallResult result = amazon.call(connection, Call.post(submission.operation(), reads.body(submission)));
        if (result instanceof CallResult.Answered answered) {
            answered(submission, answered.answer());
        } else if (result instanceof CallResult.Refused refused && !refused.denied()) {
            refused(submission, refused);
        } else if (result instanceof CallResult.Refused denied) {
            back(submission, null, denied.inWords());
            throw new ChannelFault(Fault.of(FaultCode.TARGET_REFUSED, connection.name() + " has no right to " + submission.operation().id()
                + ": " + denied.inWords() + ". See role, region and grant (connection check " + connection.name() + "), then replay it."));
        } else if (result instanceof CallResult.Unavailable away) {
            away(submission, away);
        } else if (result instanceof CallResult.OutcomeUnknown unknown) {
            Instant next = clock.instant().plus(Recovery.patience(submission.operation(), settings));
            posted.change(submission.id(), s -> same(s, submission), at -> {
                submissions.answer(submission.id(), clock.instant(), submission.operation(), null, null, null, unknown.reason());
                outcomes.unknown(at, next, unknown.reason());
            });
        }
    }

    /** Still this attempt, though it may have been given up meanwhile. */
    private static boolean same(Submission now, Submission posted) {
        return now.attempt() == posted.attempt() && (now.state() == SubmissionState.POSTING || now.state() == SubmissionState.UNKNOWN);
    }

    private void answered(Submission submission, Answer answer) {
        String transaction = transaction(answer);
        String words = transaction == null ? "Amazon answered " + answer.status() + " without a transaction id"
            : "transaction " + transaction;
        String sha256 = reads.keep(answer.body());
        posted.change(submission.id(), s -> same(s, submission), at -> {
            submissions.answer(submission.id(), answer.at(), submission.operation(), answer.status(), answer.requestId(), sha256, words);
            outcomes.taken(at, at.submission().submitted(transaction, answer.requestId(),
                settings.lookAfter(at.submission().postedAt(), at.submission().postedAt()), null), words);
        });
    }

    /** Null where Amazon gives none; that it took the request is told by its status alone. */
    private static String transaction(Answer answer) {
        try {
            return TransactionStatus.idOf(Lenient.read(answer.body()));
        } catch (Lenient.UnreadableAnswer e) {
            return null;
        }
    }

    private void refused(Submission submission, CallResult.Refused refused) {
        String words = refused.answer().status() + " " + refused.errors().stream().map(ApiError::inWords).collect(Collectors.joining("; "));
        String sha256 = reads.keep(refused.answer().body());
        posted.change(submission.id(), s -> same(s, submission), at -> {
            submissions.answer(submission.id(), refused.answer().at(), submission.operation(), refused.answer().status(),
                refused.answer().requestId(), sha256, words);
            outcomes.rejected(at, SubmissionState.REFUSED, null, new Proof(words, sha256, refused.answer().requestId()));
        });
    }

    /** Not processed: it waits its turn, longer each time. After an outage of many days a person is asked. */
    private void away(Submission submission, CallResult.Unavailable away) {
        pauses.pause(submission.connection(), submission.operation(), away.after());
        Instant now = clock.instant();
        Instant since = submission.waitingSince() == null ? now : submission.waitingSince();
        long grown = tools.settings().retry().first().toSeconds() << Math.min(submission.looks(), LONGEST_DOUBLING);
        Duration wait = Duration.ofSeconds(Math.min(grown, tools.settings().retry().longest().toSeconds()));
        boolean over = now.isAfter(since.plus(settings.outageFor()));
        back(submission, over ? null : now.plus(wait.compareTo(away.after()) > 0 ? wait : away.after()), away.reason());
        if (over) {
            throw new ChannelFault(Fault.of(FaultCode.TARGET_UNREACHABLE, submission.inWords() + " could not be posted since " + since
                + ": " + away.reason()));
        }
    }

    private void back(Submission submission, Instant next, String words) {
        posted.change(submission.id(), s -> same(s, submission), at -> waits(at.submission(), next, words));
    }

    private void waits(Submission s, Instant next, String words) {
        submissions.save(s.ready(s.waitingSince() == null ? clock.instant() : s.waitingSince(), next, s.looks() + 1, words));
        tools.interchanges().status(s.interchangeId(), Interchange.Status.READY);
        if (s.waitingSince() == null) {
            tools.interchanges().event(s.interchangeId(), Queues.OUTBOUND_SEND, "waiting", words);
        }
    }
}
