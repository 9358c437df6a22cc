// SPDX-License-Identifier: Apache-2.0
package io.acornhub.routing.internal.submission;

import io.acornhub.canonical.CanonicalDocument;
import io.acornhub.interchange.DocumentState;
import io.acornhub.interchange.Fault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.Light;
import io.acornhub.lifecycle.AcknowledgmentOutcome;
import io.acornhub.lifecycle.Alarm;
import io.acornhub.lifecycle.Alarms;
import io.acornhub.lifecycle.DeadlineEvents;
import io.acornhub.lifecycle.Tasks;
import io.acornhub.partner.Partner;
import io.acornhub.routing.Queues;
import io.acornhub.routing.internal.CanonicalStore;
import io.acornhub.routing.internal.StageTools;
import io.acornhub.routing.internal.submission.Posted.Locked;
import io.acornhub.sellingpartner.Submission;
import io.acornhub.sellingpartner.Submission.Proof;
import io.acornhub.sellingpartner.SubmissionState;
import io.acornhub.sellingpartner.Submissions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What an outcome of a submission does: to the document and its lights, the order, deadlines, tasks, alarms and what SAP is told.
 * What Amazon only did not refuse in its time leaves the light of acknowledgment amber; its own word makes it green, and an
 * independent read makes that of proof green too. All in the caller's transaction.
 */
@Component
class SubmissionOutcomes {
    static final String STAGE = Queues.OUTBOUND_SEND;
    private static final String HUB = "hub";
    private final StageTools tools;
    private final Submissions submissions;
    private final CanonicalStore canonical;
    private final DeadlineEvents deadlines;
    private final List<AcknowledgmentOutcome> outcomes;
    private final Tasks tasks;
    private final Alarms alarms;
    private final Clock clock;

    SubmissionOutcomes(StageTools tools, Submissions submissions, CanonicalStore canonical, DeadlineEvents deadlines,
                       List<AcknowledgmentOutcome> outcomes, Tasks tasks, Alarms alarms, Clock clock) {
        this.tools = tools;
        this.submissions = submissions;
        this.canonical = canonical;
        this.deadlines = deadlines;
        this.outcomes = outcomes;
        this.tasks = tasks;
        this.alarms = alarms;
        this.clock = clock;
    }

    /** Amazon has it: it said so, or it was found there. What it was due for is met. */
    void taken(Locked at, Submission next, String words) {
        Instant now = clock.instant();
        submissions.save(next);
        tools.interchanges().sent(at.request().id(), now);
        tools.interchanges().event(at.request().id(), STAGE, "posted", words);
        at.change().state(DocumentState.SENT).light(Light.DELIVERED, Light.Colour.GREEN).event(STAGE, "posted", words);
        deadlines.sent(partner(at), content(at), at.document().id(), now);
        tasks.close(at.document().id(), HUB, words, now);
        alarms.clear(Alarm.ofDocument(at.document().id()), now);
        tools.reports().sent(at.document(), at.request());
        tools.count(STAGE, List.of(at.document()));
        log(at, words);
    }

    /** Nobody knows whether Amazon has it. */
    void unknown(Locked at, Instant next, String words) {
        submissions.save(at.submission().unknown(next, words));
        at.change().event(STAGE, "outcome unknown", words);
        log(at, "outcome unknown: " + words);
    }

    /** A person must say whether Amazon has it. The request counts as having left, so that it can be sent again by hand. */
    void held(Locked at, String words) {
        Instant now = clock.instant();
        Submission s = at.submission();
        submissions.save(s.decided(SubmissionState.HELD, s.transactionState(), null, null, Proof.of(words)));
        tools.interchanges().sent(at.request().id(), now);
        at.change().state(DocumentState.SENT).light(Light.DELIVERED, Light.Colour.AMBER).event(STAGE, "held", words);
        String title = s.inWords() + ": " + words;
        tasks.open(at.document().id(), s.partner(), Tasks.Kind.RESEND, title, now);
        alarms.raise(Alarm.of("unknown:" + s.id() + ":" + s.attempt(), Alarm.Kind.OUTCOME_UNKNOWN, Alarm.Level.ALARM, s.partner(),
            s.subject(), at.document().id(), Alarm.ofDocument(at.document().id()), title, now));
        log(at, "held: " + words);
    }

    /** Nothing says that it failed in the time in which Amazon says so, or Amazon says Success; nothing else shows it yet. */
    void assumed(Locked at, String said, Instant next, String words, boolean byAmazon) {
        Instant now = clock.instant();
        submissions.save(at.submission().decided(SubmissionState.ASSUMED_ACCEPTED, said, now, next, Proof.of(words)));
        at.change().state(DocumentState.CLOSED).light(Light.ACKNOWLEDGED, byAmazon ? Light.Colour.GREEN : Light.Colour.AMBER)
            .light(Light.PROVEN, next == null ? Light.Colour.GREY : Light.Colour.AMBER)
            .event(STAGE, byAmazon ? "accepted" : "assumed accepted", words);
        if (byAmazon) {
            outcomes.forEach(o -> o.accepted(partner(at), content(at), at.document().id(), now));
        }
        tools.reports().answered(at.document(), false, words);
        log(at, (byAmazon ? "accepted: " : "assumed accepted: ") + words);
    }

    /** An independent read shows it as it was sent. */
    void confirmed(Locked at, String said, Proof proof) {
        Instant now = clock.instant();
        submissions.save(at.submission().decided(SubmissionState.CONFIRMED, said, now, null, proof));
        at.change().state(DocumentState.CLOSED).light(Light.DELIVERED, Light.Colour.GREEN).light(Light.ACKNOWLEDGED, Light.Colour.GREEN)
            .light(Light.PROVEN, Light.Colour.GREEN).event(STAGE, "confirmed", proof.words());
        tasks.close(at.document().id(), HUB, proof.words(), now);
        alarms.clear(Alarm.ofDocument(at.document().id()), now);
        outcomes.forEach(o -> o.accepted(partner(at), content(at), at.document().id(), now));
        tools.reports().answered(at.document(), false, proof.words());
        log(at, "confirmed: " + proof.words());
    }

    /** Amazon refused or failed it, or shows something else: what it added to its orders is taken back and the work is open again. */
    void rejected(Locked at, SubmissionState as, String said, Proof proof) {
        Instant now = clock.instant();
        Submission s = at.submission();
        submissions.save(s.decided(as, said, now, null, proof));
        tools.interchanges().sent(at.request().id(), now);
        tools.interchanges().event(at.request().id(), STAGE, "rejected", proof.words());
        FaultCode code = as == SubmissionState.REFUSED ? FaultCode.SUBMISSION_REFUSED : FaultCode.SUBMISSION_FAILED;
        at.change().state(DocumentState.REJECTED).light(Light.ACKNOWLEDGED, Light.Colour.RED).light(Light.PROVEN, Light.Colour.GREY)
            .light(Light.DELIVERED, as == SubmissionState.REFUSED ? Light.Colour.RED : Light.Colour.GREEN)
            .event(STAGE, "rejected", proof.words()).faults(List.of(Fault.of(code, proof.words())));
        String title = s.inWords() + " was " + (as == SubmissionState.REFUSED ? "refused" : "failed") + " by " + s.partner() + ": "
            + proof.words();
        tasks.close(at.document().id(), HUB, proof.words(), now);
        tasks.open(at.document().id(), s.partner(), Tasks.Kind.CORRECT, title
            + ". Correct it where it is made and let it come again.", now);
        alarms.clear(Alarm.ofDocument(at.document().id()), now);
        alarms.raise(Alarm.of("rejected:" + s.id() + ":" + s.attempt(), Alarm.Kind.ACKNOWLEDGMENT_REJECTS, Alarm.Level.ALARM, s.partner(),
            s.subject(), at.document().id(), Alarm.ofDocument(at.document().id()), title, now));
        outcomes.forEach(o -> o.rejected(partner(at), content(at), at.document().id(), List.of(proof.words()), now));
        tools.reports().answered(at.document(), true, proof.words());
        log(at, "rejected: " + proof.words());
    }

    /** A later document of ours replaced it before it was known whether it had arrived: it must not go again. */
    void overtaken(Locked at, String words) {
        Instant now = clock.instant();
        Submission s = at.submission();
        submissions.save(s.decided(SubmissionState.SUPERSEDED, s.transactionState(), now, null, Proof.of(words)));
        tools.interchanges().sent(at.request().id(), now);
        at.change().state(DocumentState.CLOSED).event(STAGE, "replaced", words);
        log(at, words);
    }

    private CanonicalDocument content(Locked at) {
        return canonical.read(at.document());
    }

    private Partner partner(Locked at) {
        return tools.configuration().partner(at.submission().partner()).orElseThrow();
    }

    private void log(Locked at, String words) {
        tools.log(STAGE, at.document().id(), at.submission().inWords() + " " + words);
    }
}
